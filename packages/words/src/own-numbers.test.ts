import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogues } from "./catalogues.ts";
import { languages } from "./language.ts";

/** In each language the sentence by which the office owns that a number of days is its own choice. */
const ownChoice = {
  ht: "Se biwo a menm ki chwazi kantite jou sa a",
  fr: "Le bureau a choisi ce nombre lui-même",
  en: "The office chose this number itself",
  es: "La oficina misma eligió este número",
  sw: "Ofisi yenyewe ilichagua idadi hii",
};

/** Every sentence of a catalogue, whatever it is in. */
const sentencesIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
};

// No source gives a number for it: whoever reads 30 days must not take them for law.
test("wherever the person reads that they have 30 days to ask for a review, they read that the office chose the number", () => {
  const has = {
    ht: "Ou gen 30 jou",
    fr: "Vous avez 30 jours",
    en: "You have 30 days",
    es: "Tiene 30 días",
    sw: "Una siku 30",
  };
  for (const code of languages) {
    const said = sentencesIn(catalogues[code]).filter((one) => one.includes(has[code]));
    assert.equal(said.length, 3, `${code}: the question and two letters`);
    for (const one of said) assert.ok(one.includes(ownChoice[code]), `${code}: ${one}`);
  }
});
