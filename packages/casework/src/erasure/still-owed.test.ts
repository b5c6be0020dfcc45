// Nobody makes what the office owes disappear by erasing the case; the person's own wish goes before.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import { judgeHistory } from "../history/history.ts";
import { decideStaffAct } from "../law/decide.ts";
import { evolveCase } from "../law/evolve.ts";
import { lawfulOrders } from "../law/orders.ts";
import { caseAfter, toAssessedBravo } from "../testing/beginnings.testing.ts";
import {
  asha,
  bruno,
  carla,
  change,
  confirmErasure,
  decideStep,
  eraseWithPanel,
  fabien,
  given,
  grantTo,
  hourAfter,
  letIn,
  office,
  proposeErasure,
  type Step,
  send,
  write,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  answerReferral,
  dayAfter,
  decide,
  deliver,
  proposeDecision,
  refer,
  reportRetaliation,
  reviewRetaliation,
  toClosed,
  toRuled,
} from "../testing/later.testing.ts";
import { dueErasure } from "./erasure.ts";
import { stillOwed } from "./still-owed.ts";

const impossible = proposeDecision({
  ...{ sitting: 3, decides: "closure", findings: [], outcome: "nothing-more-possible" },
});
/** Closed by the panel behind a ruling of which nobody wrote down what became of its second measure. */
const unanswered: readonly Step[] = decide([...toRuled, [asha, deliver()]], impossible, 3);
const reported: readonly Step[] = [...toClosed, [asha, reportRetaliation()]];
const referred: readonly Step[] = [...toAssessedBravo, change(1, "court"), [asha, refer()]];

type Owing = readonly [steps: readonly Step[], code: "measure-unanswered" | "retaliation-waits" | "referral-waits"];
const owing: readonly Owing[] = [
  [unanswered, "measure-unanswered"],
  [reported, "retaliation-waits"],
  [referred, "referral-waits"],
];

describe("what the office still owes", () => {
  test("stands against erasing the case, for every reason but the person's wish", () => {
    for (const [steps, code] of owing) {
      for (const reason of ["retention-ended", "no-complaint", "law-requires"] as const)
        given(...steps)
          .when(asha, proposeErasure(reason))
          .refuses(code);
      given(...steps, write(caseAfter(...steps).sequence + 1))
        .when(asha, proposeErasure("person-asked"))
        .gives("case.erasure-proposed/3");
    }
  });

  test("says which measure and which referral it is", () => {
    given(...unanswered)
      .when(asha, proposeErasure())
      .refuses("measure-unanswered", { measure: 2 });
    given(...referred)
      .when(asha, proposeErasure())
      .refuses("referral-waits", { referral: 1 });
    const all = caseAfter(...unanswered, [asha, reportRetaliation()]);
    assert.deepEqual(stillOwed(all, hourAfter(1)), [
      { code: "measure-unanswered", measure: 2 },
      { code: "retaliation-waits" },
    ]);
  });

  test("stands against it no longer once it is done: an answer written down, a report looked at, a forum heard", () => {
    for (const done of [
      [...unanswered, [asha, deliver({ measure: 2 })]],
      [...reported, [bruno, reviewRetaliation()]],
      [...referred, [asha, answerReferral({ answered: "declined" })]],
    ] as readonly (readonly Step[])[])
      given(...done)
        .when(asha, proposeErasure())
        .gives("case.erasure-proposed/3");
  });

  test("is no answer of the forum where the office itself challenged what it raised", () => {
    const raised = { obstacle: ["status-agreement-immunity"] } as const;
    const challenged: readonly Step[] = [
      ...[...toAssessedBravo, change(1, "court"), [asha, refer(raised)] as Step],
      [asha, answerReferral({ ...raised, answered: "obstacle-challenged" })],
    ];
    given(...challenged)
      .when(asha, proposeErasure())
      .refuses("referral-waits");
  });

  test("ends for a forum with its day, in whatever zone the mission is: then it is silent, and the silence is told", () => {
    const theCase = caseAfter(...referred);
    const codeAt = (at: string) => {
      const decided = decideStaffAct(theCase, proposeErasure(), { actor: asha, office, at: at as Instant });
      return decided.ok ? decided.value[0]?.type : decided.refusal.code;
    };
    // Its day is 15 January; where the day ends last, it is noon of the next one at Greenwich.
    assert.equal(codeAt("2027-01-15T23:59:59.999Z"), "referral-waits");
    assert.equal(codeAt("2027-01-16T11:59:59.999Z"), "referral-waits");
    assert.equal(codeAt("2027-01-16T12:00:00.000Z"), "case.erasure-proposed/3");
  });
});

