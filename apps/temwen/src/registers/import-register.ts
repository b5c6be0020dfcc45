import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createCourier } from "@temwen/courier";
import { createDeskCourier } from "@temwen/courier/desk";
import { openKeyFile } from "@temwen/desk";
import { createNodeSigner } from "@temwen/office/signing-node";
import { type Mapping, parseMapping, registerIdOf } from "@temwen/registers";
import {
  createId,
  granted,
  millisToInstant,
  type RegisterId,
  type Result,
  refused,
  utf8ToText,
} from "@temwen/vocabulary";
import { type Exit, exits, UsageError } from "../exit.ts";
import { findOffice } from "../person/find-office.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";
import { buildCases, sha256 } from "./build-cases.ts";
import { ImportFault } from "./import-fault.ts";
import { type ReadFiles, readFiles } from "./read-files.ts";
import { refuseUnreadable } from "./refuse-unreadable.ts";
import { openRefusedRows, type RefusedRows } from "./refused-rows.ts";
import { openRowReport, type RowReport } from "./row-report.ts";
import { beginImport, finishImport, type Importer, type ImportRefusal, isImported, sendCases } from "./send-import.ts";
import { openSpill, type Spill } from "./spill.ts";

export type ImportOptions = {
  readonly mapping: string;
  /** `PATH` where the mapping has one file, else `NAME=PATH`. */
  readonly files: readonly string[];
  readonly report?: string;
  /** Where rows that came in odd are told; beside the report of those that were left out, if not said. */
  readonly oddReport?: string;
  /** Goes on although lines are not in the declared encoding, many rows are refused, or days are written otherwise than declared. */
  readonly isWithoutUnreadable: boolean;
  /** Who imports; without it everything is read and nothing is sent. */
  readonly as?: {
    readonly server: string;
    readonly key: string;
    readonly passphraseFile: string;
    readonly roots: string | undefined;
  };
};

/** Imports a register: reads all of it first, then brings it, case by case, and says that it is whole. */
export async function importRegister(options: ImportOptions, terminal: Terminal): Promise<Exit> {
  const mapping = await readMapping(options.mapping);
  const places = placeFiles(mapping, options.files);
  const importer = options.as ? await openImporter(options.as, mapping, terminal) : undefined;
  if (importer && !importer.ok) return sayRefusal(terminal, importer.refusal);
  await using spill = await openSpill();
  const report = options.report ?? `${mapping.register}-refused.csv`;
  const left = openRefusedRows(report);
  const odd = openRowReport(
    options.oddReport ?? join(dirname(report), `${mapping.register}-odd.csv`),
    "file,line,flag,field",
  );
  terminal.progress(`temwen: reading ${[...places.values()].join(", ")}`);
  const read = await readFiles(mapping, places, {
    spill,
    refused: left,
    onRows: every(100_000, (rows) => terminal.progress(`temwen: ${rows} rows read`)),
  }).finally(left.write);
  refuseUnreadable(read, left, { report, isWithout: options.isWithoutUnreadable });
  const work: Work = { mapping, read, spill, left, odd, report };
  return importer ? await bring(importer.value, work, terminal) : await tryOut(work, terminal);
}

type Work = {
  readonly mapping: Mapping;
  readonly read: ReadFiles;
  readonly spill: Spill;
  readonly left: RefusedRows;
  readonly odd: RowReport;
  readonly report: string;
};

async function bring(importer: Importer, work: Work, terminal: Terminal): Promise<Exit> {
  const { mapping, read, left } = work;
  const { files, rows } = read;
  const served = await importer.courier.registers.readRegister(importer.register);
  if (!served.ok) return sayRefusal(terminal, served.refusal);
  if (isImported(served.value, mapping, files)) {
    const value = { register: mapping.register, id: importer.register, outcome: "already-imported" };
    terminal.result(value, `${mapping.register}: these files were imported by this mapping already; nothing was done`);
    return exits.done;
  }
  const begun = await beginImport(importer, served.value, { mapping, files });
  if (!begun.ok) return sayStopped(terminal, begun.refusal);
  if (begun.value.size > 0) terminal.progress(`temwen: going on behind ${begun.value.size} cases`);
  const flags: Counts = {};
  const sent = await sendCases(importer, counting(casesOf(importer.register, work), flags), begun.value);
  if (!sent.ok) return sayStopped(terminal, sent.refusal);
  const finished = await finishImport(importer, sent.value, { mapping, rows, refused: left.total() });
  if (!finished.ok) return sayStopped(terminal, finished.refusal);
  const { cases, allegations, flagged, added, changed, root, resumedAt } = finished.value;
  const said = {
    register: mapping.register,
    id: importer.register,
    outcome: "imported",
    ...{ import: finished.value.import, rows, cases, allegations, added, changed, unchanged: cases - added - changed },
    ...{ flagged, flags, ...oddOf(work), ...refusedOf(work), root },
    ...(resumedAt > 0 && { resumedAt }),
  };
  terminal.result(
    said,
    `${mapping.register}: ${cases} cases, ${allegations} allegations from ${rows} rows; ${added} new, ${changed} changed` +
      `${sayFlags(flagged, flags, work)}${sayRefused(work)}\nroot ${root}`,
  );
  return exits.done;
}

