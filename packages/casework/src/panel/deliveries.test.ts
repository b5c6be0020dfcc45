// What became of what the panel ordered: by whom it was decided, why it was refused, and that none of it is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import { type Case, inquiryOf } from "../case/case.ts";
import { asha, carla, digestOf, fabien, given, hugo, ines, type Step } from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  closure,
  decide,
  deliver,
  measure,
  proposeDecision,
  recommend,
  ruling,
  toClosed,
  toFound,
  toRuled,
} from "../testing/later.testing.ts";
import { reviewed, toHugo } from "../testing/owed.testing.ts";

const published = [digestOf("why it is refused")];
function states(theCase: Case) {
  assert.ok(theCase.stage !== "unknown");
  const { measures = [] } = inquiryOf(theCase);
  return measures.map(({ number, sitting, delivered = "open" }) => [number, sitting, delivered]);
}

test("what others refuse has a reason that everybody reads, and somebody who decided it", () => {
  given(...toRuled)
    .when(asha, deliver({ delivered: "refused" }))
    .refuses("reason-missing");
  given(...toRuled)
    .when(asha, deliver({ delivered: "refused", published }))
    .gives("case.delivery-recorded/3");
  for (const delivered of ["delivered", "partly", "refused"] as const)
    given(...toRuled)
      .when(asha, deliver({ delivered, decidedBy: "nobody", published }))
      .refuses("decider-missing");
});

test("of what is done in part everybody reads why not all, and silence is none before its day is over", () => {
  given(...toRuled)
    .when(asha, deliver({ delivered: "partly" }))
    .refuses("reason-missing");
  given(...toRuled)
    .when(asha, deliver({ delivered: "partly", published }))
    .gives("case.delivery-recorded/3");
  const silent = deliver({ delivered: "no-answer", decidedBy: "nobody" });
  given(...toRuled)
    .whenAt("2027-03-02T11:59:59.999Z" as Instant, asha, silent)
    .refuses("day-not-past", { day: "2027-03-01" });
  given(...toRuled)
    .whenAt("2027-03-02T12:00:00.000Z" as Instant, asha, silent)
    .gives("case.delivery-recorded/3");
});

test("what shows a delivery is named beside it, and silence is shown by nothing", () => {
  const shownBy = [digestOf("a paper"), digestOf("a photo")];
  const history = historyOf(...toRuled, [asha, deliver({ shownBy })]);
  judgedLawful(history);
  const fact = history.at(-1)?.fact;
  assert.ok(fact?.type === "case.delivery-recorded/3");
  assert.deepEqual(fact.shownBy, shownBy);
  given(...toRuled)
    .whenAt(
      "2027-03-02T12:00:00.000Z" as Instant,
      asha,
      deliver({ delivered: "no-answer", decidedBy: "nobody", shownBy }),
    )
    .refuses("decision-misfit");
});

test("no measure is due by a day that is over everywhere", () => {
  const late = ruling(measure(), measure({ number: 2, due: "2026-12-01" }));
  given(...toFound)
    .whenAt("2026-12-02T11:59:59.999Z" as Instant, carla, late)
    .gives("case.decision-proposed/3");
  given(...toFound)
    .whenAt("2026-12-02T12:00:00.000Z" as Instant, carla, late)
    .refuses("day-is-past", { day: "2026-12-01" });
});

test("where the office itself sets the panel aside, it is not for whoever had a hand in the case", () => {
  const ofOffice = { decidedBy: "office", published } as const;
  for (const delivered of ["refused", "partly"] as const) {
    for (const hand of [asha, fabien, carla])
      given(...toRuled)
        .when(hand, deliver({ ...ofOffice, delivered }))
        .refuses("handled-this-case");
    given(...toRuled)
      .when(ines, deliver({ ...ofOffice, delivered }))
      .gives("case.delivery-recorded/3");
  }
  given(...toRuled)
    .when(asha, deliver({ ...ofOffice, published: [], delivered: "delivered" }))
    .gives("case.delivery-recorded/3");
});

test("what is paid after the close is written down, and the case stays closed", () => {
  const theCase = given(...toClosed)
    .when(asha, deliver({ measure: 2 }))
    .gives("case.delivery-recorded/3");
  assert.equal(theCase.stage, "closed");
  assert.deepEqual(states(theCase), [
    [1, 2, "delivered"],
    [2, 2, "delivered"],
  ]);
  given(...toFound)
    .when(asha, deliver())
    .refuses("unknown-measure");
});

test("a second ruling numbers on, loses no measure of the first, and waits for its own alone", () => {
  const again: readonly Step[] = [...reviewed(toClosed, "examined-anew"), ...toHugo];
  const late = given(...again)
    .when(asha, deliver({ measure: 2 }))
    .gives("case.delivery-recorded/3");
  assert.equal(late.stage, "investigating", "what is delivered meanwhile is written down");
  const found = decide([...again, [hugo, recommend()]], proposeDecision({ sitting: 5 }), 5);
  const rule = (number: number) =>
    proposeDecision({ sitting: 6, decides: "ruling", findings: [], measures: [measure({ number })] });
  given(...found)
    .when(carla, rule(1))
    .refuses("out-of-number", { expected: 3 });
  const ruled = decide(found, rule(3), 6);
  assert.deepEqual(states(given(...ruled).theCase), [
    [1, 2, "delivered"],
    [2, 2, "refused"],
    [3, 6, "open"],
  ]);
  given(...ruled)
    .when(carla, closure(7))
    .refuses("measure-unanswered", { measure: 3 });
  const answered: readonly Step[] = [...ruled, [asha, deliver({ measure: 3 })]];
  assert.equal(given(...answered).theCase.stage, "settled");
  judgedLawful(historyOf(...answered, [asha, deliver({ measure: 2 })]));
});

test("a second ruling that took the numbers of the first before takes its place, for desk and person", () => {
  const again: readonly Step[] = [...reviewed(toClosed, "examined-anew"), ...toHugo];
  const found = decide([...again, [hugo, recommend()]], proposeDecision({ sitting: 5 }), 5);
  const order = proposeDecision({ sitting: 6, decides: "ruling", findings: [], measures: [measure()] });
  const { theCase } = given(...found, [carla, order, "formerly"]);
  assert.ok(theCase.stage !== "unknown");
  assert.equal(theCase.sitting?.measures[0]?.number, 1);
  const refused: Step = [asha, deliver({ delivered: "refused", decidedBy: "nobody" }), "formerly"];
  judgedLawful(historyOf(...toRuled, refused));
});
