// `npm run size`: what the public pages weigh on the wire, against what they may weigh. `--json` for machines.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { constants, createBrotliDecompress } from "node:zlib";
import { languages } from "@temwen/words";
import { complainWords, replyWords } from "@temwen/words/pages";

type Row = { readonly name: string; readonly bytes: number; readonly limit: number };

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "apps/complain/dist");
/** Sealing included. */
const pageLimits: { readonly [page: string]: number } = {
  home: 14_000,
  help: 14_000,
  about: 14_000,
  log: 14_000,
  verify: 14_000,
  api: 14_000,
  plain: 14_000,
  sent: 14_000,
  status: 14_000,
  referral: 14_000,
  complain: 50_000,
  reply: 45_000,
};
/** What is loaded of `/reply` for a case until it is assessed: the page, and the law of that time, together. */
const untilAssessed = { page: "reply", annex: "mailbox", limit: 43_500 };
/** The service worker of the kept page. */
const workerLimit = 2_000;
const languageLimit = 4_000;
/** Code that a page loads only when it is used, by the annex's name. */
const annexLimits: { readonly [annex: string]: number } = {
  acts: 12_000,
  checker: 25_000,
  evidence: 25_000,
  keeping: 3_000,
  // Grows with the acts that a person is shown and judges: every family of them brings its facts and its law.
  law: 18_500,
  mailbox: 4_700,
  owed: 16_000,
  proof: 30_000,
  qr: 4_500,
  steps: 13_000,
  work: 4_500,
};
/**
 * What `/complain` may weigh so that it can be used after five seconds at 100 kbit/s: all of the page comes before its script runs, and
 * a kilobyte is 80 milliseconds. Just above where it stands: whoever needs more takes something away, or has something load later.
 */
const usableLimit = 47_500;
/** Ten packets: what a server may send before it hears back (RFC 6928), so one round trip on a slow line. */
const firstView = 14_600;

const { values: flags } = parseArgs({ options: { json: { type: "boolean", default: false } } });
if (!existsSync(dist)) {
  process.stderr.write("the pages are not built yet: npm run build\n");
  process.exit(1);
}

const rows = [...pageRows(), ...togetherRows(), ...usableRows(), ...(await firstViewRows())];
if (flags.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
else for (const row of rows) process.stdout.write(`${describe(row)}\n`);
process.exitCode = rows.some(isOver) ? 1 : 0;

/** Every compressed file of the pages, as built; the server adds the roots, some 300 bytes. */
function pageRows(): readonly Row[] {
  const files = readdirSync(dist).filter((name) => name.endsWith(".br"));
  return files.sort().map((name) => {
    return { name, bytes: readFileSync(join(dist, name)).length, limit: limitOf(name) };
  });
}

/** What a person loads who opens a mailbox and has at most one answer in it, in each language. */
function togetherRows(): readonly Row[] {
  const { page, annex, limit } = untilAssessed;
  const law = readdirSync(dist).find((name) => name.startsWith(`annex.${annex}.`) && name.endsWith(".br"));
  return languages.map((language) => {
    const files = [`${page}.${language}.html.br`, law ?? ""];
    const bytes = files.reduce((sum, name) => sum + readFileSync(join(dist, name)).length, 0);
    return { name: `${page}.${language}.html with ${annex}`, bytes, limit };
  });
}

/** What comes before the complaint can be begun, in each language. */
function usableRows(): readonly Row[] {
  return languages.map((language) => {
    const bytes = readFileSync(join(dist, `complain.${language}.html.br`)).length;
    return { name: `complain.${language}.html: usable`, bytes, limit: usableLimit };
  });
}

/** A file that nobody gave a limit may weigh nothing. */
function limitOf(name: string): number {
  const [page = "", part = ""] = name.split(".");
  if (page === "annex") return annexLimits[part] ?? 0;
  if (part === "worker") return workerLimit;
  return part === "words" ? languageLimit : (pageLimits[page] ?? 0);
}

/** How much of each page must have arrived before its first question can be read. */
async function firstViewRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const language of languages) {
    const firstWords = { complain: complainWords[language].words, reply: replyWords[language].digits };
    for (const [page, sentence] of Object.entries(firstWords)) {
      const name = `${page}.${language}.html`;
      const bytes = await bytesUntil(readFileSync(join(dist, `${name}.br`)), sentence);
      rows.push({ name: `${name}: first question`, bytes, limit: firstView });
    }
  }
  return rows;
}

/** The shortest beginning of a brotli stream that already holds a sentence, to 256 bytes. */
async function bytesUntil(stream: Buffer, sentence: string): Promise<number> {
  for (let length = 256; length < stream.length; length += 256) {
    if ((await beginning(stream.subarray(0, length))).includes(sentence)) return length;
  }
  return stream.length;
}

function beginning(part: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const decoder = createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    decoder.on("data", (chunk: Buffer) => chunks.push(chunk));
    decoder.on("error", reject);
    decoder.on("end", () => resolve(Buffer.concat(chunks).toString()));
    decoder.end(part);
  });
}

function isOver({ bytes, limit }: Row): boolean {
  return bytes > limit;
}

function describe(row: Row): string {
  const mark = isOver(row) ? "✖" : "✔";
  return `${mark} ${row.name.padEnd(36)} ${String(row.bytes).padStart(6)} of ${row.limit}`;
}
