// A server that keeps back parts of a case, or fails in the middle: the desk says so, and never shows less as if it were all.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { acknowledgement, doActs, fileCase, view } from "../support/casework.ts";
import { sealAddition, sendPersonAct, signPersonAct } from "../support/person-acts.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const note = { name: "nòt.txt", mediaType: "text/plain", bytes: new TextEncoder().encode("Plak machin nan: 12-34") };

/** A desk whose server answers every question but the one for parts of that name. */
const deskWithout = (name: string, part: RegExp) =>
  office.desk(name, {
    waits: [],
    fetch: async (input, init) =>
      String(input).includes("/parts") && part.test(`${input} ${init?.body ?? ""}`)
        ? Response.json({ code: "server-fault" }, { status: 500 })
        : fetch(input, init),
  });

test("a case whose added evidence the server keeps back is not shown as one without", async () => {
  const mine = await fileCase(office);
  const added = await sealAddition(office, mine, 1, [note]);
  assert.equal((await sendPersonAct(office, signPersonAct(mine, added.fact, added.note))).status, 200);
  const half = await (await deskWithout(mine.reader, /added-in-1/)).readCase(mine.caseId);
  assert.ok(!half.ok, "the case was shown without what was added");
});

test("a case whose messages the server keeps back is not shown as if this person lacked the key", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const half = await (await deskWithout(mine.reader, /message-copy-1/)).readCase(mine.caseId);
  assert.ok(!half.ok, "the case was shown without its messages");
});

test("the history names every piece that the person added", async () => {
  const mine = await fileCase(office);
  const added = await sealAddition(office, mine, 1, [note, note]);
  assert.equal((await sendPersonAct(office, signPersonAct(mine, added.fact, added.note))).status, 200);
  const { timeline } = await view(mine.desk, mine.caseId);
  const entry = timeline.find(({ type }) => type === "case.evidence-added/1");
  assert.equal(entry?.facts.piece, "added-1-1, added-1-2");
});
