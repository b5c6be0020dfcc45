import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { forumBases, forumObstacles } from "@temwen/mission-pack";
import { joinBytes, utf8 } from "@temwen/vocabulary";
import { fill, languages } from "@temwen/words";
import { deskWords } from "@temwen/words/desk";
import { dossierWords } from "@temwen/words/dossier";
import { fileOf, layBag } from "./bag.ts";
import { asks, beyondReasons, type DossierFacts } from "./facts.ts";
import { forumCalled, sha256, someEnclosed, someFacts } from "./given.testing.ts";
import { bagInfo, layPayload } from "./payload.ts";
import { toDrawable } from "./pdf/drawable.ts";
import { drawLetter } from "./pdf/letter.ts";
import { drawSummary } from "./pdf/summary.ts";
import { writeTar } from "./tar.ts";

const layOut = async (facts: DossierFacts = someFacts, enclosed = someEnclosed) =>
  layBag(await layPayload(facts, enclosed, sha256), bagInfo(facts), sha256);

async function packed(facts?: DossierFacts): Promise<Uint8Array> {
  const bag = await layOut(facts);
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeTar("dossier", bag.files, someFacts.at)) chunks.push(chunk);
  return joinBytes(...chunks);
}

const textOf = async (bag: Awaited<ReturnType<typeof layOut>>, path: string): Promise<string> => {
  const file = bag.files.find((one) => one.path === path);
  assert.ok(file, path);
  return Buffer.from(await file.read()).toString("utf8");
};

/** What a PDF's pages say: its letters stand as hexadecimal strings in compressed streams. */
function wordsIn(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString("latin1");
  const lines: string[] = [];
  for (const [, , bytes = ""] of file.matchAll(/stream(\r?\n)([\s\S]*?)\r?\nendstream/g)) {
    let content = "";
    try {
      content = inflateSync(Buffer.from(bytes, "latin1")).toString("latin1");
    } catch {
      content = bytes;
    }
    for (const [, hex = ""] of content.matchAll(/<([0-9A-Fa-f]+)> Tj/g)) {
      lines.push(Buffer.from(hex, "hex").toString("latin1"));
    }
  }
  return lines.join(" ");
}

test("the same case at the same hour gives the same bytes, and so the same digest", async () => {
  assert.deepEqual(await packed(), await packed());
  const later = { ...someFacts, at: "2026-11-22T15:04:06.000Z" as DossierFacts["at"] };
  assert.notEqual((await layOut(later)).digest, (await layOut()).digest);
});

test("the digest of a dossier names every byte of it", async () => {
  const { digest } = await layOut();
  const other = { ...someEnclosed, events: someEnclosed.events.map((event) => ({ ...event, body: utf8("{}") })) };
  assert.notEqual((await layOut(someFacts, other)).digest, digest);
  assert.notEqual((await layOut({ ...someFacts, asks: ["answer"] })).digest, digest);
});

test("both manifests name each file that they are for, with its digest", async () => {
  const bag = await layOut();
  const manifest = await textOf(bag, "manifest-sha256.txt");
  const tags = await textOf(bag, "tagmanifest-sha256.txt");
  for (const { path, read } of bag.files) {
    if (path === "tagmanifest-sha256.txt") continue;
    const line = `${sha256(await read())}  ${path}\n`;
    assert.ok((path.startsWith("data/") ? manifest : tags).includes(line), path);
  }
  assert.match(await textOf(bag, "bagit.txt"), /^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n$/);
});

test("a path that would leave the folder never comes into a bag, and none comes twice", () => {
  for (const path of ["data/../x", "/etc/x", "data/a/../../x", "x", "data/a/b/c"]) {
    assert.throws(() => layBag([fileOf(path, utf8(""), sha256)], [], sha256), /cannot stand in a bag/, path);
  }
  const twice = fileOf("data/a", utf8(""), sha256);
  assert.throws(() => layBag([twice, twice], [], sha256), /cannot stand in a bag/);
});

test("what a person called their file never becomes the name of a file", async () => {
  const [piece] = someFacts.pieces;
  const named = { ...piece!, name: "../../Wozlò\u202Egpj.exe", mediaType: "application/x-msdownload" };
  const { files } = await layOut({ ...someFacts, pieces: [named] });
  const paths = files.map(({ path }) => path).filter((path) => path.startsWith("data/evidence/"));
  assert.deepEqual(paths, ["data/evidence/evidence-1.bin", "data/evidence/evidence-1.json"]);
});

test("letter and bag say that name and contact are left out, and that nobody was convicted", async () => {
  const bag = await layOut();
  const info = await textOf(bag, "bag-info.txt");
  assert.match(info, /^Dossier-Identity: left out$/m);
  assert.match(info, /^Dossier-Note: Administrative record, not a conviction$/m);
  const letter = wordsIn(await drawLetter({ ...someFacts, language: "en", forum: forumCalled("ken-odpp") }));
  assert.match(letter, /Name and contact of the person are left out/);
  assert.match(letter, /not a conviction/);
});

test("a letter says of what is only remembered that it is so, and names the obstacle", async () => {
  const remembered = wordsIn(await drawLetter({ ...someFacts, language: "en", forum: forumCalled("ken-odpp") }));
  assert.match(remembered, /from memory\. We found no published source/);
  const found = wordsIn(await drawLetter({ ...someFacts, language: "en", forum: forumCalled("ken-ipoa") }));
  assert.match(found, /its reach ends with its territory/);
  assert.doesNotMatch(found, /from memory/);
});

