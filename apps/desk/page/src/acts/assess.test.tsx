import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "@temwen/words";
import { renderToString } from "preact-render-to-string";
import { language } from "../desk-state.ts";
import { words } from "../say.ts";
import { Assess } from "./assess.tsx";
import { caseView, seatExaminer } from "./case-view.testing.ts";

seatExaminer();

test("whoever assesses reads beside the forces, before they choose one, that a name keeps its people out for good", () => {
  for (const spoken of languages) {
    language.value = spoken;
    const drawn = renderToString(
      <Assess view={caseView({ stage: "acknowledged" })} onRead={async () => undefined} onClose={() => undefined} />,
    );
    const forces = /<fieldset[^>]*id="assess-forces".*?<\/fieldset>/s.exec(drawn)?.[0] ?? "";
    const [before = ""] = forces.split("<input");
    assert.ok(before.includes(words().forcesStay), spoken);
  }
});
