// Processes that put batches into logs of their own over one PostgreSQL, and what anybody can read of such a log.
import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openCheckpoint } from "@temwen/public-log/checkpoint";
import { checkLog } from "@temwen/public-log/fsck";
import { parseVkey, type Vkey } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { openTileTree, readEntries } from "@temwen/public-log/tiles";
import { startEmbedded } from "@temwen/record/embedded";

const { hasher } = primitivesOnNode;

export type Writer = { readonly child: ChildProcess; readonly vkey: Vkey; readonly acknowledged: string[] };

/** A folder and a database for one log. */
export type LogGround = AsyncDisposable & { readonly folder: string; readonly url: string };

export async function prepareGround(): Promise<LogGround> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-log-"));
  const database = await startEmbedded({ folder: join(folder, "postgres") });
  return {
    folder,
    url: database.url,
    [Symbol.asyncDispose]: async () => {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A process that publishes batch after batch, and says of each when it is shown. `witness`: verifier key and address of one without
 * which nothing is.
 */
export async function startWriter(
  { folder, url }: LogGround,
  name: string,
  witness: readonly string[] = [],
): Promise<Writer> {
  const child = fork(fileURLToPath(new URL("log-writer.ts", import.meta.url)), [folder, url, name, ...witness]);
  const acknowledged: string[] = [];
  const vkey = await new Promise<Vkey>((resolve, reject) => {
    child.once("exit", () => reject(new Error("the writer ended early")));
    child.on("message", (said: { readonly vkey?: string; readonly shown?: readonly string[] }) => {
      acknowledged.push(...(said.shown ?? []));
      if (said.vkey === undefined) return;
      const parsed = parseVkey(hasher.sha256, said.vkey);
      if (parsed.ok) resolve(parsed.value);
    });
  });
  return { child, vkey, acknowledged };
}

export async function kill({ child }: Writer): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

export const until = async (isSo: () => boolean): Promise<void> => {
  for (let n = 0; n < 3000 && !isSo(); n++) await pause(10);
  assert.ok(isSo(), "it did not happen in time");
};

/** All that anybody can read of the log, every tile checked; the entries in hexadecimal. */
export async function readAll(
  { folder }: LogGround,
  vkey: Vkey,
): Promise<{ readonly size: bigint; readonly root: string; readonly entries: ReadonlySet<string> }> {
  const root = join(folder, "log");
  const readTile = (path: string): Promise<Uint8Array | null> => readFile(join(root, path)).catch(() => null);
  const opened = openCheckpoint((await readTile("checkpoint")) ?? new Uint8Array(), [vkey], primitivesOnNode);
  assert.ok(opened.ok && opened.value.note.verified.length === 1);
  const { checkpoint } = opened.value;
  const source = { hasher, readTile, size: checkpoint.size, root: checkpoint.root };
  const walk = checkLog(source);
  for (let step = await walk.next(); ; step = await walk.next()) {
    if (!step.done) continue;
    assert.deepEqual(step.value.ok ? "whole" : step.value.refusal, "whole");
    break;
  }
  const tree = await openTileTree(source);
  assert.ok(tree.ok);
  const entries = new Set<string>();
  for await (const read of readEntries(tree.value, { from: 0n, to: checkpoint.size })) {
    assert.ok(read.ok);
    entries.add(Buffer.from(read.value.entry).toString("hex"));
  }
  return { size: checkpoint.size, root: Buffer.from(checkpoint.root).toString("hex"), entries };
}
