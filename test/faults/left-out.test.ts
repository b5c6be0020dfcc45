// Whoever has a good key and no desk: a new key that leaves out who examines or who decides, a panel that somebody chose, and half of a case.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { StaffFact } from "@temwen/casework";
import type { CaseId, Json } from "@temwen/vocabulary";
import { doActs, view } from "../support/casework.ts";
import type { Answer } from "../support/parcels.ts";
import { nowhere, sendAs, signRaw, typesIn } from "../support/raw-acts.ts";
import { caseBeforePanel, changeMember, propose, startOfficeWithPanel, voting } from "../support/small-panel.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startOfficeWithPanel();
after(() => office[Symbol.asyncDispose]());

const recipient = `age1pq1${"q".repeat(1952)}`;
const idOf = (name: string) => office.person(name).id;

type Command = { readonly type: string; readonly [field: string]: Json };

/** An order that gives keys to these, as somebody signs it past every rule of a desk. */
async function send(
  name: string,
  caseId: CaseId,
  { to, key, command, first }: { to: readonly string[]; key: string; command: Command; first?: StaffFact },
): Promise<Answer> {
  const grants = to.map((one) => ({ to: idOf(one), keys: [key], grant: nowhere(`grant-${one}`) }));
  const byOrder = first?.type === "case.rekeyed/1" ? "colleague-left" : "assigned";
  const reason = first ? byOrder : ((command.reason ?? "before-panel") as "before-panel");
  const facts = grants.map((grant): StaffFact => ({ type: "case.access-granted/1", reason, ...grant }));
  const act = await signRaw(office, name, caseId, {
    command: { ...command, grants },
    facts: first ? [first, ...facts] : facts,
  });
  return sendAs(office, name, caseId, act);
}

/** Gives the case a new key for these alone. */
const rekey = (name: string, caseId: CaseId, ...to: readonly string[]): Promise<Answer> =>
  send(name, caseId, {
    ...{ to: [name, ...to], key: "words-1", command: { type: "rekey-case", recipient } },
    first: { type: "case.rekeyed/1", recipient, key: "words-1" },
  });

test("nobody changes the key of a case past whoever examines it, or past those who decide", async () => {
  const { caseId, reader } = await caseBeforePanel(office);
  const before = await typesIn(office, caseId);
  const panel = ["gerda", "hugo", "ines"];
  for (const left of [[], ["karim"], panel, ["karim", "gerda", "hugo"]]) {
    const answer = await rekey(reader, caseId, ...(left.length > 0 ? left : ["marta"]));
    assertRefused(answer, "reader-left-out");
  }
  // Whoever examines as little as whoever took it in.
  assertRefused(await rekey("karim", caseId, reader), "reader-left-out");
  assert.deepEqual(await typesIn(office, caseId), before);
});

test("a member of the panel lets in nobody who does not decide, and for nothing else", async () => {
  const { caseId } = await caseBeforePanel(office);
  const grant = { type: "grant-access", reason: "before-panel" };
  for (const to of ["karim", "marta", "asha"])
    assertRefused(await send("gerda", caseId, { to: [to], key: "story", command: grant }), "grantee-not-eligible");
  const asked = { ...grant, reason: "asked-to-help" };
  assertRefused(await send("gerda", caseId, { to: ["hugo"], key: "story", command: asked }), "wrong-role");
});

test("whoever of the panel has the key lets in the others who decide, who then read, propose and vote", async () => {
  const { caseId, desk } = await caseBeforePanel(office);
  const gerda = await office.desk("gerda");
  assert.deepEqual((await view(gerda, caseId)).panel?.withoutKey, []);
  await changeMember(office, "rosa", { role: "panel" });
  const rosa = await office.desk("rosa");
  const waiting = [await view(gerda, caseId), await view(desk, caseId), await view(rosa, caseId)].map(({ panel }) => [
    panel?.withoutKey,
    panel?.mayLetIn,
  ]);
  assert.deepEqual(waiting, [
    [[idOf("rosa")], true],
    [[idOf("rosa")], true],
    [[idOf("rosa")], false],
  ]);
  // Whoever has no key lets nobody in, themselves as little as others.
  const alone = await rosa.act(caseId, { act: "let-in-panel" });
  assert.deepEqual(alone, { ok: false, refusal: { code: "not-granted" } });
  await doActs(gerda, caseId, { act: "let-in-panel" });
  const seen = await view(rosa, caseId);
  assert.ok(seen.story);
  assert.deepEqual(
    [seen.panel?.withoutKey, seen.alarms.filter(({ code }) => code !== "sealed-with-old-directory")],
    [[], []],
  );
  const decision = await propose(office, "rosa", caseId);
  await doActs(rosa, caseId, voting(1, decision));
});

test("nobody is given the half of a case: neither to examine it nor to decide, nor under another reason", async () => {
  const { caseId, desk, reader } = await caseBeforePanel(office);
  await doActs(desk, caseId, { act: "rekey", to: [] });
  const before = await typesIn(office, caseId);
  for (const reason of ["before-panel", "confirm-non-admission", "asked-to-help"]) {
    const command = { type: "grant-access", reason };
    assertRefused(await send(reader, caseId, { to: ["jules"], key: "story", command }), "newest-key-missing");
  }
  const [to, replaces] = [idOf("marta"), [idOf("karim")]];
  const first: StaffFact = { type: "case.assigned/2", to, replaces };
  const command = { type: "assign-case", to, replaces };
  const assigned = await send(reader, caseId, { to: ["marta"], key: "story", command, first });
  assertRefused(assigned, "newest-key-missing");
  assert.deepEqual(await typesIn(office, caseId), before);
  // A desk gives it by itself.
  await doActs(desk, caseId, { act: "grant", to, reason: "asked-to-help" });
  const { named } = (await view(desk, caseId)).access;
  assert.ok(named.find((one) => one.to === to)?.keys.includes("words-1"));
});