describe("what comes to be owed", () => {
  const wanted: readonly Step[] = [...toClosed, [asha, proposeErasure()]];
  const came: readonly Step[] = [...wanted, [fabien, reportRetaliation()]];

  test("between the two signatures stands against the second, and the desk says so before anybody writes", () => {
    given(...came)
      .when(bruno, confirmErasure())
      .refuses("retaliation-waits");
    const listed = lawfulOrders(caseAfter(...came), bruno, hourAfter(1)).find(
      ({ order }) => order === "confirm-erasure",
    );
    assert.deepEqual(listed?.refusal, { code: "retaliation-waits" });
    given(...came, [carla, reviewRetaliation()])
      .when(bruno, confirmErasure())
      .gives("case.erasure-confirmed/1", "case.message-sent/1");
  });

  test("behind both ends the erasure, until its hour; other work does not", () => {
    const agreed: readonly Step[] = [...wanted, [bruno, confirmErasure()]];
    const theCase = caseAfter(...agreed);
    const due = dueErasure(theCase);
    assert.ok(due);
    const answer = decideStep(theCase, [fabien, reportRetaliation()]);
    const fact = "facts" in answer ? answer.facts[0] : undefined;
    assert.ok(fact);
    const reportedAt = (at: Instant) => dueErasure(evolveCase(theCase, { fact, at, by: fabien.id }));
    assert.equal(reportedAt(dayAfter(3)), undefined);
    assert.equal(reportedAt(millisToInstant(instantToMillis(due) - 1)), undefined);
    assert.equal(reportedAt(due), due);
    assert.ok(dueErasure(caseAfter(...agreed, [asha, send()])));
  });

  test("a case that goes out to a forum while it waits to be erased is kept for the answer", () => {
    const agreed: readonly Step[] = [...toAssessedBravo, change(1, "court"), ...eraseWithPanel()];
    assert.ok(dueErasure(caseAfter(...agreed)));
    assert.equal(caseAfter(...agreed, [asha, refer()]).erasure, undefined);
  });

  test("keeps no case that the person wants gone", () => {
    const agreed: readonly Step[] = [
      ...[...toClosed, write(1), [asha, proposeErasure("person-asked")] as Step],
      ...([
        [fabien, reportRetaliation()],
        [bruno, confirmErasure()],
      ] as const),
    ];
    assert.ok(dueErasure(caseAfter(...agreed)));
    assert.ok(dueErasure(caseAfter(...agreed, [asha, reportRetaliation()])));
  });
});

describe("an erasure that was proposed before that rule", () => {
  for (const number of ["formerly", "case.erasure-proposed/2"] as const) {
    test(`is lawful for everybody, is agreed to, and goes on (${number})`, () => {
      for (const [steps] of owing) {
        const second = steps === referred ? carla : bruno;
        const letHerIn: readonly Step[] = second === carla ? [[asha, letIn(grantTo(carla, "story"))]] : [];
        const before: readonly Step[] = [
          ...[...steps, ...letHerIn, [asha, proposeErasure(), number] as Step],
          [second, confirmErasure()],
        ];
        judgedLawful(historyOf(...before));
        assert.ok(dueErasure(caseAfter(...before)));
        assert.ok(dueErasure(caseAfter(...before, [fabien, reportRetaliation()])));
      }
    });
  }

  test("is judged by the rule of now where it bears the number of now", () => {
    for (const [steps, code] of owing) {
      const renamed = historyOf(...steps, [asha, proposeErasure(), "case.erasure-proposed/2"]).map((event) =>
        event.fact.type === "case.erasure-proposed/2"
          ? { ...event, fact: { ...event.fact, type: "case.erasure-proposed/3" as const } }
          : event,
      );
      assert.equal(judgeHistory(renamed, directoryOf).unlawful[0]?.refusal.code, code);
    }
  });
});
