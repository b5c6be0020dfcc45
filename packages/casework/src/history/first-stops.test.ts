import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parsePack } from "@temwen/mission-pack";
import { toNotAdmitted } from "../testing/beginnings.testing.ts";
import {
  asha,
  bruno,
  confirm,
  dario,
  elsa,
  grantTo,
  hugo,
  letIn,
  propose,
  type Step,
} from "../testing/given.testing.ts";
import { historyOf } from "../testing/history.testing.ts";
import { decide, proposeDecision, recommend, toClosed } from "../testing/later.testing.ts";
import { confirmReopening, nextSitting, proposeReopening, reviewed, toHugo } from "../testing/owed.testing.ts";
import { firstStops } from "./first-stops.ts";

const haiti = parsePack(
  JSON.parse(readFileSync(new URL("../../../../packs/haiti/pack.json", import.meta.url), "utf8")),
);
assert.ok(haiti.ok);
const pack = haiti.value;

/** Every stop that a history puts into the public log, in its order. */
function stopsOf(steps: readonly Step[]): readonly string[] {
  const happened = historyOf(...steps);
  return happened.flatMap((_, place) => firstStops(happened.slice(0, place + 1), pack));
}

const reopened = (end: readonly Step[]): readonly Step[] => [
  ...end,
  [asha, letIn(grantTo(elsa, "story"))],
  [bruno, proposeReopening()],
  [elsa, confirmReopening()],
];

test("an event stops the published clocks that ran before it, each by its own label", () => {
  assert.deepEqual(stopsOf(toNotAdmitted), ["acknowledgement", "safety-assessment", "feedback"]);
});

// The second leaf bore the same label as the first: whoever has no key of the case could tell that both are of one.
test("what ran again in a case that came back, and stops again, leaves no second leaf with the same label", () => {
  const refusedTwice: readonly Step[] = [
    ...reopened(toNotAdmitted),
    [asha, propose({ grants: [grantTo(dario, "story")] })],
    [dario, confirm()],
  ];
  const examined: readonly Step[] = [...reviewed(toClosed, "examined-anew"), ...toHugo, [hugo, recommend()]];
  const sitting = nextSitting(examined);
  const foundTwice = decide(examined, proposeDecision({ sitting }), sitting);
  for (const [steps, wanted] of [
    [refusedTwice, ["acknowledgement", "safety-assessment", "feedback"]],
    [foundTwice, ["acknowledgement", "safety-assessment", "feedback", "review"]],
  ] as const) {
    assert.deepEqual(stopsOf(steps), wanted);
  }
});
