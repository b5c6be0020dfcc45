// A case that the office opens itself: through desks and server, from the opening to its end, and nobody's mailbox has it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import type { CaseId } from "@temwen/vocabulary";
import { assessment, doActs, proposal, view } from "./support/casework.ts";
import { openOne, readersOf } from "./support/opened-cases.ts";
import { startSmallOffice } from "./support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const takenUp = { act: "acknowledge", text: "" } as const;

/** Opened by asha, and a colleague who reads it. */
async function opened(): Promise<{ readonly caseId: CaseId; readonly reader: Keeper; readonly asha: Keeper }> {
  const asha = await office.desk("asha");
  const caseId = await openOne(asha);
  const [name = ""] = await readersOf(office, caseId);
  return { caseId, asha, reader: await office.desk(name) };
}

test("four colleagues read it, never whoever opened it, and nobody who is tied", async () => {
  const asha = await office.desk("asha");
  const caseId = await openOne(asha);
  const readers = await readersOf(office, caseId);
  assert.deepEqual(readers, ["benoit", "carla", "dario", "esther"]);
  const seen = await view(await office.desk("benoit"), caseId);
  assert.deepEqual(seen.alarms, []);
  const { by, because, forces, words } = seen.opened ?? {};
  assert.deepEqual([by, because, forces], [office.person("asha").id, "press", ["ken"]]);
  assert.deepEqual([words?.text.slice(0, 9), words?.reference], ["Jounal la", "Paj 3, 12 oktòb"]);
  assert.equal((await view(asha, caseId)).opened?.words, undefined);
  const farid = await (await office.desk("farid")).readCase(caseId);
  assert.equal(farid.ok ? "" : farid.refusal.code, "unknown-case");
});

test("it stands in the queue with a mark, and whoever is tied does not find it", async () => {
  const { caseId } = await opened();
  const rowsOf = async (name: string) => {
    const page = await (await office.desk(name)).readQueue({});
    assert.ok(page.ok);
    return page.value.rows.filter((row) => row.caseId === caseId);
  };
  const [row] = await rowsOf("benoit");
  assert.deepEqual([row?.stage, row?.facts.opened, row?.clock?.id], ["received", "press", "safety-check"]);
  assert.deepEqual(await rowsOf("farid"), []);
});

test("it is taken up, assessed and ended by others, without a word to anybody", async () => {
  const { caseId, reader, asha } = await opened();
  const own = await asha.act(caseId, takenUp);
  assert.equal(own.ok ? "" : own.refusal.code, "not-granted");
  await doActs(reader, caseId, takenUp, assessment, proposal);
  const gerda = await office.desk("gerda");
  await doActs(gerda, caseId, { act: "confirm", text: "" });
  const { stage, timeline, alarms } = await view(gerda, caseId);
  assert.equal(stage, "not-admitted");
  assert.deepEqual(alarms, []);
  const types = timeline.map(({ type }) => type).filter((type) => type !== "case.access-granted/1");
  assert.deepEqual(types, [
    ...["case.opened/1", "case.acknowledged/1", "case.assessed/3"],
    ...["case.non-admission-proposed/2", "case.not-admitted/1"],
  ]);
});

test("words for the person are not sealed to nobody: the desk says that there is nobody to tell", async () => {
  const { caseId, reader } = await opened();
  const told = await reader.act(caseId, { act: "acknowledge", text: "Nou resevwa pawòl ou." });
  assert.equal(told.ok ? "" : told.refusal.code, "nobody-to-tell");
  await doActs(reader, caseId, takenUp);
  const reply = await reader.act(caseId, { act: "reply", text: "Bonjou." });
  assert.equal(reply.ok ? "" : reply.refusal.code, "nobody-to-tell");
});

test("what another body hands over says from whom it comes and with whose consent", async () => {
  const asha = await office.desk("asha");
  const says = {
    because: "handed-over",
    from: "hti-opc",
    basis: "person-agreed",
    forces: ["unknown"],
    matter: [],
  } as const;
  const caseId = await openOne(asha, { says, reference: "Nimewo yo: 12-A" });
  const seen = await view(await office.desk((await readersOf(office, caseId))[0] ?? ""), caseId);
  const { from, basis, words } = seen.opened ?? {};
  assert.deepEqual([from, basis, words?.reference], ["hti-opc", "person-agreed", "Nimewo yo: 12-A"]);
});
