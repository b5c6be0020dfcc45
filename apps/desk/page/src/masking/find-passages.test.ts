import assert from "node:assert/strict";
import { test } from "node:test";
import { findPassages } from "./find-passages.ts";

const covered = (text: string, ...places: readonly string[]) =>
  findPassages(text, places).flatMap(({ text: said, covers }) => (covers ? [[covers, said]] : []));

test("names, numbers and places of a story are found in every language the office speaks", () => {
  assert.deepEqual(covered("Yon patwouy pran Wozlò Degzanp nan lari a. Plak la se 4471-B."), [
    ["name", "Wozlò Degzanp"],
    ["number", "4471"],
  ]);
  assert.deepEqual(covered("Ils ont pris Jean-Baptiste Dupont à 14 h 30, le 12/10/2026."), [
    ["name", "Jean-Baptiste Dupont"],
    ["number", "14"],
    ["number", "30"],
    ["number", "12/10/2026"],
  ]);
  assert.deepEqual(covered("rele m nan +509 3700-0000 oswa moun@egzanp.ht"), [
    ["number", "509 3700-0000"],
    ["name", "moun@egzanp.ht"],
  ]);
  assert.deepEqual(covered("anba pye mango bò granrivyè, kote m rete", "Granrivyè"), [["place", "granrivyè"]]);
});

test("a first name alone is found at the start of a sentence, in quotation marks and where people speak in turn", () => {
  assert.deepEqual(covered("Wilner te frape m nan figi. Apre sa, wilner ale. Wilner!"), [
    ["name", "Wilner"],
    ["name", "Wilner"],
  ]);
  assert.deepEqual(covered("«Jean» te di m"), [["name", "Jean"]]);
  assert.deepEqual(covered("- Jean te la\n- Paul te la"), [
    ["name", "Jean"],
    ["name", "Paul"],
  ]);
  assert.deepEqual(covered("L'Ouverture te la. D’Artagnan tou."), [
    ["name", "L'Ouverture"],
    ["name", "D’Artagnan"],
  ]);
});

test("words with which sentences begin are no names by their capital alone, in any of the five languages", () => {
  assert.deepEqual(covered("Mwen te la. Yo pran l. M'ap tann. Lè yo vini, yo frape m."), []);
  assert.deepEqual(
    covered("J’ai vu. Il est parti. Les soldats. They came. Two men. Nadie vino. Después. Sisi tu. Jana."),
    [],
  );
  assert.deepEqual(covered("Lè Wilner rive, yo kouri."), [["name", "Wilner"]]);
});

// The words of the office's own work, and a French "not", were taken for names.
test("the office, its panel and its work are nobody's name at the beginning of a sentence, and a name beside them still is", () => {
  for (const text of [
    "Temwen an te la. Komisyon an deside. Dosye a fèmen. Tribinal la reponn.",
    "Pas de réponse. Commission saisie. Témoins entendus. Le bureau écrit. N'a rien dit.",
    "Witnesses came. Court dates follow. Testigos hablaron. Comisión abierta. Shahidi alisema. Tume ilikaa.",
  ])
    assert.deepEqual(covered(text), [], text);
  assert.deepEqual(covered("Temwen an se Wozlò. Komisyon Degzanp te la."), [
    ["name", "Wozlò"],
    ["name", "Degzanp"],
  ]);
});

test("a family name beside a first one is covered with it", () => {
  assert.deepEqual(covered("Marie Josèf te la. Marie kriye."), [
    ["name", "Marie Josèf"],
    ["name", "Marie"],
  ]);
});

test("what is put together again is what was written, to the last mark", () => {
  for (const text of ["", "Wozlò", "a\u202Eb 12\n\nWozlò Degzanp.", "👩🏽‍🦱 te di: « Bwa Vena » 7", "<b>Wozlò</b> 1"]) {
    assert.equal(
      findPassages(text, ["Bwa Vena"])
        .map(({ text: said }) => said)
        .join(""),
      text,
    );
  }
});

test("a long story is read at once, however it is written", () => {
  assert.equal(findPassages(`${"1 ".repeat(20_000)}x`, []).length, 2);
  assert.equal(findPassages("a".repeat(40_000), []).length, 1);
  assert.equal(findPassages("a.".repeat(20_000), []).length, 1);
});
