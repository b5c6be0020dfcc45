// Which way a case goes: sexual exploitation and abuse has its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { trackOf } from "../case/sea.ts";
import { briefCase } from "../seen/summary.ts";
import { acknowledge, asha, assess, bruno, fabien, given, type Step } from "../testing/given.testing.ts";
import { admit, allege, assign, take, toInvestigating } from "../testing/later.testing.ts";

const sea = { class: "sexual-exploitation-and-abuse", forces: ["bravo"] } as const;

test("sexual exploitation and abuse goes its own way, or a child's where there is a child or doubt, and never the ordinary one", () => {
  const assessed = (child: "yes" | "no" | "doubt" | "unsaid") =>
    given([asha, acknowledge()], [bruno, assess({ ...sea, child })]);
  for (const child of ["yes", "no", "doubt", "unsaid"] as const) {
    for (const track of ["ordinary", "retaliation"] as const)
      assessed(child).when(asha, admit({ track })).refuses("track-misfit");
    assessed(child)
      .when(asha, admit({ track: "sea" }))
      .gives("case.admitted/2", "case.message-sent/1");
  }
  for (const child of ["no", "unsaid"] as const)
    assessed(child)
      .when(asha, admit({ track: "child" }))
      .refuses("track-misfit");
  for (const child of ["yes", "doubt"] as const)
    assessed(child)
      .when(asha, admit({ track: "child" }))
      .gives("case.admitted/2", "case.message-sent/1");
});

test("whoever is unsure may send any case the way of sexual exploitation and abuse", () => {
  for (const unsure of ["unclassified", "serious-misconduct", "minor-misconduct"] as const)
    given([asha, acknowledge()], [bruno, assess({ class: unsure, forces: ["bravo"] })])
      .when(asha, admit({ track: "sea" }))
      .gives("case.admitted/2", "case.message-sent/1");
});

test("a case that turns out to be of sexual exploitation and abuse goes that way from then on, whatever was said before", () => {
  const way = (...steps: readonly Step[]) => {
    const { theCase } = given(...steps);
    return theCase.stage === "unknown" ? undefined : trackOf(theCase);
  };
  assert.equal(way(...toInvestigating), "ordinary");
  assert.equal(way(...toInvestigating, [fabien, allege({ class: sea.class })]), "sea");
  assert.equal(way(...toInvestigating, [asha, assess(sea)]), "sea");
  const ofChild: readonly Step[] = [
    [asha, acknowledge()],
    [bruno, assess({ forces: ["bravo"], child: "doubt" })],
    [asha, admit({ track: "child" })],
    [asha, assign()],
    [fabien, take()],
  ];
  assert.equal(way(...ofChild, [fabien, allege({ class: sea.class })]), "child");
});

// Figures tell such cases by quarter, and no days of them: they go by what the list says a case is of.
test("the list says that a case is of sexual exploitation and abuse as soon as one allegation is", () => {
  const classIn = (...steps: readonly Step[]) => {
    const { theCase } = given(...steps);
    return theCase.stage === "unknown" ? undefined : briefCase(theCase, []).facts["class"];
  };
  assert.equal(classIn(...toInvestigating), "serious-misconduct");
  assert.equal(classIn(...toInvestigating, [fabien, allege()]), "serious-misconduct");
  assert.equal(classIn(...toInvestigating, [fabien, allege({ class: sea.class })]), sea.class);
});
