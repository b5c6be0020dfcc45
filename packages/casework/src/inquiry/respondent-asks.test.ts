// What somebody who is accused asks of the office about themselves: to see it, and to have it put right.
import assert from "node:assert/strict";
import { test } from "node:test";
import { seenByPerson } from "../seen/seen.ts";
import { asha, bruno, carla, fabien, gerda, given, type Step } from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  allege,
  answerRespondent,
  askOfRespondent,
  dayAfter,
  finding,
  proposeDecision,
  recommend,
  toHeard,
  toInvestigating,
  toPanel,
} from "../testing/later.testing.ts";
import { whatStandsAgainst } from "./fair-to-find.ts";

const stated: readonly Step[] = [...toInvestigating, [fabien, allege()]];
const asked: readonly Step[] = [...toHeard, [fabien, askOfRespondent()]];

test("whoever is accused asks to see what the office holds of them, or to have it put right, and it is written down", () => {
  for (const wants of ["access", "correction"] as const)
    given(...stated)
      .when(fabien, askOfRespondent({ wants }))
      .gives("case.respondent-asked/1");
  given(...toPanel)
    .when(carla, askOfRespondent())
    .gives("case.respondent-asked/1");
  given(...stated)
    .when(fabien, askOfRespondent({ respondent: 2 }))
    .refuses("unknown-respondent");
  given(...asked)
    .when(bruno, askOfRespondent())
    .refuses("out-of-number", { expected: 2 });
  given(...stated)
    .when(gerda, askOfRespondent())
    .refuses("wrong-role");
});

test("it is answered once, by somebody else than whoever took it down, and with a reason where it is not done", () => {
  given(...asked)
    .when(fabien, answerRespondent())
    .refuses("cannot-confirm-own-proposal");
  given(...asked)
    .when(asha, answerRespondent({ ask: 2 }))
    .refuses("unknown-ask");
  for (const odd of [{ became: "not-done" as const }, { cause: "safety" as const }])
    given(...asked)
      .when(asha, answerRespondent(odd))
      .refuses("answer-misfit", { what: "cause" });
  given(...asked)
    .when(asha, answerRespondent({ became: "partly", cause: "sources-hidden" }))
    .gives("case.respondent-answered/1");
  given(...asked, [asha, answerRespondent()])
    .when(bruno, answerRespondent())
    .refuses("ask-answered");
});

test("nobody is found to answer while they wait to have something put right; to see what there is holds nothing up", () => {
  given(...asked)
    .when(fabien, recommend())
    .refuses("correction-waits", { respondent: 1 });
  const open = whatStandsAgainst(given(...asked).theCase as never, dayAfter(30));
  assert.ok(open[0]?.questions.some(({ refusal }) => refusal.code === "correction-waits"));
  given(...asked)
    .when(fabien, recommend([finding({ answers: "not-determined", why: "nobody-identified" })]))
    .gives("case.findings-recommended/1", ...Array(3).fill("case.access-granted/1"));
  for (const steps of [
    [...asked, [asha, answerRespondent({ became: "not-done", cause: "not-shown-wrong" })]],
    [...toHeard, [fabien, askOfRespondent({ wants: "access" })]],
  ] as readonly (readonly Step[])[])
    given(...steps)
      .when(fabien, recommend())
      .gives("case.findings-recommended/1", ...Array(3).fill("case.access-granted/1"));
  given(...toPanel, [asha, askOfRespondent()])
    .when(carla, proposeDecision())
    .refuses("correction-waits");
});

test("desks judge it lawful, and the person's device is shown nothing of whom it is about", () => {
  const history = historyOf(...asked, [asha, answerRespondent()]);
  judgedLawful(history);
  assert.ok(seenByPerson(history).every(({ fact }) => !fact.type.startsWith("case.respondent-a")));
});
