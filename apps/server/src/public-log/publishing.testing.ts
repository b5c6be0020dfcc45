// A log over a record in memory and real files, with witnesses in this process. Keys are hashes of public sentences.
import { hash } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodeSigner } from "@temwen/office/signing-node";
import { checkLog } from "@temwen/public-log/fsck";
import { createVkey, type KeyType, type NoteSigner, parseNote, signText } from "@temwen/public-log/note";
import { judgeCheckpoint, type LogPolicy } from "@temwen/public-log/policy";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import {
  decideCosignature,
  formatAddCheckpoint,
  parseAddCheckpoint,
  type WitnessState,
} from "@temwen/public-log/witness";
import type { LogLeaf, LogRows } from "@temwen/record";
import { createMemoryRecord } from "@temwen/record/memory";
import { proofNumberOf } from "@temwen/sealing/leaf";
import { parseBase64 } from "@temwen/vocabulary";
import { openHeadSigner } from "./head-signer.ts";
import { openPublisher, type Publisher } from "./publisher.ts";
import type { Published } from "./showing.ts";
import { openTileFolder, type TileFolder } from "./tile-folder.ts";
import type { Witness } from "./witnesses.ts";

const { hasher } = primitivesOnNode;

export function signerCalled(name: string, type: KeyType = "ed25519"): NoteSigner {
  const { key, sign } = createNodeSigner(hash("sha256", `the key of ${name}`, "buffer"));
  const bytes = (base64: string): Uint8Array => {
    const read = parseBase64(base64);
    if (!read.ok) throw new Error("not base64");
    return read.value;
  };
  const vkey = createVkey(hasher.sha256, { name, type, publicKey: bytes(key) });
  return { vkey, sign: (message) => bytes(sign(message)) };
}

/** A witness that keeps the rule; `isAsleep` makes it answer nothing. */
export function witnessCalled(name: string, log: NoteSigner, isAsleep: () => boolean = () => false) {
  const signer = signerCalled(name, "ed25519-cosignature");
  let last: WitnessState | null = null;
  const witness: Witness = {
    name,
    cosign: async (checkpoint, prove) => {
      if (isAsleep()) return { outcome: "silent" };
      const oldSize: bigint = last?.size ?? 0n;
      const asked = parseNote(checkpoint);
      const size = asked.ok ? BigInt(asked.value.text.split("\n")[1] ?? "0") : 0n;
      if (oldSize > size) return { outcome: "ahead", size: oldSize, isProved: false };
      const proof = oldSize === 0n ? [] : await prove(oldSize);
      const request = parseAddCheckpoint(formatAddCheckpoint({ oldSize, proof, checkpoint }));
      if (!request.ok) throw new Error(request.refusal);
      const decided = decideCosignature({
        request: request.value,
        logKeys: [log.vkey],
        last,
        primitives: primitivesOnNode,
      });
      if (!decided.ok) return { outcome: "declined" };
      last = decided.value.next;
      return { outcome: "cosigned", line: signText(signer, decided.value.note.text, 1_800_000_000n) };
    },
  };
  return { witness, vkey: signer.vkey };
}

export type TestLog = {
  readonly rows: LogRows;
  readonly log: NoteSigner;
  readonly policy: LogPolicy;
  readonly tiles: TileFolder;
  readonly memory: TileFolder;
  readonly memoryFolder: string;
  /** Another process over the same rows and files; `change` may break a part of it. */
  readonly open: (change?: {
    readonly tiles?: TileFolder;
    readonly memory?: TileFolder;
    readonly rows?: LogRows;
    readonly policy?: LogPolicy;
  }) => Publisher;
  /** All that there is now, as a copy of the whole office would bring it back: to be opened later with `open`. */
  readonly copy: () => Promise<{ readonly tiles: TileFolder; readonly memory: TileFolder; readonly rows: LogRows }>;
  /** Every tile and entry read again and held against the checkpoint; throws where something is wrong. */
  readonly check: () => Promise<{ readonly size: bigint; readonly cosigned: readonly string[] }>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** An empty log; `threshold` of the witnesses must cosign, all of them unless it is said. */
export async function openTestLog(
  witnesses: (log: NoteSigner) => readonly ReturnType<typeof witnessCalled>[] = () => [],
  threshold?: number,
): Promise<TestLog> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-log-"));
  const log = signerCalled("log.example/temwen");
  const asked = witnesses(log);
  const policy: LogPolicy = {
    logs: [{ vkey: log.vkey, url: null }],
    witnesses: asked.map(({ witness, vkey }) => ({ name: witness.name, vkey, url: null })),
    groups: [{ name: "all", threshold: threshold ?? asked.length, members: asked.map(({ witness }) => witness.name) }],
    quorum: asked.length === 0 ? null : "all",
  };
  const tiles = openTileFolder(join(folder, "log"));
  const memory = openTileFolder(join(folder, "memory"));
  const { log: rows } = createMemoryRecord();
  return {
    rows,
    log,
    policy,
    tiles,
    memory,
    memoryFolder: join(folder, "memory"),
    copy: async () => {
      const name = join(folder, `copy-${copies++}`);
      for (const part of ["log", "memory"]) await cp(join(folder, part), join(name, part), { recursive: true });
      const { log: again } = createMemoryRecord();
      const head = await rows.readHead();
      const leaves = (await rows.readLeaves(0n, head.size)).map((leaf) => toLeaf(leaf, undefined));
      await again.extend({ from: 0n, leaves, head });
      const at = (part: string) => openTileFolder(join(name, part));
      return { rows: again, tiles: at("log"), memory: at("memory") };
    },
    open: (change = {}) =>
      openPublisher({
        rows: change.rows ?? rows,
        folder: change.tiles ?? tiles,
        headSigner: openHeadSigner(log, change.memory ?? memory, primitivesOnNode),
        policy: change.policy ?? policy,
        witnesses: asked.map(({ witness }) => witness),
        primitives: primitivesOnNode,
        lock: join(folder, "memory/signing.lock"),
      }),
    check: async () => {
      const checkpoint = await tiles.read("checkpoint");
      if (!checkpoint) return { size: 0n, cosigned: [] };
      const judged = judgeCheckpoint(checkpoint, policy, primitivesOnNode);
      if (!judged.ok) throw new Error(judged.refusal.code);
      const { size, root } = judged.value.checkpoint;
      const walk = checkLog({ hasher, readTile: tiles.read, size, root });
      for (;;) {
        const step = await walk.next();
        if (!step.done) continue;
        if (!step.value.ok) throw new Error(JSON.stringify(step.value.refusal));
        return { size, cosigned: judged.value.cosigned.map(({ name }) => name) };
      }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

let copies = 0;
let made = 0;
/** So many leaves that nobody has seen before. */
export const freshLeaves = (count: number): readonly LogLeaf[] =>
  Array.from({ length: count }, () => {
    made += 1;
    const leaf = new Uint8Array(hash("sha256", `leaf ${made}`, "buffer"));
    return toLeaf(leaf, `leaf/${made}`);
  });

const toLeaf = (leaf: Uint8Array, key: string | undefined): LogLeaf => ({
  ...{ leaf, proofNumber: proofNumberOf(leaf), key },
  salt: undefined,
});

/** Publishes so many leaves behind whatever is there. */
export async function publishSome(publisher: Publisher, rows: LogRows, count: number): Promise<Published> {
  const outcome = await publisher.publish(await rows.readHead(), freshLeaves(count), 0);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  if (!outcome.value) throw new Error("nothing was published");
  return outcome.value;
}
