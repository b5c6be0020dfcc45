import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "@temwen/vocabulary";
import { type Catalogue, catalogues } from "../src/catalogues.ts";
import { coverageOf, coverageText, publicGaps } from "./coverage.ts";

const all: readonly Catalogue[] = Object.values(catalogues);

/** Swahili without one sentence, and with another one empty. */
function swahiliWithGaps(): readonly Catalogue[] {
  const { send: _, ...complain } = catalogues.sw.surfaces.complain;
  const desk = { ...catalogues.sw.surfaces.desk, title: " " };
  const sw = { ...catalogues.sw, reviewed: true, surfaces: { ...catalogues.sw.surfaces, complain, desk } };
  return all.map((catalogue) => (catalogue.language === "sw" ? sw : catalogue));
}

test("every public page says everything in the five languages of the house", () => {
  assert.deepEqual(
    all.map(({ language }) => language),
    [...languages],
  );
  assert.deepEqual(publicGaps(all), []);
});

test("a sentence that one language lacks, or has empty, is named; the desk's is no gap of a public page", () => {
  const gaps = swahiliWithGaps();
  assert.deepEqual(publicGaps(gaps), ["sw complain send"]);
  assert.match(coverageText(gaps), /^missing: sw complain send\nmissing: sw desk title$/m);
  const swahili = coverageOf(gaps).find(({ language }) => language === "sw");
  const complain = swahili?.surfaces.find(({ surface }) => surface === "complain");
  assert.equal(complain?.there, (complain?.wanted ?? 0) - 1);
});

test("what no native speaker has read counts as not reviewed, sentence by sentence", () => {
  const [creole] = coverageOf([catalogues.ht]);
  assert.equal(creole?.reviewed, 0);
  const [read] = coverageOf([{ ...catalogues.ht, reviewed: true }]);
  assert.equal(
    read?.reviewed,
    read?.surfaces.reduce((sum, { there }) => sum + there, 0),
  );
  assert.match(coverageText([catalogues.ht]), /^ht .* 0\/\d+$/m);
});
