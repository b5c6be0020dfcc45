import { attributionOf } from "@temwen/casework";
import type { TheRecord } from "@temwen/record";
import type { CountedSource } from "./counted-source.ts";
import { dayOf, isGuarded, readQueueRows } from "./queue-rows.ts";
import { readStageDays, type StageDays, steps } from "./stage-days.ts";

/**
 * The office's own cases: what their queue rows say in clear, and how many days each took to get to each stage. No imported case is
 * among them. `attribution` is drawn from `forces`, and asked for in its place: of two tables of which one gives the other, one is
 * withheld. Those of children, and of sexual exploitation and abuse, are counted by quarter, and no days of them are.
 */
export function openOwnCases(
  record: Pick<TheRecord, "readQueue" | "readAfter">,
  hostForces: readonly string[],
): CountedSource {
  return {
    about: { kind: "own" },
    declared: {
      cases: {
        received: "date",
        stage: "text",
        class: "text",
        rights: "text",
        forces: "text",
        attribution: "text",
        "focal-point": "text",
        department: "text",
        child: "text",
        brought: "text",
        ...Object.fromEntries(steps.map((step) => [step, "date" as const])),
      },
      allegations: {},
    },
    tables: [
      { by: ["stage"] },
      { by: ["received:month"] },
      { by: ["class"] },
      { by: ["department"] },
      { by: ["forces"] },
      { by: ["brought"] },
      { by: ["class", "received:month"] },
      { by: ["child", "received:month"] },
    ],
    durations: Object.fromEntries(steps.map((step) => [`until-${step}`, { from: "received", to: step }])),
    shares: {},
    date: "received",
    cases: () => readOwn(record, hostForces),
  };
}

const toldFacts = ["class", "rights", "forces", "department", "child"] as const;

async function* readOwn(
  record: Pick<TheRecord, "readQueue" | "readAfter">,
  hostForces: readonly string[],
): ReturnType<CountedSource["cases"]> {
  const days = await readStageDays(record);
  for await (const row of readQueueRows(record)) {
    const { caseId, stage, receivedAt, facts } = row;
    const told = toldFacts.flatMap((name) => (facts[name] === undefined ? [] : [[name, String(facts[name])] as const]));
    const took = isGuarded(row) ? undefined : days.get(caseId);
    yield {
      fields: {
        ...{ stage, received: dayOf(row, receivedAt), ...took, ...Object.fromEntries(told) },
        ...(facts.forces !== undefined && attributedIn(String(facts.forces), hostForces, days.get(caseId))),
        ...(stage !== "erased" && { brought: broughtBy(facts.opened) }),
      },
      allegations: [],
    };
  }
}

/** To whom a case is attributed; and of a joint one whether the focal point that is owed a notice got it. */
function attributedIn(forces: string, hostForces: readonly string[], days: StageDays = {}) {
  const attribution = attributionOf(forces.split(" "), hostForces);
  const told = days["focal-point-told"] === undefined ? "not-told" : "told";
  return { attribution, ...(attribution === "joint" && { "focal-point": told }) };
}

/** Who brought a case: a person, the office itself, or another body. */
const broughtBy = (opened: unknown): string => {
  if (opened === undefined) return "person";
  return opened === "handed-over" ? "handed-over" : "office";
};
