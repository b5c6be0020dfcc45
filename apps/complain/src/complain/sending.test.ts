import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { CallRefusal, Courier, FilingReceipt } from "@temwen/courier";
import type { Directory, Trust } from "@temwen/office";
import type { ComplaintDraft } from "@temwen/sealing/seal";
import { granted, type Instant, type Result, refused } from "@temwen/vocabulary";
import type { Office } from "../page/office.ts";
import { createSender } from "./sending.ts";

const vectors = JSON.parse(readFileSync(new URL("../../../../vectors/directory.json", import.meta.url), "utf8")) as {
  readonly trust: Trust;
  readonly directory: Directory;
};
const office: Office = { ...vectors, suspendedAt: new Map() };
const draft: ComplaintDraft = {
  text: "Yo pran moto m nan.",
  language: "ht",
  force: "unknown",
  consent: "keep-words",
  child: "unsaid",
  channel: "page",
  identity: {},
  support: { needs: [] },
};
const noStage = (): void => undefined;

type Answer = Result<FilingReceipt, CallRefusal>;
const cut: Answer = refused({ code: "unreachable" });

/** A line on which so many tries wait for the answer that the test gives them, in their order; later ones are cut at once. */
function openSlowLine(slowTries: number) {
  const tries: ((answer: Answer) => void)[] = [];
  const parcels: unknown[] = [];
  const courier: Pick<Courier, "fileParcel"> = {
    fileParcel: (parcel) =>
      new Promise((resolve) => {
        parcels.push(parcel);
        if (tries.push(resolve) > slowTries) resolve(cut);
      }),
  };
  return { tries, parcels, courier };
}

/** A sender whose one parcel may have arrived, as after a line that broke. */
async function withUnsure(slowTries: number) {
  const line = openSlowLine(slowTries);
  const sender = createSender(line.courier);
  const first = sender.send(draft, office, noStage);
  while (line.tries.length < 1) await new Promise(setImmediate);
  line.tries[0]?.(cut);
  const ended = await first;
  assert.ok(!ended.ok && ended.refusal.sent === "unknown");
  return { ...line, sender };
}

const arrived = (): Answer =>
  granted({
    case: "cas_00000000000000000000000000" as FilingReceipt["case"],
    at: "2026-11-21T18:00:00.000Z" as Instant,
    proofNumber: "048151623420",
  });

test("words that were handed over do not come back into memory when a try that was under way ends badly", async () => {
  const { sender, tries } = await withUnsure(2);
  const quiet = sender.sendSame(noStage);
  assert.ok(await sender.handOver(async () => true));
  tries[1]?.(cut);
  assert.ok(!(await quiet).ok);
  await assert.rejects(sender.sendSame(noStage), /nothing was sealed/);
});

test("words that arrived do not come back into memory when another try that crossed that one ends badly", async () => {
  const { sender, tries, parcels } = await withUnsure(3);
  const [quiet, byHand] = [sender.sendSame(noStage), sender.sendSame(noStage)];
  tries[1]?.(arrived());
  assert.ok((await quiet).ok);
  tries[2]?.(cut);
  assert.ok(!(await byHand).ok);
  assert.equal(new Set(parcels).size, 1, "the same parcel, three times");
  await assert.rejects(sender.sendSame(noStage), /nothing was sealed/);
});

test("a parcel that arrived while the phone was putting it away keeps its receipt", async () => {
  const { sender, tries } = await withUnsure(2);
  const quiet = sender.sendSame(noStage);
  const receipt = await sender.handOver(async () => {
    tries[1]?.(arrived());
    await quiet;
    return true;
  });
  assert.match(receipt ?? "", /^\d{24}$/);
});
