// What a person allows is theirs to change, at once and for everybody: nobody else can, and nobody can undo it unseen.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import { sendConsent } from "@temwen/complain/person-acts";
import { vouchFor } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { canonicalBytes } from "@temwen/vocabulary";
import {
  acknowledgement,
  assessment,
  doActs,
  type FiledCase,
  fileCase,
  findReader,
  proposal,
  view,
} from "../support/casework.ts";
import { type Lied, startLyingServer } from "../support/lying-server.ts";
import { runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { consentFact, sendPersonAct, signPersonAct } from "../support/person-acts.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
const lying = await startLyingServer(office.url);
const folder = await writeOfficeFolder(office, []);
after(async () => {
  await folder[Symbol.asyncDispose]();
  await lying[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});
const stranger = createNodeSigner(drawSeed());

async function told({ receipt }: FiledCase): Promise<readonly string[]> {
  const opened = await openMailbox(office.courier(), believedOf(office), receipt);
  assert.ok(opened.ok);
  return opened.value.entries.map((entry) => (entry.kind === "choice" ? entry.choice : entry.kind));
}

const change = (mine: FiledCase, choice: Parameters<typeof sendConsent>[3]) =>
  sendConsent(office.courier(), believedOf(office), mine.keys, choice);

test("a change is seen at the desk with its history, and in the person's own timeline", async () => {
  const mine = await fileCase(office, { consent: "court" });
  await doActs(mine.desk, mine.caseId, acknowledgement);
  assert.equal((await view(mine.desk, mine.caseId)).consent, "court");
  assert.ok((await change(mine, "help-only")).ok);
  assert.ok((await change(mine, "keep-words")).ok);
  const seen = await view(mine.desk, mine.caseId);
  assert.deepEqual([seen.consent, seen.alarms], ["keep-words", []]);
  assert.deepEqual(
    seen.timeline.flatMap(({ facts, by }) => (facts.choice ? [[facts.choice, by === "person"]] : [])),
    [
      ["court", false],
      ["help-only", true],
      ["keep-words", true],
    ],
  );
  assert.deepEqual((await told(mine)).slice(-2), ["help-only", "keep-words"]);
});

test("whoever takes an examination back has nobody let in to examine, by desk and by server", async () => {
  const mine = await fileCase(office, { consent: "investigate-with-me" });
  await doActs(mine.desk, mine.caseId, acknowledgement);
  assert.ok((await change(mine, "help-only")).ok);
  const examiner = [...office.directory().staff].find(({ role }) => role === "panel");
  assert.ok(examiner);
  const request = { act: "grant", to: examiner.id, reason: "asked-to-help" } as const;
  const refused = await mine.desk.act(mine.caseId, request);
  assert.deepEqual([refused.ok, refused.ok || refused.refusal.code], [false, "beyond-consent"]);
  assert.ok((await change(mine, "investigate-without-me")).ok);
  await doActs(mine.desk, mine.caseId, request);
});

test("a change that the server makes up is an alarm at the desk, and no part of the case", async () => {
  const mine = await fileCase(office, { consent: "help-only" });
  const { desk } = await findReader(office, mine.caseId, [mine.reader], { server: lying.url });
  const body = consentFact(office, mine, 1, "court");
  for (const vouching of [
    vouchFor(canonicalBytes(body), stranger),
    { ...vouchFor(canonicalBytes(body), stranger), key: mine.keys.signer.key },
  ]) {
    lying.tell((asked: string, answer: Lied) => {
      if (asked !== `GET /api/desk/cases/${mine.caseId}`) return undefined;
      answer.events.push({ at: answer.events[0].at, index: 1, body, vouchings: [vouching] });
      return answer;
    });
    const seen = await view(desk, mine.caseId);
    assert.deepEqual(seen.alarms, [{ code: "event-not-vouched-for", index: 1 }]);
    assert.equal(seen.consent, undefined);
    const done = await desk.act(mine.caseId, acknowledgement);
    assert.deepEqual(done, { ok: false, refusal: { code: "case-not-trusted" } });
  }
  lying.tell();
});

test("an older change that is shown again behind a newer one is an alarm, and does not count", async () => {
  const mine = await fileCase(office);
  assert.ok((await change(mine, "court")).ok);
  assert.ok((await change(mine, "help-only")).ok);
  const { desk } = await findReader(office, mine.caseId, [mine.reader], { server: lying.url });
  lying.tell((asked: string, answer: Lied) => {
    if (asked !== `GET /api/desk/cases/${mine.caseId}`) return undefined;
    answer.events.push({ ...answer.events[1], index: 3 });
    return answer;
  });
  const seen = await view(desk, mine.caseId);
  lying.tell();
  assert.deepEqual(seen.alarms, [{ code: "unlawful-step", index: 3, broken: "out-of-turn" }]);
  assert.equal(seen.consent, "help-only");
});

test("the same bytes sent again, late or by somebody who caught them, change nothing", async () => {
  const mine = await fileCase(office);
  const first = signPersonAct(mine, consentFact(office, mine, 1, "court"));
  const answers = [await sendPersonAct(office, first)];
  assert.equal(
    (await sendPersonAct(office, signPersonAct(mine, consentFact(office, mine, 2, "help-only")))).status,
    200,
  );
  answers.push(await sendPersonAct(office, first));
  assert.deepEqual(answers[0]?.text, answers[1]?.text);
  assert.equal((await view(mine.desk, mine.caseId)).consent, "help-only");
  assert.equal((await office.record.readStream(mine.caseId)).length, 3);
});

test("of two windows that choose at once one is told, and what it was shown is not passed over", async () => {
  const mine = await fileCase(office);
  const answers = await Promise.all(
    (["court", "help-only"] as const).map((choice) =>
      sendPersonAct(office, signPersonAct(mine, consentFact(office, mine, 1, choice))),
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  const lost = answers.find(({ status }) => status === 409);
  assert.deepEqual([lost?.body.code, lost?.body.expected], ["out-of-turn", 2]);
});

test("nobody but the receipt changes it, and a choice that does not exist is none", async () => {
  const [mine, others] = [await fileCase(office), await fileCase(office)];
  const fact = consentFact(office, mine, 1, "court");
  assertRefused(
    await sendPersonAct(office, signPersonAct(mine, fact, undefined, others.keys.signer)),
    "signature-invalid",
  );
  assertRefused(
    await sendPersonAct(office, { ...signPersonAct(mine, fact), mailbox: others.keys.mailbox }),
    "unknown-mailbox",
    404,
  );
  for (const wrong of [{ choice: "everything" }, { choice: ["court"] }, { at: "2026-11-22T00:00:00.000Z" }]) {
    assertRefused(await sendPersonAct(office, signPersonAct(mine, { ...fact, ...wrong })), "malformed-act");
  }
  assertRefused(await sendPersonAct(office, signPersonAct(mine, fact, new Uint8Array(10))), "malformed-act");
  assert.equal((await sendPersonAct(office, signPersonAct(mine, fact))).status, 200);
  assertRefused(
    await sendPersonAct(office, signPersonAct(mine, consentFact(office, mine, 2, "court"))),
    "consent-unchanged",
    409,
  );
});

test("after the end a person may allow less, and allowing more is refused, not kept as if it counted", async () => {
  const mine = await fileCase(office, { consent: "investigate-with-me" });
  await doActs(mine.desk, mine.caseId, acknowledgement, { ...assessment, forces: ["jam"] }, proposal);
  await doActs(await office.desk("hugo"), mine.caseId, { act: "confirm", text: "Men poukisa." });
  const more = await change(mine, "court");
  assert.deepEqual([more.ok, more.ok || more.refusal.code], [false, "wrong-stage"]);
  assert.ok((await change(mine, "help-only")).ok);
  const seen = await view(mine.desk, mine.caseId);
  assert.deepEqual([seen.stage, seen.consent, seen.alarms], ["not-admitted", "help-only", []]);
});

test("a phone whose clock is wrong by years changes it like any other: no hour of the phone's is signed", async (context) => {
  const mine = await fileCase(office);
  context.mock.timers.enable({ apis: ["Date"], now: Date.parse("2004-01-01T00:00:00Z") });
  const act = signPersonAct(mine, consentFact(office, mine, 1, "keep-words"));
  context.mock.timers.reset();
  assert.equal((await sendPersonAct(office, act)).status, 200);
  assert.doesNotMatch(Buffer.from(act.body, "base64").toString(), /20\d\d-/);
  const events = await office.record.readStream(mine.caseId);
  assert.ok(Date.now() - Date.parse(events[1]?.at ?? "") < 60_000);
});

test("at the command line it is one word, and a word that is none is refused before anything is sent", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const ask = (...more: readonly string[]) =>
    runCommand(["reply", "--server", office.url, "--roots", folder.roots, "--receipt", "-", ...more], mine.receipt);
  assert.equal((await ask("--consent", "everything")).code, 2);
  assert.equal((await ask("--consent", "help-only")).code, 0);
  assert.match((await ask("--lang", "ht")).stdout, /Ou chanje sa nou ka fè: èd sèlman\.\n/);
  assert.match((await ask("--lang", "en")).stdout, /You changed what we may do: help only\.\n/);
});
