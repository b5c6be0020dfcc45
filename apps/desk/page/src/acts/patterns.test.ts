import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "@temwen/words";
import { hasGap, patternOf, patterns } from "./patterns.ts";

const bracketed = (text: string): readonly string[] => text.match(/\[[^\]]+\]/g) ?? [];

test("what a pattern asks the officer for is asked in the officer's language, what the person reads stands in theirs", () => {
  const mixed = patternOf("acknowledge", "ht", "en");
  assert.match(mixed, /^Bonjou\.\n/);
  assert.deepEqual(bracketed(mixed), bracketed(patternOf("acknowledge", "en", "en")));
  for (const name of patterns) {
    for (const spoken of languages) {
      for (const officers of languages) {
        const pattern = patternOf(name, spoken, officers);
        assert.deepEqual(bracketed(pattern), bracketed(patternOf(name, officers, officers)), `${name} ${spoken}`);
        assert.equal(pattern.replace(/\[[^\]]+\]/g, ""), patternOf(name, spoken, spoken).replace(/\[[^\]]+\]/g, ""));
      }
    }
  }
});

test("a line in brackets that is left is found, also when the officer has changed the language since", () => {
  for (const officers of languages) {
    const [first = ""] = bracketed(patternOf("confirm", "ht", officers));
    assert.equal(hasGap(`Bonjou. ${first}`), true);
  }
  assert.equal(hasGap("Bonjou. [li te di]"), false);
});

test("a person whose language has no pattern gets none", () => {
  assert.equal(patternOf("acknowledge", undefined, "en"), "");
});

test("a line in brackets that the case answers is answered already, and the others still ask", () => {
  for (const spoken of languages) {
    const text = patternOf("confirm-transfer", spoken, "en", ["Biwo ki pran l"]);
    assert.ok(text.includes("Biwo ki pran l") && hasGap(text), spoken);
    assert.ok(!hasGap(patternOf("confirm-transfer", spoken, "en", ["Biwo ki pran l", "Rele yo."])), spoken);
  }
});
