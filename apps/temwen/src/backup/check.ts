import { type Exit, exits } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { readIdentities } from "./age-streams.ts";
import { checkBackup } from "./check-backup.ts";
import { listenForStop } from "./stop.ts";

/** Reads a backup to its end and says what it holds. Throws `BackupFault`. */
export async function check(file: string, identities: readonly string[], terminal: Terminal): Promise<Exit> {
  const { opening, closing, blobs, bytes } = await checkBackup(file, await readIdentities(identities), listenForStop());
  const { office, at, counts, withKeys } = opening;
  const result = { backup: file, whole: true, office, at, ...counts, blobs, missing: closing.missing, withKeys, bytes };
  terminal.result(result, `${file} is whole: ${counts.cases} cases, ${blobs} files of evidence, as of ${at}`);
  return exits.done;
}
