import type { TableQuestion } from "@temwen/disclosure";
import type { TheRecord } from "@temwen/record";
import { openPostgresRecord } from "@temwen/record/postgres";
import { granted, millisToInstant, type Result } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { findDataFolder } from "../running/data-folder.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { readPack } from "../running/pack-files.ts";
import { NoDatabaseFault, reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { countFigures } from "./count-figures.ts";
import type { CountedSource } from "./counted-source.ts";
import { openMissed } from "./missed.ts";
import { openOpenings } from "./openings.ts";
import { openOwnCases } from "./own-cases.ts";
import { openOwnForce } from "./own-force.ts";
import { openOwnRedress } from "./own-redress.ts";
import { openOwnReferrals } from "./own-referrals.ts";
import type { Period } from "./period.ts";
import { openRegister } from "./register-cases.ts";
import { openRequests } from "./requests.ts";
import { spellCsv, spellPlain } from "./spell.ts";

export type FiguresOptions = {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly register?: string;
  /** What the office asked others for, the deadlines that it missed, what its panel ordered, where its cases went, or how often an escrow was opened, in the place of its cases. */
  readonly things: "cases" | "requests" | "missed" | "measures" | "referrals" | "openings" | "unreported-force";
  /** Those of the mapping, if none. */
  readonly tables: readonly TableQuestion[];
  readonly period?: Period;
  readonly date?: string;
  /** Nothing is suppressed: for who holds the data folder, and nobody they hand it to. */
  readonly isWhole: boolean;
  readonly form: "csv" | "plain";
};

const ownSources = {
  cases: async (record: TheRecord) => {
    const { forces } = await readPack("haiti");
    return openOwnCases(
      record,
      forces.filter(({ kind }) => kind === "host").map(({ id }) => id),
    );
  },
  requests: async (record: TheRecord) => openRequests(record),
  missed: async (record: TheRecord) => openMissed(record),
  openings: async (record: TheRecord) => openOpenings(record),
  measures: async (record: TheRecord) => openOwnRedress(record),
  "unreported-force": async (record: TheRecord) => openOwnForce(record),
  referrals: async (record: TheRecord) =>
    openOwnReferrals(record, await readPack("haiti"), millisToInstant(Date.now())),
};

/** Shows figures of an office, from its record. Whoever reads the record could count by themselves; the server tells nobody these. */
export async function showFigures(options: FiguresOptions, terminal: Terminal): Promise<Exit> {
  const folder = await findDataFolder(options.data);
  await refuseNoDatabase(folder, options.databaseUrl);
  const files = await readOfficeFiles(folder);
  if (!files) throw new NoDatabaseFault(`there is no office in ${folder.path}`);
  const database = await reachDatabase(folder, options.databaseUrl, terminal.progress);
  try {
    await using record = await openPostgresRecord(database.connection);
    const { register } = options;
    const source: Result<CountedSource, { readonly code: string }> =
      register === undefined
        ? granted(await ownSources[options.things](record))
        : await openRegister(record, files.trust.office, register);
    if (!source.ok) return sayRefusal(terminal, source.refusal);
    const { figures, about } = await countFigures(source.value, options);
    if (options.isWhole) {
      terminal.progress("temwen: nothing is suppressed: these figures may single people out; publish none of them");
    }
    // A file of lines cannot say what is not in it.
    const untold = options.form === "csv" ? figures.tables.filter(({ withheld }) => withheld !== undefined) : [];
    for (const { by, of, withheld } of untold) {
      terminal.progress(`temwen: not told (${withheld}): ${of} by ${by.join(" and ")}`);
    }
    const spelled = options.form === "csv" ? spellCsv(figures) : spellPlain(about, figures);
    terminal.result({ ...about, ...figures }, spelled);
    return exits.done;
  } finally {
    await database.letGo();
  }
}
