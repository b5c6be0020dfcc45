import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "@temwen/words";
import { renderToString } from "preact-render-to-string";
import { Inquiry } from "../case/inquiry/inquiry.tsx";
import { language } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { words } from "../say.ts";
import type { Written } from "./asked.ts";
import { caseView, examiner, seatExaminer } from "./case-view.testing.ts";
import { chosenFacts } from "./chosen-facts.ts";
import { SaidAct } from "./said-act.tsx";
import { laterActs, sheetOf } from "./sheets.ts";

seatExaminer();
/** What looks like an id and no word: `by-mission`, `ask.kind`. */
const looksLikeAnId = />[a-z]+(?:[-.][a-z]+)+</i;
const nothing = () => undefined;

const draw = (act: (typeof laterActs)[number], view = caseView()): string => {
  const sheet = sheetOf(act);
  assert.ok(sheet);
  return renderToString(
    <SaidAct act={act} sheet={sheet} view={view} onRead={async () => undefined} onClose={nothing} />,
  );
};

/** The answers of a question that are shown and cannot be chosen. */
const closedIn = (drawn: string, name: string): readonly (string | undefined)[] =>
  [...drawn.matchAll(/<input[^>]*>/g)]
    .map(([input]) => input)
    .filter((input) => input.includes(`name="${name}"`) && / disabled/.test(input))
    .map((input) => /value="([^"]*)"/.exec(input)?.[1]);

test("every sheet is drawn in every language, and shows words where the record has ids", () => {
  for (const spoken of languages) {
    language.value = spoken;
    for (const act of laterActs) {
      const found = looksLikeAnId.exec(draw(act));
      assert.equal(found?.[0], undefined, `${spoken} ${act}`);
    }
  }
});

test("what an inquiry found out is drawn in every language, with each word that was written", () => {
  for (const spoken of languages) {
    language.value = spoken;
    const drawn = renderToString(<Inquiry view={caseView()} onOpen={nothing} />);
    assert.equal(looksLikeAnId.exec(drawn)?.[0], undefined, spoken);
    for (const written of ["temwen", "bat li", "kenbe l", "patwouy"]) assert.ok(drawn.includes(written), written);
  }
});

test("whoever recommends chooses nobody: all who have a seat and may take it are let in, and neither who is tied nor the reserve", () => {
  language.value = "en";
  const drawn = draw("recommend-findings");
  assert.equal([...drawn.matchAll(/name="lets"/g)].length, 0);
  assert.ok(drawn.includes("Members of the panel who read and decide"));
  const view = caseView();
  const letIn = sheetOf("recommend-findings")?.lets?.read({ view, written: {}, name: "lets" });
  assert.deepEqual(
    letIn,
    view.seats.slice(0, 3).map(({ id }) => id),
  );
});

test("a case of sexual exploitation and abuse is offered its own way, and a child's where there is doubt, and told why no other", () => {
  const assessed = (child: string) =>
    caseView({ stage: "assessed", assessment: { class: "sexual-exploitation-and-abuse", child } });
  for (const spoken of languages) {
    language.value = spoken;
    const drawn = draw("admit-case", assessed("no"));
    assert.deepEqual(closedIn(drawn, "track"), ["ordinary", "child", "retaliation"]);
    assert.ok(drawn.includes(words()["why.track-misfit"]));
  }
  assert.deepEqual(closedIn(draw("admit-case", assessed("doubt")), "track"), ["ordinary", "retaliation"]);
  assert.deepEqual(closedIn(draw("admit-case"), "track"), []);
});

test("a case that nothing was ruled in is not offered to be closed as settled, and the panel reads why", () => {
  const members = [{ id: examiner, bench: "first", isSeated: true, civilSociety: false, standing: "may" }] as const;
  const panel = {
    sittings: [],
    nextSitting: 2,
    kinds: ["closure"],
    members,
    withoutKey: [],
    misfits: [],
    mayLetIn: false,
    mayTakeBack: false,
    mayCloseNotCarried: false,
    measures: [],
  } as const;
  for (const spoken of languages) {
    language.value = spoken;
    const view = caseView({ panel: { ...panel, againstSettling: { code: "nothing-ruled" } } });
    const drawn = draw("propose-decision", view);
    assert.deepEqual(closedIn(drawn, "outcome"), ["settled"]);
    assert.ok(drawn.includes(words()["why.nothing-ruled"]));
  }
  const misfits = draw("propose-decision", caseView({ panel: { ...panel, misfits: ["not-established"] } }));
  assert.deepEqual(closedIn(misfits, "outcome"), ["not-established"]);
  assert.ok(misfits.includes(words()["why.outcome-misfit"]));
  const drawn = draw("propose-decision", caseView({ panel }));
  assert.ok(drawn.includes('value="settled"'));
  assert.deepEqual(closedIn(drawn, "outcome"), []);
});

test("when two act at once, what was chosen in a sheet stands in words beside what the other did", () => {
  language.value = "en";
  const view = caseView();
  const draft = draftOf<Written>(draftName(examiner, view.caseId, "record-answer"), {});
  draft.change({ request: "1", answer: "obstructed", text: "They closed the gate." });
  const request = {
    act: "record-answer",
    says: { request: 1, answer: "obstructed" },
    text: "They closed the gate.",
  } as const;
  assert.deepEqual(
    chosenFacts(request, view).map(({ name, value }) => [name, value]),
    [
      ["Which request", "1. The mission, 4 December 2026"],
      ["The answer", "Obstructed"],
    ],
  );
});
