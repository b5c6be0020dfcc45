import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "@temwen/words";
import { renderToString } from "preact-render-to-string";
import { caseView, examiner, inquiry, seatExaminer } from "../acts/case-view.testing.ts";
import { language } from "../desk-state.ts";
import { words } from "../say.ts";
import { People } from "./people.tsx";

seatExaminer();
const looksLikeAnId = />[a-z]+(?:[-.][a-z]+)+</i;

test("everybody of a case stands in one place, in every language, and nobody by an id", () => {
  for (const spoken of languages) {
    language.value = spoken;
    const drawn = renderToString(<People view={caseView()} identity={undefined} />);
    assert.equal(looksLikeAnId.exec(drawn)?.[0], undefined, spoken);
    const w = words();
    for (const said of [w["subject.witness"], w["companion.interpreter"], w["respondent.unit"], w.peopleExamines])
      assert.ok(drawn.includes(said), `${spoken}: ${said}`);
  }
});

test("a name is shown only while it is open on this screen", () => {
  language.value = "en";
  const closed = renderToString(<People view={caseView()} identity={undefined} />);
  assert.match(closed, /Sealed\. It is not shown here\./);
  const opened = renderToString(
    <People view={caseView()} identity={{ type: "temwen.identity/1", case: caseView().caseId, name: "Rose" }} />,
  );
  assert.match(opened, /Rose/);
  assert.doesNotMatch(opened, /Sealed\. It is not/);
});

test("whoever stepped back is named as having no part any more, and the unit of whom it is against where it is known", () => {
  language.value = "en";
  const respondents = inquiry.respondents.map((one) => (one.number === 1 ? { ...one, unit: "GSF-2" } : one));
  const view = caseView({ gone: [examiner], inquiry: { ...inquiry, respondents } });
  const drawn = renderToString(<People view={view} identity={undefined} />);
  assert.match(drawn, /has no part in the case any more/);
  assert.match(drawn, /1\. A unit \([^)]*, GSF-2\)/);
});

test("of a case that nobody brought there is no person to show", () => {
  language.value = "en";
  const opened = { because: "forces", matter: [], from: "", basis: "", forces: ["ken"], by: examiner } as never;
  const drawn = renderToString(<People view={caseView({ opened })} identity={undefined} />);
  assert.doesNotMatch(drawn, /Who complained/);
});
