import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type OpenedCheckpoint, openCheckpoint } from "@temwen/public-log/checkpoint";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { edgeRoot, emptyEdge, growEdge, openTileTree, readEntries, type TileTree } from "@temwen/public-log/tiles";
import { sameHash } from "@temwen/public-log/tree";
import type { LogLeaf, LogRows } from "@temwen/record";
import { openPostgresRecord } from "@temwen/record/postgres";
import { proofNumberOf } from "@temwen/sealing/leaf";
import { allowSigning } from "@temwen/server";
import { type Exit, exits } from "../exit.ts";
import { findDataFolder } from "../running/data-folder.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { NoDatabaseFault, reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import { refuseSecondOffice } from "../running/whose-folder.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { openLogKey } from "./log-key.ts";

export type ResumeOptions = {
  readonly data: string;
  /** A copy of the log as the public last saw it: a mirror's folder. Undefined: nothing was ever published after the backup. */
  readonly from: string | undefined;
  readonly databaseUrl?: string;
};

const { hasher } = primitivesOnNode;
const atOnce = 8192n;

/**
 * Lets the log of a restored office go on: what the public saw after the backup is put back behind the leaves that are there,
 * and the key is told what it signed last. Without a copy the operator says that nothing came later; where that is not true
 * witnesses and mirrors will show two logs. Throws faults that a person can mend.
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
    const memory = join(folder.keys, "log");
    if (options.from === undefined) {
      await allowSigning(memory, undefined);
      return say(terminal, { leaves: Number(before.size), putBack: 0 });
    }
    const bytes = new Uint8Array(await readFile(join(options.from, "checkpoint")));
    const opened = openCheckpoint(bytes, [signer.vkey], primitivesOnNode);
    if (!opened.ok || opened.value.note.verified.length === 0) return sayRefusal(terminal, { code: "not-our-log" });
    const refilled = await refill(record.log, options.from, opened.value, terminal);
    if (typeof refilled === "string") return sayRefusal(terminal, { code: refilled });
    await allowSigning(memory, bytes);
    return say(terminal, { leaves: Number(opened.value.checkpoint.size), putBack: Number(refilled) });
  } finally {
    await database.letGo().catch(() => undefined);
  }
}

const say = (terminal: Terminal, done: { readonly leaves: number; readonly putBack: number }): Exit => {
  terminal.result(done, `the log goes on behind ${done.leaves} leaves, ${done.putBack} of them put back from the copy`);
  return exits.done;
};

/** How many leaves were put back; or why none were. */
async function refill(
  rows: LogRows,
  from: string,
  { checkpoint }: OpenedCheckpoint,
  { progress }: Terminal,
): Promise<bigint | "copy-damaged" | "another-history" | "copy-is-older"> {
  const readTile = async (path: string): Promise<Uint8Array | null> =>
    readFile(join(from, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
  const tree = await openTileTree({ hasher, readTile, size: checkpoint.size, root: checkpoint.root });
  if (!tree.ok) return "copy-damaged";
  const head = await rows.readHead();
  if (checkpoint.size < head.size) return "copy-is-older";
  let edge = emptyEdge;
  while (edge.size < head.size) {
    const end = edge.size + atOnce < head.size ? edge.size + atOnce : head.size;
    edge = growEdge(hasher, edge, (await rows.readLeaves(edge.size, end)).map(hasher.leaf)).edge;
  }
  const leaves = await readRest(tree.value, head.size);
  if (!leaves) return "copy-damaged";
  progress(`${leaves.length} leaves of the copy are not in the database`);
  const grown = growEdge(
    hasher,
    edge,
    leaves.map(({ leaf }) => hasher.leaf(leaf)),
  ).edge;
  if (!sameHash(edgeRoot(hasher, grown), checkpoint.root)) return "another-history";
  if (leaves.length === 0) return 0n;
  const next = { size: checkpoint.size, root: checkpoint.root, followed: head.followed };
  const outcome = await rows.extend({ from: head.size, leaves, head: next });
  return outcome === "extended" ? BigInt(leaves.length) : "another-history";
}

/** What they stood for went with the database; the events that are filed again get leaves of their own. */
async function readRest(tree: TileTree, from: bigint): Promise<readonly LogLeaf[] | undefined> {
  const leaves: LogLeaf[] = [];
  for await (const read of readEntries(tree, { from, to: tree.size })) {
    if (!read.ok) return undefined;
    const { entry } = read.value;
    leaves.push({ leaf: entry, proofNumber: proofNumberOf(entry), key: undefined, salt: undefined });
  }
  return leaves;
}
