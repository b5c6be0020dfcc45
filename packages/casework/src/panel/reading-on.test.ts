// Whoever is let in gets what is said since the last new key too, or one officer could keep whoever examines, or decides, half blind.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor, OfficeFacts, StaffCommand } from "../case/commands.ts";
import { judgeHistory } from "../history/history.ts";
import { holdersOfNewest } from "../intake/newest-key.ts";
import { decideStaffAct } from "../law/decide.ts";
import { caseAfter, toAssessedBravo } from "../testing/beginnings.testing.ts";
import {
  asha,
  bruno,
  carla,
  dario,
  fabien,
  gerda,
  given,
  grantTo,
  hugo,
  jules,
  letIn,
  mona,
  office,
  paula,
  propose,
  rekey,
  type Step,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf } from "../testing/history.testing.ts";
import { assign, proposeDecision, recommend, take, toAdmitted, toHeard } from "../testing/later.testing.ts";
import { now } from "../testing/stages.testing.ts";
import { seatsWithoutKey } from "./keys-of-seats.ts";
import { mustReadOn } from "./reading-on.ts";

const newKey = (number: number, ...people: readonly Actor[]): StaffCommand =>
  rekey(number, ...people.map((one) => grantTo(one, `words-${number}`)));
const ids = (...people: readonly Actor[]): readonly string[] => people.map(({ id }) => id);
const bench = [carla, dario, mona, jules, paula];
/** Heard by fabien, who has the newest key with asha. */
const toNewKey: readonly Step[] = [...toHeard, [asha, newKey(1, asha, fabien)]];
const halfBlind = { staff: ids(asha, fabien) };

test("nobody is given a case to examine without its newest key; the refusal says who has it", () => {
  const rekeyed: readonly Step[] = [...toAdmitted, [asha, newKey(1, asha, bruno)]];
  const given1 = (...keys: readonly string[]): StaffCommand => assign({ grants: [grantTo(fabien, ...keys)] });
  given(...rekeyed)
    .when(asha, given1("story"))
    .refuses("newest-key-missing", { staff: ids(asha, bruno) });
  given(...rekeyed)
    .when(asha, given1("story", "words-1"))
    .gives("case.assigned/2", "case.access-granted/1");
  // Of two new keys the last is the one to what comes.
  const twice: readonly Step[] = [...rekeyed, [bruno, newKey(2, asha, bruno)]];
  given(...twice)
    .when(asha, given1("story", "words-1"))
    .refuses("newest-key-missing");
});

test("nothing comes before the panel with keys to half of it", () => {
  const to = (...keys: readonly string[]) => bench.map((one) => grantTo(one, ...keys));
  given(...toNewKey)
    .when(fabien, recommend(undefined, to("story")))
    .refuses("newest-key-missing", halfBlind);
  const [first, ...others] = to("story", "words-1");
  given(...toNewKey)
    .when(fabien, recommend(undefined, [...others, grantTo(carla, "story")]))
    .refuses("newest-key-missing", halfBlind);
  const whole = caseAfter(...toNewKey, [fabien, recommend(undefined, [first!, ...others])]);
  assert.deepEqual(seatsWithoutKey(whole, office), []);
});

test("nobody is let in to half of a case, whatever the reason is called", () => {
  for (const reason of ["before-panel", "confirm-non-admission", "assigned", "asked-to-help", "reassigned"] as const) {
    const half: StaffCommand = { type: "grant-access", reason, grants: [grantTo(carla, "story")] };
    given(...toNewKey)
      .when(asha, half)
      .refuses("newest-key-missing", halfBlind);
    given(...toNewKey)
      .when(asha, { ...half, grants: [grantTo(carla, "story", "words-1")] })
      .gives("case.access-granted/1");
  }
  // Who has the story gets the rest by itself, and who helps a person reads no words at all.
  given(...toNewKey)
    .when(asha, letIn(grantTo(bruno, "words-1"), grantTo(gerda, "support")))
    .gives("case.access-granted/1", "case.access-granted/1");
});

test("nobody decides that a case is not admitted on the half of it", () => {
  const rekeyed: readonly Step[] = [...toAssessedBravo, [asha, newKey(1, asha, bruno)]];
  given(...rekeyed)
    .when(asha, propose({ grants: [grantTo(carla, "story")] }))
    .refuses("newest-key-missing", { staff: ids(asha, bruno) });
  given(...rekeyed)
    .when(asha, propose({ grants: [grantTo(carla, "story", "words-1")] }))
    .gives("case.non-admission-proposed/2", "case.access-granted/1");
});

/** As it could be recorded until then: the panel has the story and not what was said since. */
const toHalfBlind: readonly Step[] = [
  ...toNewKey,
  [
    fabien,
    recommend(
      undefined,
      bench.map((one) => grantTo(one, "story")),
    ),
    "before",
  ],
];

test("the next new key is for whoever examines and for those who have a seat, also where the last was kept from them", () => {
  const examined: readonly Step[] = [
    ...toAdmitted,
    [asha, newKey(1, asha, bruno)],
    [asha, assign({ grants: [grantTo(fabien, "story")] }), "before"],
    [fabien, take()],
  ];
  given(...examined)
    .when(asha, newKey(2, asha, bruno))
    .refuses("reader-left-out", { staff: ids(fabien) });
  given(...examined)
    .when(asha, newKey(2, asha, bruno, fabien))
    .gives("case.rekeyed/1", ...[asha, bruno, fabien].map(() => "case.access-granted/1" as const));
  given(...toHalfBlind)
    .when(asha, newKey(2, asha, fabien))
    .refuses("reader-left-out", { staff: ids(carla, dario, jules, mona, paula) });
  // Who helped, or examined before, and has neither key nor work in it, is nobody whom it is kept from.
  const helped: readonly Step[] = [...toHeard, [asha, letIn(grantTo(hugo, "story"))]];
  const before: readonly Step[] = [...helped, [asha, newKey(1, asha, fabien), "before"]];
  assert.deepEqual(new Set(mustReadOn(caseAfter(...before), office)), new Set(ids(asha, fabien)));
});

test("whoever is suspended is waited for by no new key, and named by no refusal", () => {
  const theCase = caseAfter(...toHalfBlind);
  const suspended: OfficeFacts = {
    ...office,
    staff: office.staff.filter(({ id }) => id !== paula.id && id !== fabien.id),
    listed: office.staff,
  };
  const answer = decideStaffAct(theCase, newKey(2, asha, carla, dario, jules, mona), {
    ...{ actor: asha, office: suspended, at: now },
  });
  assert.ok(answer.ok, JSON.stringify(answer));
  assert.deepEqual(holdersOfNewest(theCase, suspended), ids(asha));
});

test("what was recorded with the keys of then stays lawful, and the panel is let in to the rest before it decides", () => {
  const { theCase, unlawful } = judgeHistory(historyOf(...toHalfBlind), directoryOf);
  assert.deepEqual([theCase.stage, unlawful], ["before-panel", []]);
  given(...toHalfBlind)
    .when(carla, proposeDecision())
    .refuses("seat-left-out", { staff: ids(carla, dario, jules, mona, paula) });
  const whole: readonly Step[] = [
    ...toHalfBlind,
    [asha, letIn(...bench.map((one) => grantTo(one, "story", "words-1")))],
  ];
  given(...whole)
    .when(carla, proposeDecision())
    .gives("case.decision-proposed/3");
});
