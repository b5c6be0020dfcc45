import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parsePack } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import { languages } from "@temwen/words";
import { renderToString } from "preact-render-to-string";
import { caseView } from "../acts/case-view.testing.ts";
import { language } from "../desk-state.ts";
import { Clocks } from "./clocks.tsx";

const haiti = parsePack(
  JSON.parse(readFileSync(new URL("../../../../../packs/haiti/pack.json", import.meta.url), "utf8")),
);
assert.ok(haiti.ok);
const pack = haiti.value;
const due = "2026-01-01T12:00:00.000Z" as Instant;

// Whom a State's clock waits for stood there as `contributing-state`.
test("each clock of the pack, who must act on it and whose it becomes are told in words, in every language", () => {
  for (const code of languages) {
    language.value = code;
    for (const { id, bearer, escalates = [] } of pack.clocks) {
      for (const isLate of [true, false]) {
        const to = escalates.map((one) => one.to)[0];
        const passedOn = isLate && to ? { passedOn: { to, since: due } } : {};
        const clocks = [{ id, due, isLate, passed: 1, bearer, ...passedOn }];
        const shown = renderToString(<Clocks view={caseView({ clocks })} />);
        assert.ok(!shown.includes(`>${id}<`) && !shown.includes("contributing-state"), `${code}, ${id}: ${shown}`);
      }
    }
  }
});
