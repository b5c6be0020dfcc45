// What people really wrote goes in, comes out at the desk byte for byte, and stands nowhere in between.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { deflateSync, gzipSync } from "node:zlib";
import type { Keeper } from "@temwen/desk";
import type { Client } from "pg";
import { openBrowser, phone, withPage } from "../support/browser.ts";
import { answerAll, openComplaint, sendComplaint } from "../support/complaining.ts";
import { parseCsv } from "../support/csv.ts";
import { filesOf, tablesOf, withDatabase } from "../support/everything-stored.ts";
import { createLeakSearch, type Find, type LeakSearch, piecesOf } from "../support/leak-search.ts";
import { runCommand, startOffice, type TestOffice } from "../support/office.ts";
import { needsOutside, readOutsideText, spread } from "../support/outside-data.ts";
import { openDesks, peopleOf, readAmong } from "../support/staff.ts";

const messagesFile = "data/haiti_sms_2010/messages.csv.gz";
const summariesFile = "data/philly_cap/complaints.csv.gz";
const articlesFile = "data/haiti_kreyol_text/constitution_1987_ht.csv";
const outside = needsOutside([messagesFile, summariesFile, articlesFile]);

let office: TestOffice;
let desks: readonly Keeper[] = [];
let folder = "";
let texts: Texts;
/** Everything that any program said while the complaints were filed. */
let said = "";
/** By case: the digest of what was filed. */
const filed = new Map<string, string>();

before(async () => {
  if (outside.skip !== false) return;
  texts = await readTexts();
  folder = await mkdtemp(join(tmpdir(), "temwen-real-input-"));
  office = await startOffice();
  desks = await openDesks(office, peopleOf(office, "intake"));
});
after(async () => {
  for (const desk of desks) desk.close();
  await office?.[Symbol.asyncDispose]();
  if (folder !== "") await rm(folder, { recursive: true, force: true });
});

type Texts = { readonly byCommand: readonly string[]; readonly atThePage: readonly string[] };

