import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "@temwen/words";
import { renderToString } from "preact-render-to-string";
import { Inquiry } from "../case/inquiry/inquiry.tsx";
import { language } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import type { Written } from "./asked.ts";
import { caseView, examiner, seatExaminer } from "./case-view.testing.ts";
import { chosenFacts } from "./chosen-facts.ts";
import { SaidAct } from "./said-act.tsx";
import { laterActs, sheetOf } from "./sheets.ts";

seatExaminer();
/** What looks like an id and no word: `by-mission`, `ask.kind`. */
const looksLikeAnId = />[a-z]+(?:[-.][a-z]+)+</i;
const nothing = () => undefined;

const draw = (act: (typeof laterActs)[number]): string => {
  const sheet = sheetOf(act);
  assert.ok(sheet);
  return renderToString(
    <SaidAct act={act} sheet={sheet} view={caseView()} onRead={async () => undefined} onClose={nothing} />,
  );
};

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

test("a member of the panel who is tied to a force, or of the reserve, is not offered to decide", () => {
  language.value = "en";
  const drawn = draw("recommend-findings");
  assert.equal([...drawn.matchAll(/name="lets"/g)].length, 4);
  assert.equal(
    [...drawn.matchAll(/<input[^>]*name="lets"[^>]*disabled|<input[^>]*disabled[^>]*name="lets"/g)].length,
    1,
  );
  assert.match(drawn, /Tied to/);
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
