// Somebody who holds the key to a matter leaves the office, or steps back: what is written next is not for them.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { MatterRequest } from "@temwen/desk";
import { openMatterKeys, openMatterWords } from "@temwen/sealing/matter";
import type { Json, MatterId } from "@temwen/vocabulary";
import { type SmallOffice, startSmallOffice } from "./support/small-office.ts";

type Act = MatterRequest["act"];
const before = "Manman an ban nou non papa a.";
const behind = "Laboratwa a reponn.";

/** A family's claim at a small office, and everybody's way to it. */
async function aClaim(office: SmallOffice) {
  const say = (act: Act, says: { readonly [name: string]: Json }, text = "", letIn: readonly string[] = []) => ({
    ...{ act, says, text, letIn: letIn.map((name) => office.person(name).id) },
  });
  const lena = await office.desk("lena");
  const claiming = { claimant: "mother", majority: "2043-05", declares: "wanted", forces: ["ken"] };
  const opened = await lena.matters.open("paternity", say("make-claim", claiming, before, ["gerda", "karim", "marta"]));
  assert.ok(opened.ok, JSON.stringify(opened));
  const id: MatterId = opened.value.matter;
  const does = async (name: string, request: MatterRequest): Promise<string> => {
    const done = await (await office.desk(name)).matters.act(id, request);
    return done.ok ? "done" : done.refusal.code;
  };
  const seen = async (name: string) => {
    const view = await (await office.desk(name)).matters.read(id);
    assert.ok(view.ok, JSON.stringify(view));
    return view.value;
  };
  const wordsOf = async (name: string) => (await seen(name)).steps.flatMap(({ words }) => words ?? []);
  const write = say("record-sample-consent", { of: "child", given: "yes" }, behind);
  /** What the record holds under this name, as whoever took it from the disk has it. */
  const stored = async (part: string): Promise<Uint8Array> => {
    const [found] = await office.record.readParts(id, [part]);
    assert.ok(found, part);
    return found.bytes;
  };
  return { id, say, does, seen, wordsOf, write, stored };
}

const offboard = (office: SmallOffice, name: string): Promise<void> =>
  office.publish({ staff: office.directory().staff.filter(({ id }) => id !== office.person(name).id) });

test("after somebody left, a matter gets another key: those who go on read everything, and whoever left nothing that came later", async () => {
  await using office = await startSmallOffice();
  const { id, say, does, seen, wordsOf, write, stored } = await aClaim(office);
  const gone = office.person("karim");
  const place = (await seen("lena")).holders.indexOf(gone.id) + 1;
  const [oldKey = ""] = await openMatterKeys(gone.key.identity, await stored(`key-0-${place}`), id);
  assert.equal(await openMatterWords(oldKey, await stored("words-0"), id), before);
  await offboard(office, "karim");
  assert.deepEqual((await office.record.readParts(id, [`key-0-${place}`])).length, 0, "the key made for them is gone");
  assert.deepEqual((await seen("lena")).leavers, [gone.id]);
  assert.deepEqual((await seen("lena")).alarms, []);

  assert.equal(await does("marta", say("rekey-matter", {})), "done");
  assert.deepEqual((await seen("lena")).leavers, []);
  assert.equal(await does("lena", write), "done");
  for (const name of ["lena", "gerda", "marta"]) assert.deepEqual(await wordsOf(name), [before, behind], name);
  assert.equal(await openMatterWords(oldKey, await stored("words-2"), id), undefined);
  // Whoever comes now gets what was before too.
  assert.equal(await does("gerda", say("let-in", {}, "", ["carla"])), "grantee-not-eligible");
  assert.equal(await does("gerda", say("let-in", {}, "", ["hugo"])), "done");
  assert.deepEqual(await wordsOf("hugo"), [before, behind]);
});

test("a colleague who did not get the new key sees that there are words, acts upon nothing, and may be given it again", async () => {
  await using office = await startSmallOffice();
  const { say, does, seen, wordsOf, write } = await aClaim(office);
  assert.equal(await does("lena", say("rekey-matter", {}, "", ["gerda"])), "done");
  assert.equal(await does("lena", write), "done");
  const marta = await seen("marta");
  assert.deepEqual([marta.canRead, marta.alarms, marta.leavers], [false, [], []]);
  assert.deepEqual(await wordsOf("marta"), [before]);
  assert.equal(await does("marta", write), "not-granted");
  assert.equal(await does("marta", say("rekey-matter", {}, "", ["gerda"])), "not-granted");
  assert.equal(await does("gerda", say("let-in", {}, "", ["marta"])), "done");
  assert.deepEqual(await wordsOf("marta"), [before, behind]);
});

test("the last who has the key is told so, until somebody else has it", async () => {
  await using office = await startSmallOffice();
  const { say, does, seen } = await aClaim(office);
  for (const name of ["karim", "marta", "gerda"])
    assert.equal(await does(name, say("step-back", { reason: "family" })), "done");
  assert.equal((await seen("lena")).isLastReader, true);
  assert.equal(await does("lena", say("let-in", {}, "", ["hugo"])), "done");
  assert.equal((await seen("lena")).isLastReader, false);
  assert.equal((await seen("hugo")).isLastReader, false);
});

test("who stepped back is shown to those who have the key until it is another", async () => {
  await using office = await startSmallOffice();
  const { say, does, seen } = await aClaim(office);
  assert.equal(await does("karim", say("step-back", { reason: "family" })), "done");
  assert.deepEqual((await seen("gerda")).leavers, [office.person("karim").id]);
  for (let n = 1; n <= 3; n++) assert.equal(await does("gerda", say("rekey-matter", {})), "done");
  const { leavers, alarms, steps } = await seen("lena");
  assert.deepEqual([leavers, alarms, steps[0]?.words], [[], [], before]);
});
