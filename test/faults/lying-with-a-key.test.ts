// A server that was taken over, together with one person of the office who lends it their key: every signature is good,
// and the law still did not let that person take that step. Neither the desk nor the person's page shows it as taken.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { chainFacts, type StaffFact } from "@temwen/casework";
import { openMailbox } from "@temwen/complain/mailbox";
import { sendWithdrawal } from "@temwen/complain/person-acts";
import type { CaseView } from "@temwen/desk";
import { type Directory, recordBytes, type Signer, vouchFor } from "@temwen/office";
import { digestOf } from "@temwen/sealing/open";
import { sealReply } from "@temwen/sealing/seal";
import {
  bytesToBase64,
  canonicalBytes,
  type Instant,
  instantToMillis,
  millisToInstant,
  type StaffId,
} from "@temwen/vocabulary";
import {
  acknowledgement,
  assessment,
  captureAct,
  doActs,
  type FiledCase,
  fileCase,
  headersOf,
  proposal,
  sendAct,
  view,
} from "../support/casework.ts";
import { type Lied, startLyingServer } from "../support/lying-server.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
const lying = await startLyingServer(office.url);
after(async () => {
  await lying[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});
let assessed: FiledCase;
let proposed: FiledCase;
before(async () => {
  assessed = await fileCase(office);
  await doActs(assessed.desk, assessed.caseId, acknowledgement, assessment);
  proposed = await fileCase(office);
  await doActs(proposed.desk, proposed.caseId, acknowledgement, assessment, proposal);
});
beforeEach(() => lying.tell());

const forgedText = "Biwo a fèmen dosye w.";
const part = (name: string) => ({ part: name, digest: digestOf(new TextEncoder().encode(name)) });

const ended = (proposedBy: StaffId): StaffFact => ({
  type: "case.not-admitted/1",
  reason: "not-about-the-mission",
  proposedBy,
});
const keptOpen = (proposedBy: StaffId): StaffFact => ({
  type: "case.kept-open/1",
  proposedBy,
  explanation: part("explanation-99"),
});
const assesses: StaffFact = {
  type: "case.assessed/3",
  rights: ["other"],
  class: "minor-misconduct",
  forces: ["ken"],
  department: "ht01",
  month: "unknown",
  child: "no",
};

/** A message as anybody can seal it: the reply recipient stands in the manifest. */
async function words({ caseId, keys, parcel }: FiledCase, number: number): Promise<StaffFact> {
  const sealed = await sealReply({ case: caseId, number, text: forgedText }, parcel.manifest.event.replyRecipient);
  assert.ok(sealed.ok);
  const message = { part: `message-out-${number}`, digest: sealed.value.digest };
  forgedParts[message.part] = bytesToBase64(sealed.value.sealed);
  return { type: "case.message-sent/1", to: keys.signer.key, number, message, copy: part(`message-copy-${number}`) };
}
const forgedParts: { [part: string]: string } = {};

const idOf = (name: string): StaffId => office.person(name).id;

/** The case as the record has it, and behind it an act in its place, signed by somebody with a good key. */
async function forge(
  { caseId }: FiledCase,
  name: string,
  facts: readonly StaffFact[],
  epoch = office.directory().epoch,
): Promise<readonly Lied[]> {
  const truth: readonly Lied[] = (await office.record.readStream(caseId)).map(({ at, index, body, vouchings }) => ({
    ...{ at, index, vouchings },
    body: JSON.parse(new TextDecoder().decode(body)),
  }));
  const { id, signer } = office.person(name) as { readonly id: StaffId; readonly signer: Signer };
  const last = truth.at(-1);
  const at = millisToInstant(Math.max(Date.now(), instantToMillis(last.at as Instant) + 1));
  const header = { case: caseId, office: office.trust.office, epoch, by: id, at };
  const stated = chainFacts(
    facts,
    header,
    { index: last.index, digest: digestOf(recordBytes(last)) },
    {
      vouch: (body) => vouchFor(body, signer),
      digest: digestOf,
    },
  );
  const forged = stated.map(({ statement, vouching }) => ({
    ...{ at, index: statement.index, body: statement, vouchings: [vouching] },
  }));
  return [...truth, ...forged];
}

/** What a desk says of such a case: the steps that break the law, and the case without them. */
async function atDesk(mine: FiledCase, events: readonly Lied[]): Promise<CaseView> {
  const desk = await office.desk(mine.reader, { server: lying.url });
  lying.tell((asked, answer) => (asked === `GET /api/desk/cases/${mine.caseId}` ? { ...answer, events } : undefined));
  const seen = await view(desk, mine.caseId);
  const act = await desk.act(mine.caseId, { act: "reply", text: "Kontinye pale." });
  assert.equal(act.ok ? "" : act.refusal.code, "case-not-trusted");
  return seen;
}

/** What the person's page says of it. The server shows whatever helps the lie, hidden proposals too. */
async function atThePersons({ receipt, caseId }: FiledCase, events: readonly Lied[]) {
  lying.tell((asked, answer) => {
    if (asked !== "POST /api/mailbox") return undefined;
    return {
      cases: answer.cases.map((kept: Lied) => ({ ...kept, events, sealed: { ...kept.sealed, ...forgedParts } })),
    };
  });
  const opened = await openMailbox(office.courier(lying.url), believedOf(office), receipt);
  assert.ok(opened.ok, caseId);
  const { entries, stage } = opened.value;
  assert.ok(entries.every((entry) => entry.kind !== "office" || entry.text !== forgedText));
  return {
    stage,
    unlawful: entries.flatMap((entry) => (entry.kind === "unlawful" ? [entry.code] : [])),
    unverified: entries.filter(({ kind }) => kind === "unverified").length,
    steps: entries.flatMap((entry) => (entry.kind === "step" ? [entry.step] : [])),
  };
}

const told = ["stepReceived", "stepAcknowledged", "stepAssessed"];

/** Neither shows the step: the desk names it, the page says that something breaks the rules. */
async function nobodyBelieves(
  mine: FiledCase,
  name: string,
  facts: readonly StaffFact[],
  broken: { readonly desk: string; readonly page: readonly string[] },
): Promise<void> {
  const events = await forge(mine, name, facts);
  const first = events.length - facts.length;
  const seen = await atDesk(mine, events);
  const alarms = seen.alarms.filter(({ code }) => code !== "sealed-with-old-directory");
  assert.deepEqual(alarms, [{ code: "unlawful-step", index: first, broken: broken.desk }]);
  assert.equal(seen.stage, mine === proposed ? "non-admission-proposed" : "assessed");
  assert.ok(seen.timeline.every(({ index }) => index < first));
  const page = await atThePersons(mine, events);
  assert.deepEqual(page, { stage: "assessed", unlawful: broken.page, unverified: 0, steps: told });
}

test("without a lie everything is lawful, at the desk and at the person's", async () => {
  for (const mine of [assessed, proposed]) {
    assert.deepEqual((await view(mine.desk, mine.caseId)).alarms, []);
    const events = await forge(mine, mine.reader, []);
    const { unlawful, unverified, steps } = await atThePersons(mine, events);
    assert.deepEqual([unlawful, unverified, steps], [[], 0, told]);
  }
});

test("an act signed by an enrolled person of the wrong role is shown by nobody", async () => {
  const wrong = { desk: "wrong-role", page: ["wrong-role"] };
  for (const name of ["gerda", "karim", "nadia", "petra", "holder-1"])
    await nobodyBelieves(assessed, name, [assesses], wrong);
  for (const name of ["nadia", "omar"]) {
    await nobodyBelieves(assessed, name, [await words(assessed, 2)], wrong);
    const end = [ended(idOf(proposed.reader)), await words(proposed, 2)];
    await nobodyBelieves(proposed, name, end, { desk: "wrong-role", page: ["wrong-role", "wrong-role"] });
  }
  const colleague = ["asha", "benoit"].find((name) => name !== proposed.reader) ?? "";
  await nobodyBelieves(proposed, colleague, [keptOpen(idOf(proposed.reader))], wrong);
});

test("one person alone ends no case: neither by a proposal that nobody made, nor in a colleague's name", async () => {
  const end = async (mine: FiledCase, by: StaffId) => [ended(by), await words(mine, 2)];
  // What the panel member writes besides is a message they were not let in to write; of that the page cannot know.
  const events = await forge(assessed, "gerda", await end(assessed, idOf(assessed.reader)));
  const seen = await atDesk(assessed, events);
  assert.deepEqual(seen.alarms, [{ code: "unlawful-step", index: 5, broken: "wrong-stage" }]);
  assert.equal(seen.stage, "assessed");
  const page = await atThePersons(assessed, events.slice(0, -1));
  assert.deepEqual(page, { stage: "assessed", unlawful: ["wrong-stage"], unverified: 0, steps: told });
  const other = ["asha", "benoit"].find((name) => name !== proposed.reader) ?? "";
  const inOthersName = await forge(proposed, "gerda", await end(proposed, idOf(other)));
  const alarms = (await atDesk(proposed, inOthersName)).alarms;
  assert.deepEqual(
    alarms.map((alarm) => (alarm.code === "unlawful-step" ? alarm.broken : alarm.code)),
    ["decision-differs"],
  );
  const shown = await atThePersons(proposed, inOthersName.slice(0, -1));
  assert.deepEqual([shown.unlawful, shown.steps], [["decision-differs"], told]);
});

test("an act by somebody who is tied to the respondent is shown by nobody", async () => {
  const tied = { desk: "tied-to-respondent", page: ["tied-to-respondent"] };
  await nobodyBelieves(assessed, "farid", [await words(assessed, 2)], tied);
  await nobodyBelieves(assessed, "farid", [assesses], tied);
  await nobodyBelieves(proposed, "ines", [keptOpen(idOf(proposed.reader))], tied);
  const end = [ended(idOf(proposed.reader)), await words(proposed, 2)];
  await nobodyBelieves(proposed, "ines", end, { ...tied, page: ["tied-to-respondent", "tied-to-respondent"] });
});

test("a part of an act, and an act in two halves, are taken for no act by the desk", async () => {
  const events = await forge(proposed, "gerda", [ended(idOf(proposed.reader))]);
  const seen = await atDesk(proposed, events);
  assert.deepEqual(seen.alarms, [{ code: "unlawful-step", index: events.length - 1, broken: "act-incomplete" }]);
  assert.equal(seen.stage, "non-admission-proposed");
});

test("the one who proposed does not decide, not even after a change of post", async () => {
  const directory: Directory = office.directory();
  const promoted = directory.staff.map((member) =>
    member.id === idOf(proposed.reader) ? { ...member, role: "panel" as const } : member,
  );
  await office.publish({ staff: promoted });
  const own = { desk: "cannot-confirm-own-proposal", page: ["cannot-confirm-own-proposal"] };
  await nobodyBelieves(proposed, proposed.reader, [keptOpen(idOf(proposed.reader))], own);
  const end = [ended(idOf(proposed.reader)), await words(proposed, 2)];
  const events = await forge(proposed, proposed.reader, end);
  const seen = await atDesk(proposed, events);
  assert.ok(seen.alarms.some((alarm) => alarm.code === "unlawful-step" && alarm.broken === own.desk));
  const page = await atThePersons(proposed, events.slice(0, -1));
  assert.deepEqual([page.unlawful, page.steps], [own.page, told]);
  // The same person under the directory of before is what they were then: no member of the panel.
  const before = await atDesk(proposed, await forge(proposed, proposed.reader, end, directory.epoch));
  const codes = before.alarms.map((alarm) => (alarm.code === "unlawful-step" ? alarm.broken : alarm.code));
  assert.ok(codes.includes("wrong-role"));
});

test("an honest server that finds such a step in its record takes no act upon it, and still hears the person", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const act = await captureAct(office, mine.reader, mine.caseId, { act: "reply", text: "Kontinye pale." });
  const { at, index, body, vouchings } = (await forge(mine, "nadia", [assesses])).at(-1) as Lied;
  const { rows } = await office.record.readQueue({ limit: 200 });
  const row = rows.find(({ caseId }) => caseId === mine.caseId);
  assert.ok(row);
  const digest = digestOf(recordBytes({ at, index, body, vouchings }));
  const event = { type: body.type, at, body: canonicalBytes(body), vouchings, digest };
  const { caseId: stream, version: expected, ...summary } = row;
  await office.record.append({ stream, expected, events: [event], parts: [], summary });

  const refused = await sendAct(office, await headersOf(office, mine.reader), mine.caseId, act);
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.unlawful],
    [422, "case-not-trusted", [{ index, refusal: { code: "wrong-role", role: "registrar", allowed: ["intake"] } }]],
  );
  assert.deepEqual(await sendWithdrawal(office.courier(), believedOf(office), mine.keys), { ok: true, value: true });
  const seen = await view(await office.desk(mine.reader), mine.caseId);
  assert.deepEqual(
    [seen.stage, seen.withdrawalAsked, seen.alarms.map(({ code }) => code)],
    ["acknowledged", true, ["unlawful-step"]],
  );
});
