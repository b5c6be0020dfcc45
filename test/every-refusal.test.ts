// Whatever a rule or the server may refuse was refused in some test, and is told in a sentence of each language.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { StepRefusal } from "@temwen/casework";
import type { MatterRefusal } from "@temwen/casework/matters";
import { languages } from "@temwen/words";
import { language } from "../apps/desk/page/src/desk-state.ts";
import { whyNot } from "../apps/desk/page/src/matters/say-matter.ts";
import { tellRefusal } from "../apps/desk/page/src/say.ts";
import type { OpenCaseRefusal } from "../apps/server/src/desk-api/open-case.ts";
import type { StaffActRefusal } from "../apps/server/src/desk-api/staff-act.ts";
import type { PersonActRefusal } from "../apps/server/src/mailbox/person-act.ts";
import type { MatterActRefusal } from "../apps/server/src/matters/record-act.ts";

/** Every code of the union, which the compiler sees to: one that is missing or too many does not compile. */
const complete =
  <C extends string>() =>
  <const L extends readonly C[]>(codes: L, ..._whole: [Exclude<C, L[number]>] extends [never] ? [] : [never]): L =>
    codes;

const ofCases = complete<StepRefusal["code"]>()([
  "act-incomplete",
  "already-agreed",
  "already-extended",
  "already-flagged",
  "already-linked",
  "already-proposed",
  "already-stated",
  "already-taken",
  "already-token",
  "already-voted",
  "already-withdrawn",
  "another-assigned",
  "another-decision",
  "another-delay",
  "another-opening",
  "answer-already-recorded",
  "answer-misfit",
  "answer-unchanged",
  "ask-answered",
  "beyond-consent",
  "beyond-extension",
  "cannot-approve-own-ask",
  "cannot-confirm-own-proposal",
  "cannot-open-for-oneself",
  "child-protection-only",
  "child-stays",
  "clock-not-missed",
  "companion-tied",
  "complained-about",
  "consent-over",
  "consent-unchanged",
  "correction-waits",
  "danger-not-assessed",
  "day-is-past",
  "day-not-past",
  "decider-missing",
  "decision-differs",
  "decision-misfit",
  "enough-agreed",
  "erasure-under-way",
  "escrow-spent",
  "evidence-misnamed",
  "examined-before",
  "examines-this-case",
  "expired",
  "finding-misfit",
  "finding-missing",
  "focal-point-not-told",
  "forces-misfit",
  "grantee-not-eligible",
  "handled-this-case",
  "has-linked-case",
  "identity-already-asked",
  "identity-ask-expired",
  "identity-not-approved",
  "identity-not-asked",
  "interpreter-not-named",
  "is-carried",
  "key-not-new",
  "key-would-be-lost",
  "leaves-no-quorum",
  "links-itself",
  "measure-unanswered",
  "more-than-one-member",
  "never-interviewed",
  "newest-key-missing",
  "no-allegation",
  "no-civil-society",
  "no-erasure-proposed",
  "no-escrow",
  "no-grants",
  "no-opening",
  "no-override-proposed",
  "no-part-in-case",
  "no-quorum",
  "no-retaliation-reported",
  "no-review-asked",
  "no-sitting",
  "no-such-consent",
  "no-such-summary",
  "no-token-proposed",
  "no-transfer-proposed",
  "no-withdrawal-asked",
  "nobody-to-tell",
  "not-a-colleague",
  "not-a-holder",
  "not-a-reader",
  "not-as-wished",
  "not-asked-in-person",
  "not-assigned",
  "not-carried",
  "not-extendable",
  "not-free-yet",
  "not-grave-enough",
  "not-in-directory",
  "not-flagged",
  "not-joint",
  "not-let-in",
  "not-linked",
  "not-of-a-child",
  "not-to-be-erased",
  "not-your-case",
  "not-your-proposal",
  "nothing-answered",
  "nothing-assessed",
  "nothing-proposed",
  "nothing-ruled",
  "nothing-to-confirm",
  "nothing-to-defer",
  "nothing-to-override",
  "opened-it-oneself",
  "opening-misfit",
  "opening-open",
  "opening-over",
  "opening-waits",
  "out-of-number",
  "outcome-misfit",
  "out-of-turn",
  "panel-must-agree",
  "person-asked-nothing",
  "person-did-not-ask",
  "person-not-heard",
  "person-not-told",
  "person-wrote",
  "pressure-not-checked",
  "reader-left-out",
  "readers-still-serve",
  "reason-missing",
  "recused",
  "referral-misfit",
  "referral-waits",
  "rekeyed-too-often",
  "repeat-needs-reason",
  "reported-it-oneself",
  "respondent-differs",
  "respondent-not-heard",
  "respondent-not-notified",
  "retaliation-waits",
  "review-already-asked",
  "review-waits",
  "same-half",
  "same-role",
  "seat-left-out",
  "shares-misfit",
  "sitting-open",
  "somebody-looked",
  "subject-differs",
  "takes-days-away",
  "team-misfit",
  "tied-to-respondent",
  "too-few-holders",
  "too-few-of-panel",
  "too-many-at-once",
  "too-much-evidence",
  "too-short-to-reply",
  "track-misfit",
  "transfer-not-allowed",
  "treatment-already-told",
  "unknown-ask",
  "unknown-case",
  "unknown-department",
  "unknown-force",
  "unknown-forum",
  "unknown-measure",
  "unknown-referral",
  "unknown-request",
  "unknown-respondent",
  "unlawful-escrow",
  "votes-missing",
  "wish-not-asked",
  "wrong-bench",
  "wrong-role",
  "wrong-stage",
]);
const ofMatters = complete<MatterRefusal["code"]>()([
  "already-published",
  "another-delay",
  "cannot-check-own-claim",
  "cannot-confirm-own-proposal",
  "custody-misfit",
  "day-is-past",
  "day-not-past",
  "erasure-under-way",
  "forces-misfit",
  "grantee-not-eligible",
  "key-not-new",
  "key-would-be-lost",
  "no-consent",
  "no-erasure-proposed",
  "no-grants",
  "not-let-in",
  "not-of-age",
  "nothing-asked",
  "nothing-ends-it",
  "out-of-number",
  "recused",
  "rekeyed-too-often",
  "tied-to-respondent",
  "too-few-of-panel",
  "unknown-department",
  "unknown-force",
  "unknown-matter",
  "wrong-role",
  "wrong-stage",
]);
type OfServer = Exclude<
  (StaffActRefusal | PersonActRefusal | MatterActRefusal | OpenCaseRefusal)["code"],
  (StepRefusal | MatterRefusal)["code"]
