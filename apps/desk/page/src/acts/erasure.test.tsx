import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "@temwen/words";
import { renderToString } from "preact-render-to-string";
import { language, person } from "../desk-state.ts";
import { words } from "../say.ts";
import { caseView, seatExaminer } from "./case-view.testing.ts";
import { ProposeErasure } from "./erasure.tsx";

seatExaminer();
if (person.value) {
  const reasons = { erasureReasons: ["person-asked", "retention-ended", "no-complaint", "law-requires"] };
  person.value = { ...person.value, choices: { ...person.value.choices, ...reasons } };
}

type Owed = ReturnType<typeof caseView>["stillOwed"];
const draw = (stillOwed: Owed): string =>
  renderToString(
    <ProposeErasure
      view={caseView({ stage: "closed", stillOwed })}
      onRead={async () => undefined}
      onClose={() => undefined}
    />,
  );
const reasonsIn = (drawn: string): readonly (string | undefined)[] =>
  [...drawn.matchAll(/<input[^>]*name="reason"[^>]*>/g)].map(([input]) => /value="([^"]*)"/.exec(input)?.[1]);

test("where something is still owed the sheet says what, and offers the person's own wish alone", () => {
  const owed: Owed = [
    { code: "measure-unanswered", measure: 2 },
    { code: "retaliation-waits" },
    { code: "referral-waits", referral: 1 },
  ];
  for (const spoken of languages) {
    language.value = spoken;
    const w = words();
    const drawn = draw(owed);
    assert.deepEqual(reasonsIn(drawn), ["person-asked"], spoken);
    for (const said of [w.erasureOwes, ...owed.map(({ code }) => w[`why.${code}`])])
      assert.ok(drawn.includes(said), `${spoken}: ${said}`);
    const free = draw([]);
    assert.equal(reasonsIn(free).length, 4);
    assert.ok(!free.includes(w.erasureOwes));
  }
});
