import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import type { KnownCase } from "../case/case.ts";
import { caseAfter } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  carla,
  change,
  fabien,
  gerda,
  given,
  grantTo,
  hugo,
  letIn,
  type Step,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import { dayAfter, toClosed } from "../testing/later.testing.ts";
import { recordConsent, takeBack } from "../testing/owed.testing.ts";
import { consentFor } from "./purpose-consent.ts";

const begun: readonly Step[] = [[asha, acknowledge()]];
const allowed: readonly Step[] = [...begun, [asha, recordConsent()]];
const referral = (theCase: KnownCase, recipient = "hti-parquet", hour: Instant = dayAfter(9)) =>
  consentFor(theCase, "referral", recipient, hour);

test("what a person allows one recipient for one purpose is allowed to nobody else and for nothing else", () => {
  const theCase = caseAfter(...allowed);
  assert.deepEqual(referral(theCase)?.including, ["evidence"]);
  assert.equal(referral(theCase, "ken-ipoa"), undefined);
  assert.equal(consentFor(theCase, "transfer", "hti-parquet", dayAfter(9)), undefined);
});

test("nobody takes silence, or a no, for a consent", () => {
  assert.equal(referral(caseAfter(...begun)), undefined);
  assert.equal(referral(caseAfter(...begun, [asha, recordConsent({ given: "no" })])), undefined);
});

test("what the person said last counts, and what they said of another recipient stays", () => {
  const theCase = caseAfter(
    ...allowed,
    [asha, recordConsent({ recipient: "ken-ipoa", including: [] })],
    [asha, recordConsent({ given: "no", including: [] })],
  );
  assert.equal(referral(theCase), undefined);
  assert.deepEqual(referral(theCase, "ken-ipoa")?.including, []);
});

test("a consent counts to the end of its last day, and not a day longer", () => {
  const theCase = caseAfter(...begun, [asha, recordConsent({ until: ["2026-11-05"] })]);
  assert.ok(referral(theCase, "hti-parquet", "2026-11-05T23:59:59.000Z" as Instant));
  assert.equal(referral(theCase, "hti-parquet", "2026-11-06T00:00:00.000Z" as Instant), undefined);
});

test("a consent that is over before it is written down is refused", () => {
  given(...begun)
    .when(asha, recordConsent({ until: ["2026-11-02"] }))
    .refuses("consent-over");
  given(...begun)
    .when(asha, recordConsent({ until: ["2026-11-03"] }))
    .gives("case.consent-recorded/1");
});

test("a person takes a consent back by their own signature, at every stage, and once", () => {
  const end: readonly Step[] = [...toClosed, [asha, recordConsent()]];
  for (const steps of [allowed, end]) {
    const after = given(...steps)
      .whenThePerson(takeBack(1))
      .gives("case.consent-withdrawn/1");
    assert.equal(referral(after), undefined);
    assert.ok(after.unanswered, "somebody has to read who holds copies");
    given(...steps, takeBack(1))
      .whenThePerson(takeBack(2))
      .refuses("no-such-consent");
  }
});

test("what was never allowed cannot be taken back, by the person or by whoever writes it down", () => {
  given(...begun)
    .whenThePerson(takeBack(1))
    .refuses("no-such-consent");
  given(...begun)
    .when(asha, recordConsent({ given: "withdrawn" }))
    .refuses("no-such-consent");
  given(...allowed)
    .whenThePerson(takeBack(1, "ken-ipoa"))
    .refuses("no-such-consent");
  given(...allowed)
    .when(asha, recordConsent({ given: "withdrawn" }))
    .gives("case.consent-recorded/1");
});

test("who signs that the case goes to no court ends what they were heard to allow courts and others", () => {
  const both: readonly Step[] = [...allowed, [asha, recordConsent({ purpose: "recording", recipient: "none" })]];
  const theCase = caseAfter(...both, change(1, "investigate-with-me"));
  assert.equal(referral(theCase), undefined);
  assert.ok(consentFor(theCase, "recording", "none", dayAfter(9)), "a recording goes to nobody");
  assert.ok(referral(caseAfter(...both, change(1, "court"))));
});

test("nobody writes down a yes to a court against what the person signed, until they sign otherwise", () => {
  const less: readonly Step[] = [...begun, change(1, "investigate-with-me")];
  for (const purpose of ["referral", "transfer"] as const)
    given(...less)
      .when(asha, recordConsent({ purpose }))
      .refuses("beyond-consent", { given: "investigate-with-me", needs: "court" });
  given(...less)
    .when(asha, recordConsent({ given: "no" }))
    .gives("case.consent-recorded/1");
  given(...less, change(2, "court"))
    .when(asha, recordConsent())
    .gives("case.consent-recorded/1");
});

test("those who speak with the person write it down, and nobody who only decides", () => {
  const helped: readonly Step[] = [...begun, [asha, letIn(grantTo(fabien, "story"), grantTo(gerda, "support"))]];
  for (const one of [asha, fabien, gerda, hugo])
    given(...helped)
      .when(one, recordConsent())
      .gives("case.consent-recorded/1");
  given(...helped)
    .when(carla, recordConsent())
    .refuses("wrong-role");
});

test("desk and person judge it lawful, and the person sees every word of it that is clear", () => {
  const seen = judgedLawful(historyOf(...allowed, [asha, assess({ forces: ["bravo"] })], takeBack(1)));
  const types = seen.lawful.map(({ fact }) => fact.type);
  assert.ok(types.includes("case.consent-recorded/1") && types.includes("case.consent-withdrawn/1"));
});
