import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import type { CaseId } from "@temwen/vocabulary";
import type { Answer } from "./parcels.ts";
import type { SmallOffice } from "./small-office.ts";

/** The cases that the record holds, in the order of their filing. */
export async function casesOf({ record }: Pick<SmallOffice, "record">): Promise<readonly CaseId[]> {
  const events = await record.readAfter(0, 100_000);
  return events.filter(({ type }) => type === "case.received/1").map(({ stream }) => stream as CaseId);
}

/** Nothing but the office's own directories stands in the record, and nothing lies in the folder of blobs. */
export async function assertNothingStored(office: SmallOffice): Promise<void> {
  const events = await office.record.readAfter(0, 1000);
  assert.deepEqual(
    events.filter(({ stream }) => !stream.startsWith("ofc_")),
    [],
  );
  assert.deepEqual((await office.record.readQueue({ limit: 1 })).rows, []);
  assert.deepEqual(await readdir(office.blobFolder), []);
}

/** An answer is the refusal of this code, says that nothing was stored, and repeats nothing else. */
export function assertRefused(answer: Answer, code: string, status = 422): void {
  assert.equal(answer.body.code, code);
  assert.equal(answer.status, status);
  assert.equal(answer.body.outcome, "none");
}
