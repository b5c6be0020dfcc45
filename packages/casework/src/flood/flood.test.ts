import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clock } from "@temwen/mission-pack";
import type { Actor, StaffCommand } from "../case/commands.ts";
import { runningClocks } from "../clocks/clocks.ts";
import { mayRead } from "../law/reading.ts";
import { briefCase } from "../seen/summary.ts";
import {
  acknowledge,
  add,
  asha,
  bruno,
  carla,
  change,
  confirmFlood,
  dario,
  digestOf,
  elsa,
  fabien,
  gerda,
  given,
  ines,
  jules,
  lena,
  proposeFlood,
  type Step,
  withdraw,
  write,
} from "../testing/given.testing.ts";

const evidence = { part: "evidence-1", digest: digestOf("evidence") };
const look: StaffCommand = { type: "open-evidence", evidence };
const proposed: Step = [asha, proposeFlood()];
const closed: readonly Step[] = [proposed, [carla, confirmFlood()]];

test("noise is closed unread when one person of intake proposes it and one of the panel agrees", () => {
  assert.equal(given().when(asha, proposeFlood()).gives("case.flood-proposed/1").stage, "flood-proposed");
  const after = given(proposed).when(carla, confirmFlood()).gives("case.closed-as-flood/1");
  assert.ok(after.stage === "closed-as-flood");
  assert.deepEqual([after.flood.proposedBy, after.flood.closedBy], [asha.id, carla.id]);
  assert.deepEqual([after.flood.casesDigest, after.flood.caseCount], [digestOf("the cases"), 212]);
});

test("nobody closes a case unread alone, nor in a role that may not", () => {
  for (const actor of [carla, elsa, fabien, gerda, lena]) given().when(actor, proposeFlood()).refuses("wrong-role");
  for (const actor of [asha, bruno, fabien, gerda]) given(proposed).when(actor, confirmFlood()).refuses("wrong-role");
  const moved: Actor = { ...asha, role: "panel" };
  given(proposed).when(moved, confirmFlood()).refuses("cannot-confirm-own-proposal");
});

test("who has a tie to anybody closes nothing unread: nobody read whom it is about", () => {
  given()
    .when(ines, proposeFlood())
    .refuses("tied-to-respondent", { ties: ["alfa"] });
  given(proposed)
    .when(jules, confirmFlood())
    .refuses("tied-to-respondent", { ties: ["alfa"] });
});

test("what somebody took up, or proposed already, is not closed unread, and nothing is closed that nobody proposed", () => {
  given([bruno, acknowledge()]).when(asha, proposeFlood()).refuses("wrong-stage");
  given(proposed, [bruno, acknowledge()]).when(carla, confirmFlood()).refuses("wrong-stage");
  given(proposed).when(bruno, proposeFlood()).refuses("wrong-stage");
  given(...closed)
    .when(dario, confirmFlood())
    .refuses("wrong-stage");
  given().when(carla, confirmFlood()).refuses("wrong-stage");
});

test("what was looked at is not closed unread, before a proposal and behind it", () => {
  given([bruno, look]).when(asha, proposeFlood()).refuses("somebody-looked");
  given(proposed, [dario, look]).when(carla, confirmFlood()).refuses("somebody-looked");
});

test("a case whose person did anything is not closed unread, and never again after that", () => {
  for (const act of [write(1), withdraw(1), change(1, "help-only"), add(1)]) {
    given(act).when(asha, proposeFlood()).refuses("person-wrote");
    given(proposed, act).when(carla, confirmFlood()).refuses("wrong-stage");
    given(...closed, act)
      .when(asha, proposeFlood())
      .refuses("person-wrote");
  }
});

test("whatever the person does opens the case again as it was, with everything that may follow", () => {
  for (const act of [write(1), withdraw(1), change(1, "help-only"), add(1)]) {
    const { theCase, when } = given(...closed, act);
    assert.ok(theCase.stage === "received" && theCase.unanswered && !("flood" in theCase));
    when(bruno, acknowledge()).gives("case.acknowledged/1", "case.consent-given/1", "case.message-sent/1");
  }
});

test("an officer may take the case up at any hour, also when two people took it for noise", () => {
  const taken = ["case.acknowledged/1", "case.consent-given/1", "case.message-sent/1"] as const;
  for (const history of [[proposed], closed]) {
    const after = given(...history)
      .when(bruno, acknowledge())
      .gives(...taken);
    assert.ok(after.stage === "acknowledged" && !("flood" in after));
  }
});

test("one act closes 500 cases at most, and one at least", () => {
  given().when(asha, proposeFlood(500)).gives("case.flood-proposed/1");
  given().when(asha, proposeFlood(501)).refuses("too-many-at-once", { most: 500 });
  given().when(asha, proposeFlood(0)).refuses("too-many-at-once");
});

test("the panel may see what is proposed to be closed unread, and nobody who is tied or of another role", () => {
  const { theCase } = given(proposed);
  assert.ok(mayRead(theCase, carla) && mayRead(theCase, bruno));
  assert.ok(!mayRead(given().theCase, carla) && !mayRead(theCase, gerda) && !mayRead(theCase, fabien));
});

test("closing as noise answers nobody: clocks run on, and count from the filing when the case is opened again", () => {
  const clock: Clock = {
    ...{ id: "acknowledgement", startsOn: "case.received", stopsOn: "case.acknowledged", due: "P7D", bearer: "office" },
    ...{ source: "an example", basis: "platform-default", publish: true },
  };
  const running = (...history: readonly Step[]) =>
    runningClocks(given(...history).theCase, { zone: "America/Port-au-Prince", clocks: [clock] });
  assert.deepEqual(running(proposed), running());
  assert.deepEqual(running(...closed), running());
  const { theCase } = given(...closed);
  assert.ok(theCase.stage !== "unknown");
  const { clock: pressing, facts } = briefCase(theCase, running(...closed));
  assert.deepEqual([pressing, facts.unsaid], [undefined, running()[0]?.due]);
  assert.deepEqual(running(...closed, write(1)), running());
});

test("what was closed unread is told apart from what was not admitted, by stage and by the cases it went with", () => {
  const { theCase } = given(...closed);
  assert.ok(theCase.stage !== "unknown");
  const { stage, facts } = briefCase(theCase, []);
  assert.deepEqual([stage, facts.floodCases, facts.floodCount], ["closed-as-flood", digestOf("the cases"), 212]);
});
