import { writeFile } from "node:fs/promises";
import { EmbeddedFault } from "@temwen/record/embedded";
import { RecordFault } from "@temwen/record/postgres";
import { type Exit, exits } from "../exit.ts";
import { DataFolderFault } from "../running/data-folder.ts";
import { codeOf } from "../running/error-codes.ts";
import type { Terminal } from "../terminal.ts";
import { drawIdentity, readIdentities } from "./age-streams.ts";
import { BackupFault } from "./backup-fault.ts";
import { checkBackup } from "./check-backup.ts";

/** Runs a step of backup or restore; what a person can mend is said in one line, and as a refusal with `--json`. */
export async function sayFaults(terminal: Terminal, step: () => Promise<Exit>): Promise<Exit> {
  try {
    return await step();
  } catch (error) {
    const isOurs = [BackupFault, DataFolderFault, RecordFault, EmbeddedFault].some((kind) => error instanceof kind);
    if (!isOurs) throw error;
    if (terminal.json) terminal.result({ refused: codeOf(error) }, "");
    terminal.progress(`temwen: ${(error as Error).message}`);
    return exits.refused;
  }
}

/** Reads a backup to its end and says what it holds. Throws `BackupFault`. */
export async function check(file: string, identities: readonly string[], terminal: Terminal): Promise<Exit> {
  const { opening, closing, blobs, bytes } = await checkBackup(file, await readIdentities(identities));
  const { office, at, counts, withKeys } = opening;
  const result = { backup: file, whole: true, office, at, ...counts, blobs, missing: closing.missing, withKeys, bytes };
  terminal.result(result, `${file} is whole: ${counts.cases} cases, ${blobs} files of evidence, as of ${at}`);
  return exits.done;
}

/** Draws an identity that opens backups into a new file; prints what they are sealed to. Throws `BackupFault`. */
export async function makeIdentity(file: string, terminal: Terminal): Promise<Exit> {
  const { identity, recipient } = await drawIdentity();
  await writeFile(file, `# recipient: ${recipient}\n${identity}\n`, { flag: "wx", mode: 0o600, flush: true }).catch(
    (cause) => {
      throw codeOf(cause) === "EEXIST" ? new BackupFault("file-exists", `${file} exists already`, cause) : cause;
    },
  );
  terminal.result({ identity: file, recipient }, recipient);
  return exits.done;
}
