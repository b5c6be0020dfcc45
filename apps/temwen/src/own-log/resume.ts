import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openCheckpoint } from "@temwen/public-log/checkpoint";
import type { Vkey } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { openPostgresRecord } from "@temwen/record/postgres";
import { allowSigning, findSigningBar, readSignedSize } from "@temwen/server";
import { type Exit, exits } from "../exit.ts";
import { findDataFolder } from "../running/data-folder.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { NoDatabaseFault, reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import { refuseSecondOffice } from "../running/whose-folder.ts";
import type { Terminal } from "../terminal.ts";
import { openLogKey } from "./log-key.ts";
import { openCopy, proveFrom, refill } from "./refill.ts";

export type ResumeOptions = {
  readonly data: string;
  /** A copy of the log as the public last saw it: a mirror's folder. Undefined: nothing was ever published after the backup. */
  readonly from: string | undefined;
  readonly databaseUrl?: string;
};

/**
 * Lets the log of a restored office go on: what the public saw after the backup is put back behind the leaves that are there,
 * and the key is told what it signed last. Without a copy the operator says that nothing came later; where that is not true
 * witnesses and mirrors will show two logs. The key never forgets what it signed. Throws faults that a person can mend.
 */
export async function resumeLog(options: ResumeOptions, terminal: Terminal): Promise<Exit> {
  const folder = await findDataFolder(options.data);
  await refuseSecondOffice(folder);
  await refuseNoDatabase(folder, options.databaseUrl);
  const office = await readOfficeFiles(folder);
  if (!office) throw new NoDatabaseFault(`there is no office in ${folder.path}`);
  const database = await reachDatabase(folder, options.databaseUrl, terminal.progress);
  try {
    await using record = await openPostgresRecord(database.connection);
    const before = await record.log.readHead();
    const signer = await openLogKey(folder, {
      office: office.trust.office,
      publicUrl: undefined,
      isBegun: before.size > 0n,
    });
    const key = { signer, memory: join(folder.keys, "log"), primitives: primitivesOnNode };
    if (options.from === undefined) {
      if ((await readSignedSize(key)) > before.size) return sayNot(terminal, "copy-needed");
      await allowSigning(key);
      return say(terminal, { leaves: Number(before.size), putBack: 0 });
    }
    const bytes = new Uint8Array(await readFile(join(options.from, "checkpoint")));
    const opened = openCheckpoint(bytes, [signer.vkey], primitivesOnNode);
    if (!opened.ok || opened.value.checkpoint.origin !== signer.vkey.name) return sayNot(terminal, "not-our-log");
    const tree = await openCopy(options.from, opened.value.checkpoint);
    if (!tree) return sayNot(terminal, "copy-damaged");
    const copy = { checkpoint: bytes, prove: proveFrom(tree) };
    // Before anything is put back: a database that was filled up to an old copy would have to be emptied again.
    const bar = await findSigningBar(key, copy);
    if (bar) return sayNot(terminal, bar.code === "behind-signed-head" ? "copy-is-older" : "another-history");
    if ((await readShownSize(join(folder.path, "log"), signer.vkey)) > tree.size)
      return sayNot(terminal, "copy-is-older");
    const refilled = await refill(record.log, tree, terminal.progress);
    if (typeof refilled === "string") return sayNot(terminal, refilled);
    const allowed = await allowSigning(key, copy);
    if (!allowed.ok) throw new Error(`the key signed meanwhile: ${allowed.refusal.code}`);
    return say(terminal, { leaves: Number(opened.value.checkpoint.size), putBack: Number(refilled) });
  } finally {
    await database.letGo().catch(() => undefined);
  }
}

const say = (terminal: Terminal, done: { readonly leaves: number; readonly putBack: number }): Exit => {
  terminal.result(done, `the log goes on behind ${done.leaves} leaves, ${done.putBack} of them put back from the copy`);
  return exits.done;
};

const why = {
  "not-our-log": "the checkpoint of that copy was not signed by this office's log",
  "copy-damaged": "the files of that copy do not agree with its checkpoint: take another mirror's",
  "copy-is-older":
    "that copy ends before what this log has shown or signed already: take the newest one that anybody has",
  "another-history": "that copy and this office's log are two histories: keep a copy of everything, and ask for help",
  "copy-needed": "the log's key signed more leaves than are there: say --from COPY, a mirror's folder",
} as const;

/** All is as it was. */
function sayNot(terminal: Terminal, code: keyof typeof why): Exit {
  if (terminal.json) terminal.result({ refused: code }, "");
  terminal.progress(`temwen: ${why[code]}`);
  return exits.refused;
}

/** How much everybody was shown, whatever the key remembers; 0 for nothing that it signed. */
async function readShownSize(log: string, vkey: Vkey): Promise<bigint> {
  const bytes = await readFile(join(log, "checkpoint")).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  const opened = bytes && openCheckpoint(new Uint8Array(bytes), [vkey], primitivesOnNode);
  return opened?.ok ? opened.value.checkpoint.size : 0n;
}
