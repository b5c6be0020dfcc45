// What of a case may go to one body outside the office, by what the person said of it and by what two people agreed to.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseView } from "@temwen/desk";
import { judgeConsent } from "./judge-consent.ts";

type Said = Parameters<typeof judgeConsent>[0];
type Referrals = NonNullable<CaseView["referrals"]>;

const nothingSaid: Referrals = { referrals: [], waiting: [], said: {}, along: {}, overrides: [] };
const seen = (consent: Said["consent"], more: Partial<Referrals> = {}, withdrawalAsked = false): Said => ({
  ...(consent && { consent }),
  withdrawalAsked,
  referrals: { ...nothingSaid, ...more },
});
const saidYes = (...along: ("identity" | "contact" | "evidence")[]): Partial<Referrals> => ({
  said: { "ken-odpp": true },
  along: { "ken-odpp": along },
});
const agreed = (isConfirmed: boolean, forum = "ken-odpp"): Partial<Referrals> => ({
  overrides: [{ forum, beyond: "imminent-danger", isConfirmed }],
});
const wanted = { forum: "ken-odpp", withIdentity: false } as const;
const codeOf = (answer: ReturnType<typeof judgeConsent>): string => (answer.ok ? "granted" : answer.refusal.code);

test("who allows a court allows words and evidence to go, and no name", () => {
  const answer = judgeConsent(seen("court"), wanted);
  assert.deepEqual(answer.ok && answer.value, { given: "court", byName: false, evidence: true, identity: [] });
  assert.equal(codeOf(judgeConsent(seen("court"), { ...wanted, withIdentity: true })), "identity-not-allowed");
});

test("a yes to one body lets go what it names, and nothing else, whatever is allowed in all", () => {
  for (const choice of ["help-only", "court"] as const) {
    const words = judgeConsent(seen(choice, saidYes()), wanted);
    assert.deepEqual(words.ok && [words.value.evidence, words.value.identity], [false, []], choice);
    const name = judgeConsent(seen(choice, saidYes("identity", "evidence")), { ...wanted, withIdentity: true });
    assert.deepEqual(name.ok && [name.value.evidence, name.value.identity], [true, ["identity"]], choice);
    assert.equal(
      codeOf(judgeConsent(seen(choice, saidYes("evidence")), { ...wanted, withIdentity: true })),
      "identity-not-allowed",
    );
  }
  assert.equal(
    codeOf(judgeConsent(seen("help-only", saidYes()), { ...wanted, forum: "hti-parquet" })),
    "beyond-consent",
  );
});

test("a no to one body stands, also where a court is allowed in all", () => {
  assert.equal(codeOf(judgeConsent(seen("court", { said: { "ken-odpp": false } }), wanted)), "beyond-consent");
});

test("nobody goes beyond it alone: a second person agreed, for this body and this reason", () => {
  const beyond = { ...wanted, beyond: "imminent-danger" } as const;
  assert.equal(codeOf(judgeConsent(seen("keep-words"), beyond)), "override-not-confirmed");
  assert.equal(codeOf(judgeConsent(seen("keep-words", agreed(false)), beyond)), "override-not-confirmed");
  assert.equal(codeOf(judgeConsent(seen("keep-words", agreed(true, "ken-ipoa")), beyond)), "override-not-confirmed");
  const child = { ...wanted, beyond: "best-interests-of-child" } as const;
  assert.equal(codeOf(judgeConsent(seen("keep-words", agreed(true)), child)), "override-not-confirmed");
  const answer = judgeConsent(seen("keep-words", agreed(true)), beyond);
  assert.equal(answer.ok && answer.value.beyond, "imminent-danger");
});

test("who asked to stop is asked first, whatever they allowed before", () => {
  assert.equal(codeOf(judgeConsent(seen("court", saidYes(), true), wanted)), "withdrawal-asked");
  const beyond = { ...wanted, beyond: "imminent-danger" } as const;
  assert.equal(codeOf(judgeConsent(seen("court", {}, true), beyond)), "override-not-confirmed");
  assert.equal(codeOf(judgeConsent(seen("court", agreed(true), true), beyond)), "granted");
});

test("a letter never says that the office goes beyond what the person allows where it does not", () => {
  const answer = judgeConsent(seen("court", agreed(true)), { ...wanted, beyond: "imminent-danger" });
  assert.ok(answer.ok && answer.value.beyond === undefined);
});

test("of a case that the office opened nothing goes but to a body that somebody said yes to, or by two people", () => {
  const opened = { opened: {} as NonNullable<Said["opened"]> };
  assert.equal(codeOf(judgeConsent({ ...seen(undefined), ...opened }, wanted)), "beyond-consent");
  assert.equal(codeOf(judgeConsent({ ...seen(undefined, saidYes()), ...opened }, wanted)), "granted");
  const two = { ...seen(undefined, agreed(true)), ...opened };
  assert.equal(codeOf(judgeConsent(two, { ...wanted, beyond: "imminent-danger" })), "granted");
});
