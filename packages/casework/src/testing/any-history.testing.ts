// Everybody gives any order at any time: histories that nobody thought of.

import { consentChoices } from "@temwen/vocabulary";
import fc from "fast-check";
import type { Actor } from "../case/commands.ts";
import { toAssessedBravo, toNotAdmitted } from "./beginnings.testing.ts";
import {
  acknowledge,
  add,
  asha,
  askReview,
  assess,
  bruno,
  carla,
  change,
  confirm,
  confirmErasure,
  confirmFlood,
  dario,
  deal,
  elsa,
  everybody,
  fabien,
  gerda,
  grantTo,
  hugo,
  karim,
  keepOpen,
  letIn,
  miss,
  mona,
  otto,
  paula,
  propose,
  proposeErasure,
  proposeFlood,
  rekey,
  type Step,
  send,
  stopErasure,
  withdraw,
  write,
} from "./given.testing.ts";
import { moved } from "./history.testing.ts";
import {
  admit,
  agreeOverride,
  allege,
  answered,
  answerReferral,
  askFor,
  assessSafety,
  assign,
  explainDelay,
  extendClock,
  interview,
  linkTo,
  offerSupport,
  override,
  plan,
  recuse,
  refer,
  reportProgress,
  reportRetaliation,
  reviewRetaliation,
  take,
  takeEvidence,
  toClosed,
  toInvestigating,
  unlinkFrom,
} from "./later.testing.ts";
import {
  acceptWithdrawal,
  allowTransfer,
  checkPressure,
  confirmGoingOn,
  confirmReopening,
  confirmTransfer,
  proposeGoingOn,
  proposeReopening,
  proposeTransfer,
  recordConsent,
  takeBack,
  tellTreatment,
  toWithdrawn,
} from "./owed.testing.ts";

const anybody = fc.constantFrom<readonly Actor[]>(...[everybody, moved]).chain((people) => fc.constantFrom(...people));
const anyForces = fc.subarray(["alfa", "bravo", "unknown", "charlie"]);
const anyGrants = fc.array(
  fc.tuple(fc.constantFrom(...everybody), fc.subarray(["story", "support"])).map(([to, keys]) => grantTo(to, ...keys)),
  { maxLength: 3 },
);
/** The story's key alone, or every key that a case may have had by then. */
const anyKeys = fc.constantFrom<readonly string[]>(["story"], ["story", "words-1", "words-2", "words-3"]);
const anyOrder = fc.oneof(
  fc.constant(acknowledge()),
  anyForces.map((forces) => assess({ forces })),
  fc.constantFrom(send(), confirm(), keepOpen()),
  anyGrants.map((grants) => propose({ grants })),
  anyKeys.map((keys) => propose({ grants: [grantTo(carla, ...keys), grantTo(dario, ...keys)] })),
  anyGrants.map((grants) => letIn(...grants)),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.subarray([...everybody]))
    .map(([n, people]) => rekey(n, ...people.map((one) => grantTo(one, "story", `words-${n}`)))),
  fc.constantFrom(deal(), deal({ threshold: 4 })),
);
/** To two, or to everybody without a tie who may hold it: a key that leaves a reader out is refused. */
const anyNewKey = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom([asha, fabien], [asha, bruno, carla, dario, elsa, fabien, hugo, mona, otto, paula]),
  )
  .map(([n, people]) => rekey(n, ...people.map((one) => grantTo(one, `words-${n}`))));
