import assert from "node:assert/strict";
import { test } from "node:test";
import { type Instant, millisToInstant } from "@temwen/vocabulary";
import type { Actor, StaffCommand } from "../case/commands.ts";
import { judgeHistory } from "../history/history.ts";
import { decideStaffAct } from "../law/decide.ts";
import { judgeSeen, seenByPerson } from "../seen/seen.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  digestOf,
  fabien,
  gerda,
  given,
  ines,
  office,
  part,
  type Step,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, signedBy } from "../testing/history.testing.ts";
import { vaultEnds } from "./vault.ts";

const ask: StaffCommand = {
  type: "ask-identity",
  reason: "danger",
  half: digestOf("one half"),
  explanation: part("explanation-3"),
};
const allow: StaffCommand = { type: "approve-identity", half: digestOf("other half"), grant: part("access-4-1") };
const look: StaffCommand = { type: "open-identity" };

const acknowledged: Step = [asha, acknowledge()];
const asked = [acknowledged, [asha, ask]] as const;
const allowed = [...asked, [bruno, allow]] as const;

test("one asks with a reason, another says yes, and only then the first may look", () => {
  given(acknowledged).when(asha, look).refuses("identity-not-approved");
  given(...asked)
    .when(asha, look)
    .refuses("identity-not-approved");
  given(...allowed)
    .when(asha, look)
    .gives("case.identity-opened/1");
});

test("nobody says yes to their own question", () => {
  given(...asked)
    .when(asha, allow)
    .refuses("cannot-approve-own-ask");
});

test("nobody says yes where nobody asked, and nobody answers twice", () => {
  given(acknowledged).when(bruno, allow).refuses("identity-not-asked");
  given(...allowed)
    .when(fabien, allow)
    .refuses("identity-not-asked");
});

test("a second person says no with a reason, the question is over, and may be asked anew", () => {
  const no: StaffCommand = { type: "refuse-identity", explanation: part("explanation-5") };
  const { theCase } = given(...asked, [bruno, no]);
  assert.ok(theCase.stage !== "unknown" && theCase.vault === undefined && theCase.handledBy.includes(bruno.id));
  given(...asked, [bruno, no])
    .when(fabien, allow)
    .refuses("identity-not-asked");
  given(...asked, [bruno, no])
    .when(asha, { ...ask, explanation: part("explanation-6") })
    .gives("case.identity-asked/1");
  given(...asked)
    .when(asha, no)
    .refuses("cannot-approve-own-ask");
  given(acknowledged).when(bruno, no).refuses("identity-not-asked");
  given(...allowed)
    .when(fabien, no)
    .refuses("identity-not-asked");
});

test("a yes is for who asked and for nobody else", () => {
  given(...allowed)
    .when(bruno, look)
    .refuses("identity-not-approved");
});

test("a yes with the same half of the key is refused: it would open nothing", () => {
  given(...asked)
    .when(bruno, { ...allow, half: digestOf("one half") })
    .refuses("same-half");
});

test("while a question or a yes counts, nobody asks again", () => {
  given(...asked)
    .when(bruno, ask)
    .refuses("identity-already-asked");
  given(...allowed)
    .when(fabien, ask)
    .refuses("identity-already-asked");
});

test("a question and a yes end after three days, and then one may ask anew", () => {
  const cases: readonly (readonly [readonly Step[], Actor, StaffCommand])[] = [
    [asked, bruno, allow],
    [allowed, asha, look],
  ];
  for (const [steps, next, order] of cases) {
    const { theCase } = given(...steps);
    assert.ok(theCase.stage !== "unknown" && theCase.vault);
    const ends = millisToInstant(vaultEnds(theCase.vault));
    const justBefore = millisToInstant(vaultEnds(theCase.vault) - 1);
    const answer = (actor: Actor, given: StaffCommand, at: Instant) => {
      const decided = decideStaffAct(theCase, given, { actor, office, at });
      return decided.ok ? decided.value.map(({ type }) => type) : decided.refusal.code;
    };
    assert.equal(typeof answer(next, order, justBefore), "object");
    assert.equal(answer(next, order, ends), "identity-ask-expired");
    assert.equal(answer(fabien, ask, justBefore), "identity-already-asked");
    assert.deepEqual(answer(fabien, ask, ends), ["case.identity-asked/1"]);
  }
});

test("a panel, who helps, and who is tied to a respondent have no part in it", () => {
  given(acknowledged).when(carla, ask).refuses("wrong-role");
  given(acknowledged).when(gerda, ask).refuses("wrong-role");
  given(...asked)
    .when(carla, allow)
    .refuses("wrong-role");
  given(acknowledged, [asha, assess()]).when(ines, ask).refuses("tied-to-respondent");
  given(...asked, [asha, assess()])
    .when(ines, allow)
    .refuses("tied-to-respondent");
});

test("before somebody has acknowledged a case, nobody asks for a name", () => {
  given().when(asha, ask).refuses("wrong-stage");
});

test("the person sees who asked, who said yes, and each time somebody looked", () => {
  const history = historyOf(...allowed, [asha, look], [asha, look]);
  const seen = seenByPerson(history).map(({ fact }) => fact.type);
  assert.deepEqual(seen.slice(-4), [
    "case.identity-asked/1",
    "case.identity-approved/1",
    "case.identity-opened/1",
    "case.identity-opened/1",
  ]);
  assert.deepEqual(judgeSeen(history, directoryOf).unlawful, []);
});

test("a yes that whoever asked has signed themselves counts for nobody, at the desk and for the person", () => {
  const history = historyOf(...asked);
  const theCase = judgeHistory(history, directoryOf).theCase;
  assert.ok(theCase.stage !== "unknown" && theCase.vault);
  const { askedBy } = theCase.vault;
  const forged = signedBy(
    asha,
    [{ type: "case.identity-approved/1", askedBy, half: digestOf("other half"), grant: part("access-5-1") }],
    history,
  );
  for (const judge of [judgeHistory, judgeSeen]) {
    const { unlawful } = judge([...history, ...forged], directoryOf);
    assert.deepEqual(
      unlawful.map(({ refusal }) => refusal.code),
      ["cannot-approve-own-ask"],
    );
  }
});

test("a look that nobody allowed is not taken as one", () => {
  const history = historyOf(...asked);
  const forged = signedBy(asha, [{ type: "case.identity-opened/1", reason: "danger", approvedBy: bruno.id }], history);
  const { unlawful } = judgeSeen([...history, ...forged], directoryOf);
  assert.equal(unlawful[0]?.refusal.code, "identity-not-approved");
});
