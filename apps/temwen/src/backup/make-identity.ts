import { writeFile } from "node:fs/promises";
import { type Exit, exits } from "../exit.ts";
import { codeOf } from "../running/error-codes.ts";
import type { Terminal } from "../terminal.ts";
import { drawIdentity } from "./age-streams.ts";
import { BackupFault } from "./backup-fault.ts";

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