/** 200 messages in Creole and 200 summaries from all over their files, the 20 longest articles, the 20 with most accents. */
async function readTexts(): Promise<Texts> {
  const column = async (file: string, name: string) =>
    parseCsv(await readOutsideText(file)).map((row) => row[name] ?? "");
  const messages = parseCsv(await readOutsideText(messagesFile))
    .filter((row) => row.lang_guess === "ht")
    .map((row) => row.text ?? "");
  const summaries = await column(summariesFile, "summary");
  const articles = await column(articlesFile, "text");
  const chosen = spread(messages, 205);
  const longest = articles.toSorted((a, b) => b.length - a.length).slice(0, 20);
  const accents = (text: string): number => text.match(/[\u0300-\u036f]/gu)?.length ?? 0;
  const accented = articles
    .filter((text) => !longest.includes(text))
    .toSorted((a, b) => accents(b.normalize("NFD")) / b.length - accents(a.normalize("NFD")) / a.length)
    .slice(0, 20);
  return {
    byCommand: [...chosen.filter((_, i) => i % 41 !== 40), ...spread(summaries, 200), ...longest, ...accented],
    atThePage: chosen.filter((_, i) => i % 41 === 40),
  };
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

let search: LeakSearch;

test("before anything is filed, few of the pieces stand anywhere", outside, async () => {
  assert.deepEqual([texts.byCommand.length, texts.atThePage.length], [440, 5]);
  const every = createLeakSearch(piecesOf([...texts.byCommand, ...texts.atThePage]));
  assert.ok(every.pieces > 20_000, `${every.pieces} pieces`);
  const known = await lookEverywhere(every);
  search = every.without(known);
  // A piece of ordinary English may stand in the database's own catalogue and settings, or in the published policy of the log;
  // it proves nothing and is not looked for. It was 26 of 25 315, most of them in PostgreSQL's descriptions of itself.
  const before = every.pieces - search.pieces;
  assert.ok(before < every.pieces / 500, `${before} pieces of ${every.pieces} were there before`);
});

test("440 of them are filed by the command, two folders at a time", outside, async () => {
  const halves = [0, 1].map((half) => texts.byCommand.filter((_, i) => i % 2 === half));
  await Promise.all(halves.map((half, i) => fileFolder(join(folder, `half-${i}`), half)));
  assert.equal(filed.size, 440);
});

async function fileFolder(batch: string, half: readonly string[]): Promise<void> {
  await mkdir(batch);
  const names = half.map((_, i) => `${String(i).padStart(4, "0")}.txt`);
  for (const [i, name] of names.entries()) await writeFile(join(batch, name), half[i] ?? "");
  const ran = await runCommand([
    "complain",
    "--server",
    office.url,
    "--roots",
    office.roots,
    "--batch",
    batch,
    "--json",
  ]);
  said += ran.stdout + ran.stderr;
  assert.equal(ran.code, 0, "every text of the folder is filed");
  for (const line of ran.stdout.split("\n").filter(Boolean)) {
    const { file, case: caseId } = JSON.parse(line) as { readonly file: string; readonly case: string };
    filed.set(caseId, digestOf(half[names.indexOf(file)] ?? ""));
  }
}

test("five more are filed at the page of a small phone", outside, async () => {
  const browser = await openBrowser();
  try {
    for (const text of texts.atThePage) {
      const known = new Set(await casesOf(office));
      await withPage(browser, { origin: office.url, ...phone }, async ({ page }) => {
        await openComplaint(page, office.url);
        try {
          await answerAll(page, { text });
          await sendComplaint(page);
        } catch {
          // What the browser's driver says about a screen may repeat what stands on it.
          throw new Error("the page did not take one of the texts");
        }
      });
      const fresh = (await casesOf(office)).filter((caseId) => !known.has(caseId));
      assert.equal(fresh.length, 1);
      filed.set(fresh[0] ?? "", digestOf(text));
    }
  } finally {
    await browser.close();
  }
});

async function casesOf({ data }: TestOffice): Promise<readonly string[]> {
  return withDatabase(data, async (client) => {
    const { rows } = await client.query<{ stream: string }>("select stream from event where stream like 'cas\\_%'");
    return rows.map(({ stream }) => stream);
  });
}

test("each of the 445 opens at the desk, byte for byte", outside, async () => {
  let same = 0;
  const waiting = [...filed];
  const openSome = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [caseId, digest] = next;
      const { view } = await readAmong(desks, caseId);
      assert.deepEqual(view.alarms, []);
      if (digestOf(view.story.text) === digest) same++;
    }
  };
  await Promise.all([openSome(), openSome()]);
  assert.equal(same, 445);
});

test("not one piece of them stands in a table, in a file, or in what was said", outside, async () => {
  const finds = await lookEverywhere(search);
  assert.deepEqual(
    finds.map(({ place, how }) => `${place}: ${how}`),
    [],
  );
});

test("the same search finds what is put there on purpose, in every place and every encoding", outside, async () => {
  const planted = plants();
  const all = createLeakSearch(piecesOf(planted.map(({ text }) => text)));
  assert.deepEqual(await lookEverywhere(all), []);
  await mkdir(join(office.data, "blobs/planted"), { recursive: true });
  for (const { name, where, bytes } of planted) {
    if (where === "file") await writeFile(join(office.data, "blobs/planted", name), bytes);
  }
  const rows = planted.filter(({ where }) => where === "row");
  await withDatabase(office.data, async (client) => {
    await client.query("create table planted (name text, written text, bytes bytea)");
    for (const { name, bytes } of rows) await plantRow(client, name, bytes);
  });
  said += planted.find(({ where }) => where === "word")?.bytes.toString() ?? "";
  const finds = await lookEverywhere(all);
  const missed = planted.filter(({ place, how, text }) => {
    const pieces = new Set(piecesOf([text]).keys());
    return !finds.some((find) => pieces.has(find.piece) && find.place === place && find.how.endsWith(how));
  });
  assert.deepEqual(
    missed.map(({ name, where, how }) => `${where} ${name}: ${how}`),
    [],
  );
  const walled = rows.some(({ text }) => {
    const pieces = new Set(piecesOf([text]).keys());
    return finds.some(({ piece, place }) => pieces.has(piece) && place.includes("/pg_wal/"));
  });
  assert.ok(walled, "a planted row is found in the database's write-ahead log too");
});

