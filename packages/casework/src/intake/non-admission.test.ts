import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor } from "../case/commands.ts";
import { toAcknowledged, toAssessed, toProposed } from "../testing/beginnings.testing.ts";
import {
  asha,
  assess,
  bruno,
  carla,
  confirm,
  dario,
  elsa,
  fabien,
  given,
  grantTo,
  jules,
  keepOpen,
  lena,
  letIn,
  otto,
  propose,
  send,
} from "../testing/given.testing.ts";

test("an officer cannot confirm their own proposal", () => {
  const promoted: Actor = { ...asha, role: "panel" };
  given(...toProposed)
    .when(promoted, confirm())
    .refuses("cannot-confirm-own-proposal");
  given(...toProposed)
    .when(promoted, keepOpen())
    .refuses("cannot-confirm-own-proposal");
});

test("a panel member who acted in the case earlier does not decide on it", () => {
  given(...toAcknowledged, [carla, send()], [asha, assess()], [asha, propose()])
    .when(carla, confirm())
    .refuses("handled-this-case");
  given(...toProposed, [carla, keepOpen()], [asha, propose()])
    .when(carla, confirm())
    .refuses("handled-this-case");
});

test("only a panel member who was let in by name, with the story, decides on a proposal", () => {
  for (const colleague of [dario, elsa]) {
    for (const order of [confirm(), keepOpen()])
      given(...toProposed)
        .when(colleague, order)
        .refuses("not-let-in");
  }
  given(...toProposed, [asha, letIn(grantTo(dario, "support"))])
    .when(dario, confirm())
    .refuses("not-let-in");
  given(...toProposed, [asha, letIn(grantTo(dario, "story"))])
    .when(dario, confirm())
    .gives("case.not-admitted/1", "case.message-sent/1");
});

test("a proposal without the key to the story for everybody it lets in is refused", () => {
  for (const grants of [[grantTo(carla, "support")], [grantTo(carla, "story"), grantTo(dario, "support")]])
    given(...toAssessed)
      .when(asha, propose({ grants }))
      .refuses("no-grants");
});

test("a confirmed proposal ends the case and tells the person", () => {
  const theCase = given(...toProposed)
    .when(carla, confirm())
    .gives("case.not-admitted/1", "case.message-sent/1");
  assert.ok(theCase.stage === "not-admitted");
  assert.deepEqual([theCase.proposedBy, theCase.decidedBy, theCase.sent], [asha.id, carla.id, 2]);
  assert.equal(theCase.reason, "not-about-the-mission");
});

test("a case that is kept open is assessed as before, and can be proposed again", () => {
  const theCase = given(...toProposed)
    .when(carla, keepOpen())
    .gives("case.kept-open/1");
  assert.equal(theCase.stage, "assessed");
  assert.ok(!("proposedBy" in theCase) && !("reason" in theCase));
  given(...toProposed, [carla, keepOpen()], [bruno, propose({ grants: [grantTo(dario, "story")] })])
    .when(dario, confirm())
    .gives("case.not-admitted/1", "case.message-sent/1");
});

test("a proposal lets in at least one member of the panel who has a seat, untied", () => {
  given(...toAssessed)
    .when(asha, propose({ grants: [] }))
    .refuses("no-grants");
  // Jules is tied: of the reserve elsa and paula take the seats that are empty, and otto none.
  for (const wrong of [otto, jules, fabien, bruno, lena]) {
    given(...toAssessed)
      .when(asha, propose({ grants: [grantTo(wrong, "story")] }))
      .refuses("grantee-not-eligible", { to: wrong.id });
  }
  given(...toAssessed)
    .when(asha, propose({ grants: [grantTo(carla, "story"), grantTo(dario, "story")] }))
    .gives("case.non-admission-proposed/2", "case.access-granted/1", "case.access-granted/1");
});
