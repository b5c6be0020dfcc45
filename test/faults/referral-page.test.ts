// A forum answers by the code of its letter, without an account and without script: what the page takes, what it refuses, and
// that nothing which comes over it changes a case by itself.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, test } from "node:test";
import { sweepErasures } from "@temwen/server";
import type { CaseId, Digest, Instant } from "@temwen/vocabulary";
import { createReferralCode, digestOfCode, spellReferralCode } from "@temwen/vocabulary/referral-codes";
import { languages } from "@temwen/words";
import { referralWords } from "@temwen/words/pages";
import { openOwnReferrals } from "../../apps/temwen/src/figures/own-referrals.ts";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, view } from "../support/casework.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const inDays = (days: number): Instant => new Date(Date.now() + days * 86_400_000).toISOString() as Instant;

type Page = { readonly status: number; readonly html: string };
type Fields = { readonly [name: string]: string };

async function ask(path: string, init?: RequestInit): Promise<Page> {
  const answer = await fetch(office.url + path, { ...init, redirect: "error" });
  return { status: answer.status, html: await answer.text() };
}
const tokenOf = ({ html }: Page): string => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";
const send = (fields: Fields): Promise<Page> =>
  ask("/referral/en", { method: "POST", body: new URLSearchParams(fields) });
/** What is not covered, as text. */
const seen = ({ html }: Page): string =>
  html.replace(/<(\w+)[^>]* hidden[^>]*>[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, "\n");
const nextOf = ({ html }: Page): string => /id="next">\s*([0-9A-Z-]{23})/.exec(html)?.[1] ?? "";
const says = referralWords.en;

type Referred = FiledCase & { readonly code: string };

/** An assessed case that the person allows to go before a court, and its letter's code. */
async function refer(waiver: "asked" | "none" = "none"): Promise<Referred> {
  const filed = await fileCase(office, { consent: "court" });
  await doActs(filed.desk, filed.caseId, acknowledgement, assessment);
  const code = createReferralCode(randomBytes(20));
  const acted = await filed.desk.act(filed.caseId, {
    act: "refer-case",
    says: {
      ...{ number: 1, forum: "hti-pole-judiciaire", basis: ["decree-16-april-2025"], obstacle: [], military: "none" },
      ...{ waiver, fallback: "none", language: "fr", due: "2031-01-15" },
      asks: ["investigate", "answer", ...(waiver === "asked" ? ["waive-immunity"] : [])],
      ...{ beyond: "none", dossier: ["ab".repeat(32)], receipt: [digestOfCode(code)] },
    },
    text: "Gen ase rezon.",
    told: "Nou voye dosye w bay pòl jidisyè a.",
  });
  assert.ok(acted.ok, JSON.stringify(acted));
  return { ...filed, code: spellReferralCode(code) };
}
const waitingIn = async ({ desk, caseId }: { desk: FiledCase["desk"]; caseId: CaseId }) =>
  (await view(desk, caseId)).referrals?.waiting ?? [];
const answer = async (fields: Fields): Promise<Page> => {
  const token = tokenOf(await ask("/referral/en"));
  return send({ token, answered: "investigating", text: "Nou louvri yon dosye.", ...fields });
};

/** How the referral stands in the figures long after the day that was due, where nobody answered. */
async function standingInFigures(caseId: CaseId): Promise<unknown> {
  const { record } = office;
  const pack = { zone: "America/Port-au-Prince", forums: [] };
  const source = openOwnReferrals(record, pack, "2032-01-01T12:00:00.000Z" as Instant);
  for await (const { partOf, fields } of source.cases()) if (partOf === caseId) return fields.standing;
  return undefined;
}
/** What the list of cases says of answers that wait to be written down. */
async function cameInQueue({ desk, caseId }: FiledCase): Promise<string | undefined> {
  const page = await desk.readQueue({ stage: "assessed", limit: 200 });
  assert.ok(page.ok);
  const came = page.value.rows.find((row) => row.caseId === caseId)?.facts.came;
  return came === undefined ? undefined : String(came);
}

test("the page stands in every language, says first who reads what is typed there, runs nothing and says no name", async () => {
  for (const language of languages) {
    const page = await ask(language === "ht" ? "/referral" : `/referral/${language}`);
    assert.equal(page.status, 200);
    const main = page.html.slice(page.html.indexOf("<main")).replace(/<[^>]*>/g, "");
    assert.ok(main.trimStart().startsWith(referralWords[language].readable), language);
    assert.ok(!/<script|Temwen/i.test(page.html));
  }
});

test("whoever has the code sees what they have in their hands anyway, and no word of the case", async () => {
  const { code, caseId } = await refer();
  const page = await send({ token: tokenOf(await ask("/referral/en")), code: code.toLowerCase() });
  assert.equal(page.status, 200);
  const text = seen(page);
  assert.ok(text.includes("Pôle judiciaire spécialisé") && text.includes("ab".repeat(32)));
  assert.ok(text.includes(says["ask-investigate"]) && !text.includes(says["ask-prosecute"]));
  assert.ok(!text.includes(caseId) && !/Gen ase rezon|integrity|ken\b/.test(text));
});

test("an answer arrives sealed and waits; the case stays as it was until somebody of the office writes it down", async () => {
  const filed = await refer();
  const before = await view(filed.desk, filed.caseId);
  const taken = await answer({ code: filed.code, text: "Nou louvri dosye nimewo 12." });
  assert.ok(seen(taken).includes(says.taken));
  const after = await view(filed.desk, filed.caseId);
  assert.equal(after.version, before.version);
  assert.equal(after.referrals?.referrals[0]?.standing, "to-be-recorded");
  assert.equal(await standingInFigures(filed.caseId), "to-be-recorded");
  assert.equal((await cameInQueue(filed))?.startsWith("1/20"), true);
  const [waiting] = after.referrals?.waiting ?? [];
  assert.deepEqual(
    [waiting?.referral, waiting?.answered, waiting?.text],
    [1, "investigating", "Nou louvri dosye nimewo 12."],
  );
  const names = (await office.record.readPartNames(filed.caseId)).map(({ name }) => name);
  for (const { bytes } of await office.record.readParts(filed.caseId, names))
    assert.ok(!Buffer.from(bytes).includes("Nou louvri"));
  const record = (received: readonly Digest[]) =>
    filed.desk.act(filed.caseId, {
      act: "record-referral-answer",
      says: {
        referral: 1,
        answered: "investigating",
        obstacle: [],
        on: "2026-01-05",
        cameBy: "receipt-page",
        received,
      },
      text: "Jan paj la di l.",
    });
  const forged = await record(["cd".repeat(32) as Digest]);
  assert.ok(!forged.ok && forged.refusal.code === "not-received");
  assert.ok(waiting && (await record([waiting.received])).ok);
  const again = await record([waiting.received]);
  assert.ok(!again.ok && again.refusal.code === "answer-already-recorded");
  const last = await view(filed.desk, filed.caseId);
  assert.equal(last.referrals?.referrals[0]?.standing, "answered");
  assert.equal(await standingInFigures(filed.caseId), "answered");
  assert.equal(await cameInQueue(filed), undefined);
  assert.deepEqual(last.referrals?.waiting, []);
});

test("who is asked to waive immunity reads it and answers it, with a reason for a no; whoever was not asked cannot answer it", async () => {
  const filed = await refer("asked");
  const page = await send({ token: tokenOf(await ask("/referral/en")), code: filed.code });
  for (const words of [says["ask-waive-immunity"], says["waiver-granted"], says["waiver-refused"]])
    assert.ok(seen(page).includes(words), words);
  const unreasoned = await answer({ code: filed.code, answered: "waiver-refused", text: " " });
  assert.ok(seen(unreasoned).includes(says.reasonFirst) && /value="waiver-refused" checked/.test(unreasoned.html));
  const refusedIt = await answer({ code: filed.code, answered: "waiver-refused", text: "Eta a pa dakò." });
  await answer({ code: nextOf(refusedIt), answered: "waiver-granted", text: "" });
  const waiting = await waitingIn(filed);
  assert.deepEqual(waiting.map(({ answered }) => answered).sort(), ["waiver-granted", "waiver-refused"]);
  for (const { received, answered = "" } of waiting) {
    const said = {
      referral: 1,
      answered,
      obstacle: [],
      on: "2026-01-05",
      cameBy: "receipt-page",
      received: [received],
    };
    const done = await filed.desk.act(filed.caseId, {
      act: "record-referral-answer",
      says: said,
      text: "Jan paj la di l.",
    });
    assert.ok(done.ok, JSON.stringify(done));
  }
  const { referrals } = await view(filed.desk, filed.caseId);
  assert.deepEqual([referrals?.waiting.length, referrals?.referrals[0]?.answers.length], [0, 2]);

  const unasked = await refer();
  const other = await send({ token: tokenOf(await ask("/referral/en")), code: unasked.code });
  assert.ok(!seen(other).includes(says["waiver-granted"]));
  const forced = await answer({ code: unasked.code, answered: "waiver-granted" });
  assert.ok(seen(forced).includes(says.chooseFirst) && nextOf(forced) === "");
});

test("a code works once and gives the next; the same form sent twice is one answer and shows the same code", async () => {
  const filed = await refer();
  const token = tokenOf(await ask("/referral/en"));
  const form = { token, code: filed.code, answered: "acknowledged", text: "" };
  const [first, second] = await Promise.all([send(form), send(form)]);
  assert.match(nextOf(first), /^[0-9A-Z-]{23}$/);
  assert.equal(nextOf(second), nextOf(first));
  assert.equal((await waitingIn(filed)).length, 1);
  const used = await answer({ code: filed.code });
  assert.ok(seen(used).includes(says.unknownCode) && nextOf(used) === "");
  const later = await answer({ code: nextOf(first), answered: "prosecuting" });
  assert.ok(nextOf(later) !== "" && nextOf(later) !== nextOf(first));
  assert.deepEqual((await waitingIn(filed)).map(({ answered }) => answered).sort(), ["acknowledged", "prosecuting"]);
});

test("a code that nobody has and one that was used look the same, and neither says whose it was", async () => {
  const filed = await refer();
  await answer({ code: filed.code });
  const strip = ({ html }: Page) => html.replace(/name="token" value="[^"]+"/g, "");
  const used = await send({ token: tokenOf(await ask("/referral/en")), code: filed.code });
  const never = await send({
    token: tokenOf(await ask("/referral/en")),
    code: spellReferralCode(createReferralCode(randomBytes(20))),
  });
  assert.equal(strip(used), strip(never));
  assert.equal(used.status, never.status);
});

test("a form that this office did not give, or that says nothing, is not taken", async () => {
  const filed = await refer();
  for (const [fields, said] of [
    [{ token: "A".repeat(64) }, says.tooOld],
    [{ token: "" }, says.tooOld],
    [{ answered: "guilty" }, says.chooseFirst],
    [{ answered: "" }, says.chooseFirst],
    [{ answered: "obstacle-raised" }, says.chooseFirst],
    [{ answered: "declined", text: " " }, says.reasonFirst],
    [{ text: "a".repeat(40_000) }, says.tooLong],
    [{ code: "0" }, says.unknownCode],
  ] as const) {
    const refusedPage = await answer({ code: filed.code, ...fields });
    assert.ok(seen(refusedPage).includes(said), JSON.stringify(fields).slice(0, 80));
    assert.equal(nextOf(refusedPage), "");
  }
  const raw = await ask("/referral/en", { method: "POST", body: "text=%", headers: { "content-type": "text/plain" } });
  assert.ok(seen(raw).includes(says.notRead));
  assert.deepEqual(await waitingIn(filed), []);
  assert.ok(nextOf(await answer({ code: filed.code, answered: "declined", text: "Tribinal nou pa ka." })) !== "");
});

test("what a forum writes is shown as words, also where it looks like a page or like another answer", async () => {
  const filed = await refer();
  const text = '<img src=x onerror=alert(1)> {{next}} "answered":"prosecuting"';
  const shown = await answer({ code: filed.code, text, answered: "" });
  assert.ok(!shown.html.includes("<img src=x") && shown.html.includes("&lt;img src=x"));
  await answer({ code: filed.code, text });
  assert.deepEqual(
    (await waitingIn(filed)).map((one) => [one.answered, one.text]),
    [["investigating", text]],
  );
});

test("an answer that came and that nobody wrote down is not erased with the case, whatever was written down before it", async () => {
  const filed = await refer();
  const { desk, caseId } = filed;
  const record = (cameBy: "letter" | "receipt-page", received: readonly Digest[]) =>
    desk.act(caseId, {
      act: "record-referral-answer",
      says: { referral: 1, answered: "investigating", obstacle: [], on: "2026-01-05", cameBy, received },
      text: "Jan paj la di l.",
    });
  const erasing = async () => {
    const done = await desk.act(caseId, { act: "propose-erasure", reason: "retention-ended" });
    return done.ok ? "done" : done.refusal.code;
  };
  assert.equal(await erasing(), "referral-waits");
  assert.ok((await record("letter", [])).ok);
  assert.deepEqual((await view(desk, caseId)).stillOwed, []);
  await answer({ code: filed.code });
  assert.deepEqual((await view(desk, caseId)).stillOwed, [{ code: "referral-waits", referral: 1 }]);
  assert.equal(await erasing(), "referral-waits");
  const [came] = await waitingIn(filed);
  assert.ok(came && (await record("receipt-page", [came.received])).ok);
  assert.equal(await erasing(), "done");
});

test("an answer that comes between both signatures and the hour holds the erasure up until somebody writes it down", async () => {
  const filed = await refer();
  const { desk, caseId } = filed;
  const record = (cameBy: "letter" | "receipt-page", received: readonly Digest[]) =>
    desk.act(caseId, {
      act: "record-referral-answer",
      says: { referral: 1, answered: "investigating", obstacle: [], on: "2026-01-05", cameBy, received },
      text: "Jan paj la di l.",
    });
  assert.ok((await record("letter", [])).ok);
  const grant = { act: "grant", to: office.person("gerda").id, reason: "asked-to-help" } as const;
  await doActs(desk, caseId, grant, { act: "propose-erasure", reason: "retention-ended" });
  const gerda = await office.desk("gerda");
  await doActs(gerda, caseId, { act: "confirm-erasure", text: "Nan 14 jou." });
  await answer({ code: filed.code });
  const sweep = () =>
    sweepErasures(
      { record: office.record, registry: office.server.registry, pack: office.pack, now: () => inDays(30) },
      { remove: async () => undefined },
      office.clockKey,
    );
  assert.deepEqual(await sweep(), { ran: 0, faults: ["answer-waits"] });
  const [came] = await waitingIn(filed);
  assert.ok(came && (await record("receipt-page", [came.received])).ok);
  assert.deepEqual(await sweep(), { ran: 1, faults: [] });
});