type Plant = {
  readonly where: "row" | "file" | "word";
  readonly name: string;
  readonly text: string;
  readonly bytes: Buffer;
  readonly place: string;
  readonly how: string;
};

type Encode = (text: string) => Buffer;

/** One made-up sentence for each encoding and place, so that each find tells which one it is. */
function plants(): readonly Plant[] {
  const encodings: readonly (readonly [name: string, encode: Encode, how: string])[] = [
    ["utf-8", (text) => Buffer.from(text), "utf-8"],
    ["utf-16le", (text) => Buffer.from(text, "utf16le"), "utf-16le"],
    ["utf-16be", (text) => Buffer.from(text, "utf16le").swap16(), "utf-16be"],
    ["hex", (text) => Buffer.from(Buffer.from(text).toString("hex")), "hex > utf-8"],
    ["capital-hex", (text) => Buffer.from(Buffer.from(text).toString("hex").toUpperCase()), "hex > utf-8"],
    ...[0, 1, 2].map(
      (shift) =>
        [
          `base64-${shift}`,
          (text: string) => Buffer.from(Buffer.concat([Buffer.alloc(shift, 7), Buffer.from(text)]).toString("base64")),
          "base64 > utf-8",
        ] as const,
    ),
    ["gzip", (text) => gzipSync(text), "gzip > utf-8"],
    ["deflate", (text) => deflateSync(text), "deflate > utf-8"],
    ["gzip-in-base64", (text) => Buffer.from(gzipSync(text).toString("base64")), "base64 > gzip > utf-8"],
  ];
  const planted: Plant[] = [];
  const add = ({ where, name, encode, how }: Pick<Plant, "where" | "name" | "how"> & { readonly encode: Encode }) => {
    const text = `Egzanp nimewo ${planted.length * 7919} ki plante isit la èkspre, an ${name}, kòm ${where}.`;
    const place = { row: "table public.planted", file: `data/blobs/planted/${name}`, word: "said" }[where];
    planted.push({ where, name, text, bytes: encode(text), place, how });
  };
  for (const [name, encode, how] of encodings) {
    add({ where: "file", name, encode, how });
    add({ where: "row", name, encode, how });
  }
  // Long enough that the database packs it in its own way, which only the table's text undoes.
  add({ where: "row", name: "packed", encode: (text) => Buffer.from(`${text} `.repeat(400)), how: "utf-8" });
  add({ where: "word", name: "said", encode: (text) => Buffer.from(text), how: "utf-8" });
  return planted;
}

/** As text where it is text, and as bytes in every case. */
async function plantRow(client: Client, name: string, bytes: Buffer): Promise<void> {
  const written = bytes.includes(0) || name.startsWith("utf-16") || !isText(bytes) ? null : bytes.toString();
  await client.query("insert into planted values ($1, $2, $3)", [name, written, bytes]);
}

const isText = (bytes: Buffer): boolean => Buffer.from(bytes.toString()).equals(bytes);

/** Tables and words while the office runs, files as well: sealed or not, whatever is written down is among them. */
async function lookEverywhere(looking: LeakSearch): Promise<readonly Find[]> {
  const finds: Find[] = [];
  await withDatabase(office.data, async (client) => {
    await client.query("checkpoint");
    for await (const { place, bytes } of tablesOf(client)) finds.push(...looking.look(place, bytes));
  });
  for await (const { place, bytes } of filesOf(office.data)) finds.push(...looking.look(place, bytes));
  finds.push(...looking.look("said", Buffer.from(said + office.said())));
  return finds;
}
