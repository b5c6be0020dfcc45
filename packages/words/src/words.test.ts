import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import { catalogues } from "./catalogues.ts";
import { deskWords } from "./generated/desk.ts";
import {
  daysBetween,
  dayText,
  fill,
  findLanguage,
  hourText,
  languageFacts,
  languages,
  monthText,
  numberText,
  pluralKind,
} from "./index.ts";
import { nameIn } from "./names.ts";
import { isKnown, refusalText } from "./refusals.ts";

const evening = "2026-11-22T01:05:00.000Z" as Instant;
const zone = "America/Port-au-Prince";

test("a date is told in the mission's zone with the months of each language", () => {
  assert.equal(dayText(languageFacts.ht, evening, zone), "21 novanm 2026");
  assert.equal(dayText(languageFacts.fr, evening, zone), "21 novembre 2026");
  assert.equal(hourText(languageFacts.en, evening, zone), "21 November 2026, 20:05");
  assert.equal(hourText(languageFacts.ht, "2026-02-01T05:00:00.000Z" as Instant, zone), "1 fevriye 2026, 0:00");
  assert.equal(dayText(languageFacts.es, evening, zone), "21 de noviembre de 2026");
  assert.equal(hourText(languageFacts.sw, evening, zone), "21 Novemba 2026, 20:05");
  assert.equal(monthText(languageFacts.es, "2026", 11), "noviembre de 2026");
  assert.equal(monthText(languageFacts.ht, "2026", 13), undefined);
});

test("Creole counts without a plural, French has one for zero and one, the others for one", () => {
  assert.deepEqual(
    [0, 1, 2].map((n) => pluralKind("ht", n)),
    ["other", "other", "other"],
  );
  assert.deepEqual(
    [0, 1, 2].map((n) => pluralKind("fr", n)),
    ["one", "one", "other"],
  );
  assert.deepEqual(
    [0, 1, 2].map((n) => pluralKind("en", n)),
    ["other", "one", "other"],
  );
  assert.equal(deskWords.ht.timeLateDays({ n: 3 }), "3 jou an reta");
  assert.equal(deskWords.fr.timeLateDays({ n: 1 }), "1 jour de retard");
  assert.equal(deskWords.en.queueCount({ n: 0 }), "No case waiting");
  assert.equal(deskWords.es.queueCount({ n: 1 }), "1 expediente en espera");
  assert.equal(deskWords.es.queueCount({ n: 2000 }), "2,000 expedientes en espera");
  assert.equal(deskWords.sw.queueCount({ n: 1 }), "Faili 1 inasubiri");
  assert.equal(deskWords.sw.queueCount({ n: 2 }), "Faili 2 zinasubiri");
});

test("days are counted where the mission is, from midnight to midnight", () => {
  const at = (text: string) => text as Instant;
  assert.equal(daysBetween(evening, at("2026-11-22T04:59:00.000Z"), zone), 0);
  assert.equal(daysBetween(evening, at("2026-11-22T05:00:00.000Z"), zone), 1);
  assert.equal(daysBetween(evening, at("2026-11-29T01:04:00.000Z"), zone), 7);
  assert.equal(daysBetween(at("2027-01-01T12:00:00.000Z"), at("2026-12-31T12:00:00.000Z"), zone), -1);
  // The clocks there go forward on 14 March 2027: that day has 23 hours and is one day.
  assert.equal(daysBetween(at("2027-03-14T04:59:00.000Z"), at("2027-03-15T04:30:00.000Z"), zone), 2);
});

test("numbers are written as in Haiti, also for Creole, which the machine does not know", () => {
  assert.equal(numberText("ht", 16000), numberText("fr", 16000));
  assert.equal(numberText("en", 16000), "16,000");
});

test("a force is named in a language its reader is likeliest to read, where it has no name in theirs", () => {
  const police = { ht: "Polis Kenya", fr: "Police du Kenya", en: "Kenya Police" };
  assert.deepEqual(
    languages.map((language) => nameIn(police, language)),
    [police.ht, police.fr, police.en, police.fr, police.en],
  );
  assert.equal(nameIn({ ht: "Lwès", fr: "Ouest" }, "sw"), "Ouest");
  assert.equal(nameIn(police, "xx"), police.ht);
});

test("a sentence is filled where it has a value, and left as it stands where it has none", () => {
  assert.equal(fill("Kesyon {n} sou {total}", { n: 2, total: 6 }), "Kesyon 2 sou 6");
  assert.equal(fill("Kesyon {n} sou {total}", { n: 2 }), "Kesyon 2 sou {total}");
});

test("a refusal nobody wrote a sentence for is told as a fault of the system, in every language", () => {
  for (const language of languages) {
    assert.equal(refusalText(language, "toString"), refusalText(language, "server-fault"));
    assert.notEqual(refusalText(language, "unreachable"), refusalText(language, "server-fault"));
  }
  assert.equal(isKnown("constructor"), false);
});

test("a language without a catalogue is not found", () => {
  assert.equal(findLanguage("de"), undefined);
  assert.equal(findLanguage("sw"), "sw");
  assert.equal(findLanguage("fr"), "fr");
});

test("no sentence that the desk says in Creole has more than fifteen words", () => {
  const long = Object.entries(catalogues.ht.surfaces.desk)
    .filter(([key]) => !key.startsWith("template."))
    .flatMap(([key, text]) =>
      text
        .replaceAll(/\{n, plural,|(one|other) \{/g, "")
        .split(/[.!?:;]+\s|\n/u)
        .filter((sentence) => sentence.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length > 15)
        .map((sentence) => `${key}: ${sentence}`),
    );
  assert.deepEqual(long, []);
});
