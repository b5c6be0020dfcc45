// A small register of nobody's, and the registrar who imports it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importRegister } from "../../apps/temwen/src/registers/import-register.ts";
import type { Terminal } from "../../apps/temwen/src/terminal.ts";
import type { SmallOffice } from "./small-office.ts";

/** A mapping over two files and a third to look up in: complaints, who was accused of what, and people. */
export const smallMapping = {
  type: "temwen.mapping/1",
  register: "small",
  title: "A small register",
  source: "made up for tests",
  files: {
    complaints: { columns: ["id", "happened", "received", "closed", "district", "words"] },
    accused: { columns: ["id", "officer", "what", "finding"] },
    people: { columns: ["officer", "rank"] },
  },
  case: {
    file: "complaints",
    key: "id",
    fields: {
      happened: { kind: "date", column: "happened" },
      received: { kind: "date", column: "received", wanted: true },
      closed: { kind: "date", column: "closed" },
      district: { kind: "code", column: "district", first: 2 },
      "words-said": { kind: "words", column: "words" },
    },
  },
  allegation: {
    file: "accused",
    key: "id",
    respondent: "officer",
    fields: {
      what: { kind: "code", column: "what" },
      finding: { kind: "code", column: "finding", codes: ["SU", "NS"] },
    },
    lookup: { file: "people", key: "officer", by: "officer", fields: { rank: { kind: "code", column: "rank" } } },
  },
  order: [
    { flag: "closed-before-received", earlier: "received", later: "closed" },
    { flag: "happened-after-received", earlier: "happened", later: "received" },
  ],
  durations: { "received-to-closed": { from: "received", to: "closed" } },
  shares: { sustained: { field: "finding", part: ["SU"], among: ["SU", "NS"] } },
  tables: [{ by: ["received:year"] }, { by: ["finding"] }, { by: ["received:year", "finding"] }],
} as const;

/** Lines of the three files, the first one the header. */
export const smallFiles = {
  complaints: [
    "id,happened,received,closed,district,words",
    'C1,2011-01-01,2011-01-02,2011-02-01,0411,"He said ""stop"",\nand went"',
    "C2,2011-05-05,2011-05-01,,0423,words",
    "C3,2012-01-01,2012-01-02,2012-01-01,,",
    "C4,,2012-03-01,2012-03-31,0712,three words here",
  ],
  accused: [
    "id,officer,what,finding",
    "C1,P1,force,SU",
    "C1,P2,force,NS",
    "C1,P2,force,NS",
    "C2,P1,words,??",
    "C4,,search,NS",
    "C9,P3,search,SU",
  ],
  people: ["officer,rank", "P1,SERGEANT", "P2,OFFICER"],
} as const;

/** What a run said: its exit, the one JSON object, and what went to stderr. */
export type ImportRun = {
  readonly exit: number;
  readonly said: { readonly [name: string]: unknown };
  readonly progress: string;
};

/** Files of a register in a folder of their own, and runs of `temwen import` over them as somebody of an office. */
export async function openRegisterFolder(office: SmallOffice): Promise<
  AsyncDisposable & {
    readonly folder: string;
    readonly write: (name: string, text: string | Uint8Array) => Promise<string>;
    readonly writeAll: (
      mapping?: object,
      files?: { readonly [name: string]: readonly string[] },
    ) => Promise<{ readonly mapping: string; readonly files: readonly string[] }>;
    readonly run: (
      paths: { readonly mapping: string; readonly files: readonly string[] },
      more?: { readonly as?: string; readonly isDry?: boolean; readonly isWithoutUnreadable?: boolean },
    ) => Promise<ImportRun>;
  }
> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-register-"));
  const write = async (name: string, text: string | Uint8Array): Promise<string> => {
    const place = join(folder, name);
    await writeFile(place, text);
    return place;
  };
  const roots = await write("roots.json", JSON.stringify(office.trust));
  return {
    folder,
    write,
    writeAll: async (mapping = smallMapping, files = smallFiles) => ({
      mapping: await write("mapping.json", JSON.stringify(mapping)),
      files: await Promise.all(
        Object.entries(files).map(
          async ([name, lines]) => `${name}=${await write(`${name}.csv`, `${lines.join("\n")}\n`)}`,
        ),
      ),
    }),
    run: async (paths, { as = "nadia", isDry = false, isWithoutUnreadable = false } = {}) => {
      const person = office.person(as);
      const key = await write(`${as}.age`, person.keyFile);
      const passphraseFile = await write(`${as}.txt`, `${person.passphrase}\n`);
      let said = {};
      const progress: string[] = [];
      const terminal: Terminal = {
        json: true,
        result: (value) => {
          said = value;
        },
        entry: () => undefined,
        progress: (line) => void progress.push(line),
        readStdin: async () => new Uint8Array(0),
      };
      const options = {
        ...paths,
        isWithoutUnreadable,
        report: join(folder, "refused.csv"),
        ...(!isDry && { as: { server: office.url, key, passphraseFile, roots } }),
      };
      const exit = await importRegister(options, terminal);
      return { exit, said, progress: progress.join("\n") };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