>;
const ofServer = complete<OfServer>()([
  "another-digest",
  "another-office",
  "another-policy",
  "cannot-tell",
  "case-not-trusted",
  "clock-apart",
  "conflict",
  "crowded",
  "epoch-behind",
  "malformed-act",
  "malformed-opening",
  "matter-not-trusted",
  "missing-part",
  "no-space",
  "not-announced",
  "not-received",
  "not-sealed",
  "same-hour",
  "signature-invalid",
  "unexpected-part",
  "unknown-link",
  "unknown-mailbox",
  "wrong-digest",
  "wrong-label-key",
  "wrong-size",
]);

const root = fileURLToPath(new URL("..", import.meta.url));

/** The codes that tests in these files say a refusal has: those in a `refuses("…")`, or in an assertion. */
function provokedIn(...places: readonly string[]): ReadonlySet<string> {
  const files = places
    .flatMap((place) => globSync(place, { cwd: root }))
    .filter((file) => !import.meta.filename.endsWith(file));
  const claims = files.flatMap((file) =>
    readFileSync(`${root}${file}`, "utf8")
      .split(";\n")
      .filter((statement) => /\brefuses\b|assert|Refused|codeOf/.test(statement)),
  );
  return new Set(
    claims.flatMap((claim) =>
      [...claim.matchAll(/"(?:\d+ )?([a-z]+(?:-[a-z]+)+|expired|recused|conflict|crowded)"/g)].map(
        ([, code = ""]) => code,
      ),
    ),
  );
}

const without = (codes: readonly string[], provoked: ReadonlySet<string>): readonly string[] =>
  codes.filter((code) => !provoked.has(code));

test("whatever the law of cases refuses is refused in a test beside it", () => {
  assert.deepEqual(without(ofCases, provokedIn("packages/casework/src/**/*.test.ts")), []);
});

test("whatever the law of recommendations, visits and claims refuses is refused in a test", () => {
  const places = ["packages/casework/src/matters/*.test.ts", "test/matters*.test.ts", "test/faults/matters.test.ts"];
  assert.deepEqual(without(ofMatters, provokedIn(...places)), []);
});

test("whatever the server refuses besides is refused in a test that asks a server", () => {
  assert.deepEqual(without(ofServer, provokedIn("test/*.test.ts", "test/faults/*.test.ts")), []);
});

test("whatever is refused at a desk is told in words, in every language", () => {
  for (const spoken of languages) {
    language.value = spoken;
    const told = [
      ...[...ofCases, ...ofServer].map((code) => [code, tellRefusal({ code })] as const),
      ...ofMatters.map((code) => [code, whyNot({ code })] as const),
    ];
    const untold = told.filter(([code, sentence]) => sentence.includes(`(${code})`));
    assert.deepEqual(untold, [], spoken);
  }
});
