import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** A register of nobody's, as large as one likes: complaints, and who was accused of what. */
export type RegisterFiles = {
  readonly mapping: string;
  readonly files: { readonly [name: string]: string };
  readonly register: string;
};

const places = ["01", "04", "07", "11", "15", "22", "25"] as const;
const findings = ["SU", "NS", "UN", "EX", ""] as const;

const day = (n: number): string =>
  `${2000 + (n % 20)}-${String(1 + (n % 12)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`;
const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? "";

/** Of ten rows four open a case and six accuse somebody. No chance is in it: every run reads the same. */
function* complaints(rows: number): Generator<string> {
  yield "id,received,closed,beat,summary\n";
  for (let n = 0; n < rows * 0.4; n += 1) {
    yield `C${n},${day(n)},${n % 9 === 0 ? "" : day(n + 3)},${pick(places, n)}${n % 90},"What was said, in ${n % 30} words, and more"\n`;
  }
}

function* accusations(rows: number): Generator<string> {
  yield "id,officer,what,finding\n";
  const cases = Math.floor(rows * 0.4);
  for (let n = 0; n < rows * 0.6; n += 1) {
    yield `C${(n * 7) % cases},P${(n * 31) % 20_000},KIND ${n % 60},${pick(findings, n % 13)}\n`;
  }
}

/** Writes a register of so many rows. */
export async function writeRegister(folder: string, rows: number): Promise<RegisterFiles> {
  const register = `bench-${rows}`;
  const write = async (name: string, lines: Generator<string>): Promise<string> => {
    const place = join(folder, `${register}-${name}.csv.gz`);
    await pipeline(Readable.from(inPieces(lines)), createGzip({ level: 1 }), createWriteStream(place));
    return place;
  };
  const files = {
    complaints: await write("complaints", complaints(rows)),
    accused: await write("accused", accusations(rows)),
  };
  const mapping = join(folder, `${register}.json`);
  await writeFile(mapping, JSON.stringify(mappingOf(register)));
  return { mapping, files, register };
}

function* inPieces(lines: Generator<string>): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    if (piece.push(line) < 2000) continue;
    yield piece.join("");
    piece = [];
  }
  yield piece.join("");
}

const mappingOf = (register: string) => ({
  type: "temwen.mapping/1",
  register,
  title: "made up",
  source: "made up",
  files: {
    complaints: { columns: ["id", "received", "closed", "beat", "summary"] },
    accused: { columns: ["id", "officer", "what", "finding"] },
  },
  case: {
    file: "complaints",
    key: "id",
    fields: {
      received: { kind: "date", column: "received", wanted: true },
      closed: { kind: "date", column: "closed" },
      district: { kind: "code", column: "beat", first: 2 },
      words: { kind: "words", column: "summary" },
    },
  },
  allegation: {
    file: "accused",
    key: "id",
    respondent: "officer",
    fields: { what: { kind: "code", column: "what" }, finding: { kind: "code", column: "finding" } },
  },
  order: [{ flag: "closed-before-received", earlier: "received", later: "closed" }],
  durations: { "received-to-closed": { from: "received", to: "closed" } },
  tables: [{ by: ["received:year"] }, { by: ["district"] }, { by: ["received:year", "what"], of: "allegations" }],
});
