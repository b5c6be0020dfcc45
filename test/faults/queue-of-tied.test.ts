// An officer who is tied to a force works through the queue past every case about it, and learns of none.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createSamples } from "@temwen/record/contract";
import { type CaseId, millisToInstant } from "@temwen/vocabulary";
import { headersOf } from "../support/casework.ts";
import { runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { postJson } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
const folder = await writeOfficeFolder(office, ["farid"]);
after(async () => {
  await folder[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

/** More about ken in a row than one question looks at, before and between a few others. */
const pattern = `${"k".repeat(1300)}jj${"k".repeat(1100)}j`;
const hidden: CaseId[] = [];
const others: CaseId[] = [];
before(async () => {
  const samples = createSamples("a queue");
  for (const [n, letter] of [...pattern].entries()) {
    const clock = { id: "feedback", due: millisToInstant(Date.UTC(2037, 0, 1) + n * 60_000) };
    const facts = { forces: letter === "k" ? "ken" : "jam" };
    const filing = samples.filing({ parts: [], summary: samples.summary({ stage: "assessed", clock, facts }) });
    await office.record.fileComplaint(filing);
    (letter === "k" ? hidden : others).push(filing.caseId);
  }
});

test("the desk of a tied officer goes on past hundreds of cases they may not see, to every one they may", async () => {
  const desk = await office.desk("farid");
  const seen: CaseId[] = [];
  for (let after: string | undefined; ; ) {
    const page = await desk.readQueue({ limit: 2, stage: "assessed", ...(after && { after }) });
    assert.ok(page.ok);
    assert.ok(page.value.rows.length > 0);
    seen.push(...page.value.rows.map(({ caseId }) => caseId));
    after = page.value.next;
    if (!after) break;
  }
  assert.deepEqual(seen, others);
});

test("at the command line too", async () => {
  const { stdout, code } = await runCommand(["office", "queue", ...folder.as("farid")]);
  const listed = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).case);
  assert.deepEqual([code, listed], [0, others]);
});

test("nothing that the server answers on the way names a case about the force, and an empty page is not the end", async () => {
  const headers = await headersOf(office, "farid");
  const lengths: number[] = [];
  for (let after: unknown; ; ) {
    const { status, text, body } = await postJson(
      office,
      "/api/desk/queue",
      { limit: 50, ...(after ? { after } : {}) },
      headers,
    );
    assert.equal(status, 200);
    for (const caseId of hidden) assert.ok(!text.includes(caseId));
    lengths.push((body.rows as readonly unknown[]).length);
    after = body.next;
    if (!after) break;
  }
  assert.deepEqual([lengths[0], lengths.reduce((sum, length) => sum + length, 0)], [0, others.length]);
});

test("where one officer's page ended is nothing for another to go on from", async () => {
  const mine = await postJson(office, "/api/desk/queue", { limit: 1 }, await headersOf(office, "farid"));
  const headers = await headersOf(office, "asha");
  for (const after of [mine.body.next, "x", "", { caseId: hidden[0], due: null }]) {
    const answer = await postJson(office, "/api/desk/queue", { after }, headers);
    assert.deepEqual([answer.status, answer.body.code], [422, "malformed-query"]);
  }
});
