import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { catalogues, publicSurfaces, surfaces } from "../src/catalogues.ts";
import { compileCatalogues, isPlain, placeholdersOf } from "./compile.ts";

const generated = new URL("../src/generated/", import.meta.url);
const all = Object.values(catalogues);

test("the generated words are what the catalogues say (else: node tools/build.ts words)", () => {
  const files = compileCatalogues(all);
  assert.deepEqual(readdirSync(generated).sort(), Object.keys(files).sort());
  for (const [name, source] of Object.entries(files)) {
    assert.equal(readFileSync(new URL(name, generated), "utf8"), source, name);
  }
});

test("every language says every sentence, with the same placeholders and no empty text", () => {
  for (const surface of surfaces) {
    const first = Object.entries(catalogues.ht.surfaces[surface]);
    for (const { language, surfaces: spoken } of all) {
      assert.deepEqual(Object.keys(spoken[surface]).sort(), first.map(([key]) => key).sort(), `${language} ${surface}`);
      for (const [key, creole] of first) {
        const message = spoken[surface][key] ?? "";
        assert.notEqual(message.trim(), "", `${language} ${surface} ${key}`);
        assert.deepEqual([...placeholdersOf(message)].sort(), [...placeholdersOf(creole)].sort(), `${language} ${key}`);
      }
    }
  }
});

test("on the public pages a sentence has at most fifteen words and only plain placeholders", () => {
  for (const { language, surfaces: spoken } of all) {
    for (const surface of publicSurfaces) {
      for (const [key, message] of Object.entries(spoken[surface])) {
        assert.ok(isPlain(message), `${language} ${key} counts`);
        for (const sentence of message.split(/(?<=[.?!:])\s+/)) {
          const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word));
          assert.ok(words.length <= 15, `${language} ${key}: ${words.length} words in “${sentence}”`);
        }
      }
    }
  }
});

test("nothing a complainant may hold or print bears the name of the system", () => {
  for (const { language, surfaces: spoken } of all) {
    for (const surface of publicSurfaces) {
      for (const [key, message] of Object.entries(spoken[surface])) {
        assert.doesNotMatch(message, /Temwen/, `${language} ${key}`);
      }
    }
  }
});

test("Creole uses the words of the glossary, and never the word for revenge", () => {
  const creole = surfaces.flatMap((surface) => Object.values(catalogues.ht.surfaces[surface])).join("\n");
  assert.doesNotMatch(creole, /revanj/i);
  for (const other of [
    "reprezay",
    "envestigasyon",
    "referans",
    "anrejistre l",
    "siprime",
    "chache",
    "korije",
    "kadejak",
  ]) {
    assert.ok(!creole.includes(other), `the glossary has another word for ${other}`);
  }
  for (const word of [
    "plent",
    "resi",
    "dosye",
    "ankèt",
    "anketè",
    "konsantman",
    "tribinal",
    "avoka",
    "Sòti vit",
    "Voye",
  ]) {
    assert.ok(creole.includes(word), `the glossary's ${word} is used nowhere`);
  }
});

test("Spanish and Swahili use the words of the glossary", () => {
  const glossary = {
    es: ["queja", "recibo", "expediente", "investigación", "consentimiento", "tribunal", "Salir rápido", "Enviar"],
    sw: ["malalamiko", "risiti", "faili", "uchunguzi", "Mchunguzi", "ridhaa", "mahakama", "Ondoka haraka", "Tuma"],
  } as const;
  for (const language of ["es", "sw"] as const) {
    const said = publicSurfaces.flatMap((surface) => Object.values(catalogues[language].surfaces[surface])).join("\n");
    for (const word of glossary[language]) assert.ok(said.includes(word), `the glossary's ${word} is used nowhere`);
  }
});

test("a catalogue that uses what no surface can show is refused", () => {
  const odd = {
    ...catalogues.ht,
    surfaces: { ...catalogues.ht.surfaces, desk: { sum: "{n, selectordinal, other {#}}" } },
  };
  assert.throws(() => compileCatalogues([odd]), /may not use/);
});