/** A register has no case that somebody acted on: what stands in the way of an import is another one. */
const sayStopped = (terminal: Terminal, refusal: ImportRefusal): Exit =>
  sayRefusal(terminal, refusal.code === "conflict" ? { code: "import-not-open" } : refusal);

/** Everything but sending: what would be imported, and what is odd about it. */
async function tryOut(work: Work, terminal: Terminal): Promise<Exit> {
  const { mapping, read } = work;
  const flags: Counts = {};
  let [cases, allegations, flagged] = [0, 0, 0];
  const nobodys = createId("register", new Uint8Array(16));
  for await (const one of counting(casesOf(nobodys, work), flags)) {
    cases += 1;
    allegations += one.allegations;
    if (one.isFlagged) flagged += 1;
  }
  const { rows } = read;
  terminal.result(
    {
      ...{ register: mapping.register, outcome: "tried", rows, cases, allegations, flagged, flags },
      ...{ ...oddOf(work), ...refusedOf(work) },
    },
    `${mapping.register}: ${cases} cases, ${allegations} allegations from ${rows} rows; nothing was sent` +
      `${sayFlags(flagged, flags, work)}${sayRefused(work)}`,
  );
  return exits.done;
}

const casesOf = (register: RegisterId, { mapping, read, spill, left, odd }: Work) =>
  buildCases({ mapping, register, lookup: (key) => read.lookup.get(key) }, { spill, refused: left, odd });

type Counts = { [name: string]: number };

async function* counting(cases: ReturnType<typeof buildCases>, flags: Counts): ReturnType<typeof buildCases> {
  for await (const one of cases) {
    for (const flag of one.flags) flags[flag] = (flags[flag] ?? 0) + 1;
    yield one;
  }
}

const refusedOf = ({ left, report }: Work) => ({
  refused: left.total(),
  ...(left.total() > 0 && { refusedFor: left.counts(), report }),
});

const oddOf = ({ odd }: Work) => (odd.isEmpty() ? {} : { oddReport: odd.place });

const sayFlags = (flagged: number, flags: Counts, { odd }: Work): string =>
  flagged === 0
    ? ""
    : `\n${flagged} cases are odd: ${Object.entries(flags)
        .map(([flag, count]) => `${flag} ${count}`)
        .join(", ")}; each row and what is odd about it: ${odd.place}`;

const sayRefused = ({ left, report }: Work): string =>
  left.total() === 0 ? "" : `\n${left.total()} rows were left out, each with its line and reason: ${report}`;

async function readMapping(place: string): Promise<Mapping> {
  const text = await readFile(place, "utf8");
  const mapping = parseMapping(parseJson(text, place));
  if (!mapping.ok) throw new ImportFault("malformed-mapping", `${place}: cannot be read at ${mapping.refusal.at}`);
  return mapping.value;
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportFault("malformed-mapping", `${place} is not JSON`);
  }
}

/** Which file of the mapping lies where. Throws `UsageError`. */
function placeFiles({ files }: Mapping, said: readonly string[]): ReadonlyMap<string, string> {
  const names = Object.keys(files);
  const places = new Map<string, string>();
  for (const word of said) {
    const [, name, path] = /^([a-z][a-z0-9-]*)=(.+)$/s.exec(word) ?? [];
    const only = names.length === 1 ? names[0] : undefined;
    const isNamed = name !== undefined && path !== undefined && names.includes(name);
    const at = isNamed ? name : only;
    if (at === undefined) throw new UsageError(`--file needs NAME=PATH, NAME one of: ${names.join(", ")}`);
    if (places.has(at)) throw new UsageError(`--file ${at} is said twice`);
    places.set(at, isNamed ? path : word);
  }
  const missing = names.filter((name) => !places.has(name));
  if (missing.length > 0) throw new UsageError(`--file is needed for: ${missing.join(", ")}`);
  return places;
}

/** Opens the key and finds the office; whether this person may import, the server says. */
async function openImporter(
  { server, key: place, passphraseFile, roots }: NonNullable<ImportOptions["as"]>,
  { register }: Mapping,
  terminal: Terminal,
): Promise<Result<Importer, { readonly code: string }>> {
  const passphrase = utf8ToText(await readInput(terminal, passphraseFile));
  const opened = passphrase.ok
    ? await openKeyFile(new Uint8Array(await readFile(place)), passphrase.value.replace(/\r?\n$/, ""))
    : "wrong-passphrase";
  if (typeof opened === "string") return refused({ code: opened });
  const found = await findOffice(createCourier({ base: server }), server, roots, terminal);
  if (!found.ok) return found;
  const { directory } = found.value;
  if (opened.office !== directory.office) return refused({ code: "another-office" });
  const signer = createNodeSigner(opened.signingSeed);
  return granted({
    courier: createDeskCourier({ base: server }, { office: opened.office, staff: opened.staff, signer }),
    signer,
    office: opened.office,
    staff: opened.staff,
    epoch: directory.epoch,
    register: registerIdOf(opened.office, register, sha256),
    now: () => millisToInstant(Date.now()),
    onProgress: every(10_000, (cases) => terminal.progress(`temwen: ${cases} cases`)),
  });
}

/** Says a growing number whenever it has grown by so much. */
function every(step: number, say: (count: number) => void): (count: number) => void {
  let said = 0;
  return (count) => {
    if (count < said + step) return;
    said = count;
    say(count);
  };
}
