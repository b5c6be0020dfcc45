import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { openPostgresRecord } from "@temwen/record/postgres";
import { BackupFault, fileExists } from "../backup/backup-fault.ts";
import { type Exit, exits } from "../exit.ts";
import { formatOpening } from "../log/breach/certificate.ts";
import { toPlain } from "../log/speak.ts";
import { findDataFolder } from "../running/data-folder.ts";
import { codeOf } from "../running/error-codes.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { readPack } from "../running/pack-files.ts";
import { reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { findOwnAnswer, type OwnAnswer, type WantedAnswer } from "./find-answer.ts";

export type AnswerOptions = {
  readonly data: string;
  readonly wanted: WantedAnswer;
  readonly out: string;
  readonly pack: string;
  readonly databaseUrl?: string;
};

/** Writes what opens one leaf with which the office answered, whether the office runs or not. Throws `BackupFault`. */
export async function writeAnswer(options: AnswerOptions, terminal: Terminal): Promise<Exit> {
  const folder = await findDataFolder(options.data);
  const trust = (await readOfficeFiles(folder))?.trust;
  if (!trust) throw new BackupFault("no-office", `there is no office in ${folder.path}`);
  await refuseNoDatabase(folder, options.databaseUrl);
  const { clocks } = await readPack(options.pack);
  const database = await reachDatabase(folder, options.databaseUrl, terminal.progress);
  try {
    await using record = await openPostgresRecord(database.connection);
    const found = await findOwnAnswer({ record, trust, clocks }, options.wanted);
    if (!found.ok) return sayRefusal(terminal, toPlain(found.refusal) as typeof found.refusal);
    return await writeFound(found.value, options.out, terminal);
  } finally {
    await database.letGo();
  }
}

/** Writes an answer that was found, for `temwen verify --breach --opening`. */
export async function writeFound(found: OwnAnswer, place: string, terminal: Terminal): Promise<Exit> {
  const { opening, clock, at } = found;
  const out = resolve(place);
  const writing = { mode: 0o600, flag: "wx", flush: true };
  await writeFile(out, formatOpening(opening), writing).catch((error) => {
    throw codeOf(error) === "EEXIST" ? fileExists(out) : error;
  });
  terminal.progress("Whoever opens it sees who acted in this case, when, and digests; no story and no label key.");
  terminal.result(
    toPlain({ opening: out, index: opening.index, case: found.case, clock, at }),
    `${out}: leaf ${opening.index} stopped the clock ${clock}; staff signed at ${at}`,
  );
  return exits.done;
}
