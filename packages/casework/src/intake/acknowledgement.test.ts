import assert from "node:assert/strict";
import { test } from "node:test";
import type { StaffCommand } from "../case/commands.ts";
import { acknowledge, asha, carla, given, holders } from "../testing/given.testing.ts";

test("an acknowledgement deals the escrow anew, writes down the consent and tells the person", () => {
  const theCase = given()
    .when(asha, acknowledge())
    .gives("case.acknowledged/1", "case.consent-given/1", "case.message-sent/1");
  assert.ok(theCase.stage === "acknowledged");
  assert.deepEqual(
    [theCase.acknowledgedBy, theCase.consent, theCase.sent, theCase.handledBy],
    [asha.id, "investigate-with-me", 1, [asha.id]],
  );
});

test("an escrow of other holders, of four, or with another threshold is refused", () => {
  const { escrow } = acknowledge() as Extract<StaffCommand, { readonly type: "acknowledge-case" }>;
  const [first, ...others] = escrow.shares;
  const unlawful = [
    { ...escrow, threshold: 2 },
    { ...escrow, threshold: 5 },
    { ...escrow, shares: others },
    { ...escrow, shares: [...others, { ...first!, holder: holders[1]! }] },
    { ...escrow, shares: [...others, { ...first!, holder: carla.id }] },
  ];
  for (const dealt of unlawful)
    given()
      .when(asha, acknowledge({ escrow: dealt }))
      .refuses("unlawful-escrow");
});