export const anyErasing = fc.tuple(
  fc.constantFrom(asha, bruno, carla),
  fc.constantFrom(
    ...[proposeErasure(), proposeErasure("person-asked"), confirmErasure(), confirmErasure(), confirmErasure(1)],
    stopErasure(),
  ),
);
export const anyFlood = fc.tuple(
  fc.constantFrom(asha, bruno, carla, dario),
  fc.constantFrom(proposeFlood(), proposeFlood(501), confirmFlood()),
);
/** What follows an admission; whoever gives it may not be asked. */
const anyLater = fc.tuple(
  fc.oneof(
    { weight: 1, arbitrary: anybody },
    { weight: 6, arbitrary: fc.constantFrom(fabien, fabien, fabien, asha, hugo) },
  ),
  fc.oneof(
    fc.constantFrom(
      admit(),
      take(),
      take(),
      recuse(),
      plan(),
      plan(),
      askFor(),
      answered(),
      ...[assessSafety(), assessSafety({ level: "immediate" })],
      offerSupport(),
      ...[explainDelay(), reportProgress(), reviewRetaliation(), extendClock()],
      recordConsent(),
      recordConsent({ given: "withdrawn" }),
      ...[override(), agreeOverride(), refer(), refer({ beyond: "imminent-danger" }), answerReferral()],
      proposeGoingOn(),
      confirmGoingOn(),
      proposeReopening(),
      proposeReopening({ facts: "person-asked" }),
    ),
    fc.constantFrom(...everybody).map((about) => reportRetaliation(about)),
    fc
      .tuple(fc.constantFrom(...everybody), anyKeys)
      .map(([to, keys]) => assign({ to: to.id, grants: [grantTo(to, ...keys)] })),
    fc
      .tuple(fc.constantFrom(fabien, hugo), fc.constantFrom(fabien, hugo, karim), anyKeys)
      .map(([from, to, keys]) => assign({ to: to.id, replaces: [from.id], grants: [grantTo(to, ...keys)] })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }), anyForces)
      .map(([number, respondent, forces]) => allege({ number, respondent, forces })),
    fc.nat({ max: 3 }).map((number) => takeEvidence({ number })),
    fc.constantFrom(allowTransfer(), proposeTransfer(), confirmTransfer()),
    fc.constantFrom(
      linkTo(),
      linkTo({ reason: "retaliation-for", team: [fabien.id] }),
      linkTo({ reason: "retaliation-for", team: [hugo.id, karim.id] }),
      unlinkFrom(),
    ),
    fc.constantFrom(interview(), interview({ repeats: "new-facts" }), interview({ subject: 2, of: "witness" })),
  ),
);
const anyChoice = fc.constantFrom(...consentChoices);
/** What somebody of protection, intake or the panel does about an end that the person wants, or wants undone. */
export const anyEnding: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  [asha, letIn(grantTo(gerda, "support"), grantTo(hugo, "story"))],
  [gerda, checkPressure()],
  [hugo, checkPressure()],
  [hugo, checkPressure({ free: "not-yet", level: "immediate" })],
  [asha, acceptWithdrawal()],
  [bruno, acceptWithdrawal()],
  [bruno, confirmReopening()],
  [elsa, confirmReopening()],
  [asha, letIn(grantTo(elsa, "story"))],
);
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(anybody, anyOrder) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(carla, dario), fc.constantFrom(confirm(), keepOpen())) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(asha, fabien), anyNewKey) },
  { weight: 1, arbitrary: anyErasing },
  { weight: 1, arbitrary: anyFlood },
  { weight: 3, arbitrary: anyLater },
  { weight: 1, arbitrary: fc.nat({ max: 4 }).map((n) => write(n)) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }).map((n) => withdraw(n)) },
  { weight: 1, arbitrary: fc.tuple(fc.nat({ max: 4 }), anyChoice).map(([n, choice]) => change(n, choice)) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }).map((n) => add(n, 8)) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }).map((n) => takeBack(n)) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }).map((n) => tellTreatment(n)) },
  { weight: 1, arbitrary: anyEnding },
  { weight: 1, arbitrary: fc.constantFrom("feedback", "acknowledgement").map(miss) },
);
/** Most histories begin on the way to a decision, so that the end is reached often. */
export const anyHistory = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, 3, 3, 3), fc.array(anyStep, { maxLength: 25 }))
  .map(([known, rest]): readonly Step[] => {
    const way: readonly Step[] = [
      ...toAssessedBravo,
      [asha, propose({ grants: [grantTo(carla, "story"), grantTo(dario, "story")] })],
    ];
    return [...way.slice(0, known), ...rest];
  });

const askedToStop: readonly Step[] = [
  ...toAssessedBravo,
  [asha, letIn(grantTo(carla, "story"), grantTo(gerda, "support"))],
  withdraw(1),
];

/** Histories in which people want the case gone, and others do not: while it lives, where the person asked to stop, and behind an end. */
export const anyErasure = fc
  .tuple(
    fc.constantFrom<readonly Step[]>(
      ...[askedToStop.slice(0, -1), askedToStop, [...askedToStop, [gerda, checkPressure()] as Step]],
      ...[toNotAdmitted, toWithdrawn, toClosed],
    ),
    fc.array(
      fc.oneof(
        { weight: 2, arbitrary: anyStep },
        { weight: 5, arbitrary: anyErasing },
        { weight: 1, arbitrary: fc.nat({ max: 3 }).chain((n) => fc.constantFrom(write(n), askReview(n))) },
      ),
      { maxLength: 12 },
    ),
  )
  .map(([begun, rest]): readonly Step[] => [...begun, ...rest]);

/** What an inquiry mostly is. */
const anyExamining: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  ...[
    plan(),
    askFor(),
    answered(),
    allege(),
    allege({ number: 2, right: "life", respondent: 2 }),
    recuse(),
    take(),
  ].map((order): Step => [fabien, order]),
  [hugo, take()],
  [hugo, plan()],
  [hugo, recuse()],
  [asha, assign({ to: hugo.id, grants: [grantTo(hugo, "story")] })],
  [asha, assign({ to: hugo.id, replaces: [fabien.id], grants: [grantTo(hugo, "story")] })],
);

/** Histories of an inquiry that has begun. */
export const anyInquiry = fc
  .tuple(
    fc.constantFrom(2, 3, 4, 5, 5, 5),
    fc.array(
      fc.oneof(
        { weight: 1, arbitrary: anyStep },
        { weight: 2, arbitrary: anyLater },
        { weight: 3, arbitrary: anyExamining },
      ),
      {
        maxLength: 20,
        size: "max",
      },
    ),
  )
  .map(([known, rest]): readonly Step[] => [...toInvestigating.slice(0, known), ...rest]);
