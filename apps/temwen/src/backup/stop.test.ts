import assert from "node:assert/strict";
import { test } from "node:test";
import type { Trust } from "@temwen/office";
import { checkChain } from "./check-chain.ts";
import { listenForStop } from "./stop.ts";

async function* bytes(): AsyncIterable<Uint8Array> {
  yield new Uint8Array(3);
}

test("whoever stops a backup or a restore stops it at whatever step it is", async () => {
  const stop = listenForStop();
  stop.heed();
  process.emit("SIGINT", "SIGINT");
  await Promise.resolve();
  const interrupted = { code: "interrupted" };
  assert.throws(stop.heed, interrupted);
  // Neither the next reading nor the check of the record forgets what came before it.
  await assert.rejects(stop.untilAsked(bytes()).next(), interrupted);
  const office = "ofc_00000000000000000000000000" as Trust["office"];
  const nobody: Trust = { office, roots: [], threshold: 3, minimumEpoch: 1 };
  await assert.rejects(
    checkChain(async () => [], nobody, stop.heed),
    interrupted,
  );
});
