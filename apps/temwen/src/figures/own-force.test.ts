import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonicalBytes, type Json } from "@temwen/vocabulary";
import { releasedIn } from "./own-force.ts";

type Golden = { readonly events: readonly { readonly body: { readonly [name: string]: Json } }[] };
const golden = JSON.parse(
  readFileSync(new URL("../../../../vectors/case-streams/case.force-flagged-1.json", import.meta.url), "utf8"),
) as Golden;
const last = golden.events.at(-1)?.body ?? {};
const flagged = (force: string, at = last.at ?? "") => ({ body: canonicalBytes({ ...last, force, at }) });
const dayOf = (hour: string): string => hour.slice(0, 10);

test("a case with force that was not reported is counted once it was released, on that day, and never before", () => {
  assert.deepEqual(releasedIn([flagged("not-reported")], dayOf), []);
  assert.deepEqual(releasedIn([flagged("not-reported"), flagged("taken-back")], dayOf), []);
  const released = releasedIn([flagged("not-reported"), flagged("released", "2027-03-01T12:00:00.000Z")], dayOf);
  assert.deepEqual(
    released.map(({ fields }) => fields),
    [{ released: "2027-03-01" }],
  );
});
