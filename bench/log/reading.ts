import { createHash, randomInt } from "node:crypto";
import { checkLog } from "@temwen/public-log/fsck";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import {
  edgeRoot,
  emptyEdge,
  growBundles,
  growEdge,
  openTileTree,
  proveInclusion,
  type TileEdge,
  tilePath,
} from "@temwen/public-log/tiles";
import { openTileFolder, type TileFolder } from "../../apps/server/src/public-log/tile-folder.ts";
import { makeFolder } from "../intake/office.ts";
import { quantile, round, spell } from "../numbers.ts";
import type { BenchContext, Part, PartReport } from "../report.ts";

/** What a reader of the log pays: a proof from files, and a check of all of it. */
export const reading: Part = { name: "reading", run: measureReading };

const { hasher } = primitivesOnNode;
const entrySize = 192;
const atOnce = 65_536;

type WrittenLog = { readonly folder: TileFolder; readonly edge: TileEdge; readonly root: Uint8Array };

async function measureReading(context: BenchContext): Promise<PartReport> {
  const sizes = context.quick ? [1000, 10_000] : [1000, 100_000, 1_000_000];
  const logs: { readonly size: number; readonly log: WrittenLog; readonly millis: number[] }[] = [];
  for (const size of sizes) {
    context.say(`writing a log of ${size} leaves`);
    logs.push({ size, log: await writeLog(size, context), millis: [] });
  }
  context.say("proving");
  const rounds = context.quick ? 200 : 2000;
  // In turns, so that a neighbour's minute is everybody's.
  for (let n = 0; n < rounds; n++) for (const one of logs) one.millis.push(await timeProof(one.log, one.size));
  const last = logs.at(-1);
  if (!last) throw new Error("no log was written");
  context.say("checking all of the largest");
  const ratios: number[] = [];
  for (let n = 0; n < (context.quick ? 1 : 3); n++) ratios.push(await timeCheck(last.log, last.size));
  const ratio = quantile(ratios, 0.5);
  const p99 = logs.map(({ millis }) => quantile(millis, 0.99));
  const growth = (p99.at(-1) ?? 0) / (p99[0] ?? 1);
  return {
    tables: [
      {
        title: "A proof of inclusion from files, tree opened anew each time",
        head: ["leaves", "p50 ms", "p99 ms"],
        rows: logs.map(({ size, millis }, at) => [String(size), spell(quantile(millis, 0.5)), spell(p99[at] ?? 0)]),
      },
      {
        title: `All of a log of ${last.size} leaves checked, over hashing the same entries and nodes with node:crypto alone`,
        head: ["ratio"],
        rows: [[spell(ratio)]],
      },
    ],
    verdicts: [
      { what: "p99 of a proof, largest over smallest log", measured: growth, sense: "at most", bound: 1.5 },
      { what: "full check over bare hashing", measured: ratio, sense: "at most", bound: 2 },
    ],
    figures: {
      proofs: logs.map(({ size, millis }, at) => ({
        size,
        p50: round(quantile(millis, 0.5)),
        p99: round(p99[at] ?? 0),
      })),
      fullCheck: round(ratio),
    },
  };
}

const entryOf = (n: number): Uint8Array => {
  const entry = Buffer.alloc(entrySize, n & 255);
  entry.writeUInt32BE(n);
  return entry;
};

async function writeLog(size: number, { closing }: BenchContext): Promise<WrittenLog> {
  const folder = openTileFolder(await makeFolder(closing));
  let edge = emptyEdge;
  for (let from = 0; from < size; from += atOnce) {
    const entries = Array.from({ length: Math.min(atOnce, size - from) }, (_, n) => entryOf(from + n));
    const bundles = growBundles(BigInt(from), [], entries);
    const grown = growEdge(hasher, edge, entries.map(hasher.leaf));
    edge = grown.edge;
    await folder.write([...bundles, ...grown.tiles].map(({ tile, bytes }) => ({ path: tilePath(tile), bytes })));
  }
  return { folder, edge, root: edgeRoot(hasher, edge) };
}

async function timeProof({ folder, root }: WrittenLog, size: number): Promise<number> {
  const begun = performance.now();
  const tree = await openTileTree({ hasher, readTile: folder.read, size: BigInt(size), root });
  const proof = tree.ok ? await proveInclusion(tree.value, BigInt(randomInt(size))) : tree;
  if (!proof.ok) throw new Error(proof.refusal.code);
  return performance.now() - begun;
}

async function timeCheck({ folder, root }: WrittenLog, size: number): Promise<number> {
  const bare = timeHashing(size);
  const begun = performance.now();
  const walk = checkLog({ hasher, readTile: folder.read, size: BigInt(size), root });
  for (let step = await walk.next(); ; step = await walk.next()) {
    if (!step.done) continue;
    if (!step.value.ok) throw new Error(step.value.refusal.code);
    return (performance.now() - begun) / bare;
  }
}

/** As many bytes as a check must hash: every entry once, and a node for each but one. */
function timeHashing(size: number): number {
  const [entry, node] = [Buffer.alloc(entrySize + 1), Buffer.alloc(65)];
  const begun = performance.now();
  for (let n = 0; n < size; n++) createHash("sha256").update(entry).digest();
  for (let n = 1; n < size; n++) createHash("sha256").update(node).digest();
  return performance.now() - begun;
}