test("letter and summary of a case that the office opened say so in every language, and claim no choice of a person", async () => {
  for (const language of languages) {
    const { openedByOffice, openedNobodyAsked } = dossierWords[language];
    const opened = { ...someFacts, language, consent: "keep-words", openedByOffice: true } as const;
    const squeeze = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
    for (const drawn of [await drawLetter(opened), await drawSummary(opened, new Map())]) {
      const said = squeeze(wordsIn(drawn));
      for (const sentence of [openedByOffice, openedNobodyAsked]) assert.ok(said.includes(squeeze(sentence)), language);
      assert.ok(!said.includes(squeeze(deskWords[language]["consent.keep-words"])), language);
    }
    assert.ok(
      !squeeze(wordsIn(await drawLetter({ ...someFacts, language }))).includes(squeeze(openedByOffice)),
      language,
    );
  }
});

test("a summary says of each measure who decided what became of it, in every language, and nothing where nobody did", async () => {
  const measure = { number: 1, form: "compensation", bearer: "mission", due: "2027-03-01" };
  const squeeze = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
  for (const language of languages) {
    const drawn = async (said: object) => {
      const found = { at: someFacts.at, findings: [], measures: [{ ...measure, ...said }] };
      return squeeze(wordsIn(await drawSummary({ ...someFacts, language, found }, new Map())));
    };
    const decided = squeeze(
      fill(dossierWords[language].measureDecided, { n: 1, decider: dossierWords[language]["decider.host-state"] }),
    );
    assert.ok((await drawn({ delivered: "refused", decidedBy: "host-state" })).includes(decided), language);
    assert.ok(!(await drawn({})).includes(squeeze(dossierWords[language].measureDecided.split("{")[0] ?? "") + "1"));
  }
});

test("every basis, obstacle, wish and reason has its sentence in every language", () => {
  const keys = [
    ...forumBases.map((one) => `basis.${one}`),
    ...forumObstacles.map((one) => `obstacle.${one}`),
    ...asks.map((one) => `ask.${one}`),
    ...beyondReasons.map((one) => `beyond.${one}`),
  ];
  for (const language of languages) {
    const words: { readonly [key: string]: string } = dossierWords[language];
    for (const key of keys) assert.ok(words[key], `${language} ${key}`);
  }
});

test("a letter can be drawn in every language without a sign that the font lacks", async () => {
  for (const language of languages) {
    assert.doesNotMatch(wordsIn(await drawLetter({ ...someFacts, language })), /\[U\+/, language);
  }
});

// The thousands of a piece's size stood as `161[U+202F]713`, beside a note that signs could not be drawn.
test("a summary writes large numbers in every language with signs that the font has", async () => {
  const [piece] = someFacts.pieces;
  const pieces = [{ ...piece!, size: 161_713 }];
  for (const language of languages) {
    const said = wordsIn(await drawSummary({ ...someFacts, language, pieces }, new Map([["evidence", 12_345]])));
    assert.doesNotMatch(said, /\[U\+/, language);
    assert.match(said, /161[\u00a0,. ]?713/, language);
  }
});

test("a summary says that signs stand by their numbers where one does, and only there", async () => {
  const told = { ...someFacts, story: { text: "Yon patwouy 😀", language: "ht" } };
  assert.match(wordsIn(await drawSummary(told, new Map())), /\[U\+1F600\][\s\S]*\[U\+\x85\]/);
  assert.doesNotMatch(wordsIn(await drawSummary(someFacts, new Map())), /\[U\+/);
});

test("a sign that cannot be drawn, or that hides others, is named instead of lost", () => {
  const canDraw = new Set([..."foto.exe"].map((sign) => sign.codePointAt(0) ?? 0));
  assert.equal(toDrawable("foto\u202E.exe😀", canDraw), "foto[U+202E].exe[U+1F600]");
});

test("a file that is not as long as it was said to be never stands in a tar", async () => {
  const file = { ...fileOf("data/a", utf8("abc"), sha256), read: async () => utf8("ab") };
  await assert.rejects(async () => {
    for await (const _ of writeTar("dossier", [file], someFacts.at));
  }, /another size/);
});

test("the custody of what the office took in begins with who took it in and from what side, and names nobody who handed it over", async () => {
  const [piece] = someFacts.pieces;
  assert.ok(piece);
  const taken = { at: someFacts.at, by: "stf_2", role: "intake", source: "witness" };
  const facts = { ...someFacts, pieces: [{ ...piece, part: "taken-1-1", taken }] };
  const bag = await layOut(facts);
  const described = JSON.parse(await textOf(bag, "data/evidence/taken-1-1.json"));
  assert.deepEqual(described.custody[0], { at: someFacts.at, by: "stf_2", takenFrom: "witness" });
  assert.deepEqual(described.custody[1]?.exportedFor, "hand-over");
  assert.deepEqual(Object.keys(described).sort(), ["custody", "mediaType", "name", "part", "sealed", "sha256", "size"]);
});

test("of a step that stays in the office a bag holds index and digest alone, and the summary says how many stay in every language", async () => {
  const bag = await layOut();
  const [withheld] = someEnclosed.withheld;
  assert.deepEqual(JSON.parse(await textOf(bag, "data/record/0001.json")), { ...withheld });
  assert.ok(!bag.files.some(({ path }) => path === "data/record/0001.vouchings.json"));
  const squeeze = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
  const leftOut = [{ what: "steps", why: "not-for-a-forum", steps: [1, 4, 7] }] as const;
  for (const language of languages) {
    const words = dossierWords[language];
    const said = squeeze(wordsIn(await drawSummary({ ...someFacts, language, leftOut }, new Map())));
    for (const sentence of [fill(words["left.steps"], { n: 3 }), words["why.not-for-a-forum"]])
      assert.ok(said.includes(squeeze(sentence)), language);
  }
});
