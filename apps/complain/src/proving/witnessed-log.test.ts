import assert from "node:assert/strict";
import { test } from "node:test";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { parseLogProof } from "@temwen/public-log/proof";
import { edgeRoot, emptyEdge, growBundles, growEdge, openTileTree, tilePath } from "@temwen/public-log/tiles";
import { verifyInclusion } from "@temwen/public-log/tree";
import { utf8 } from "@temwen/vocabulary";
import { proveOneOf, type WitnessedLog } from "./witnessed-log.ts";

const { hasher } = primitivesOnNode;
const entries = Array.from({ length: 700 }, (_, i) => utf8(`entry ${i}`));
const at = (index: number): Uint8Array => entries[index] ?? new Uint8Array(0);

/** A log of 700 entries, and the files that were asked for. */
async function openLog() {
  const { edge, tiles } = growEdge(hasher, emptyEdge, entries.map(hasher.leaf));
  const files = new Map([...tiles, ...growBundles(0n, [], entries)].map(({ tile, bytes }) => [tilePath(tile), bytes]));
  const asked: string[] = [];
  const readTile = async (path: string) => {
    asked.push(path);
    return files.get(path) ?? null;
  };
  const { size } = edge;
  const root = edgeRoot(hasher, edge);
  const tree = await openTileTree({ hasher, readTile, size, root });
  assert.ok(tree.ok);
  const checkpoint = utf8("a checkpoint\n");
  return { log: { checkpoint, tree: tree.value } as WitnessedLog, asked, size, root };
}

test("a leaf that is known beforehand is proved from hashes alone, and the proof bears it", async () => {
  const { log, asked, size, root } = await openLog();
  const proved = await proveOneOf(log, 300n, [at(299), at(300), at(301)]);
  assert.ok(proved.ok && proved.value);
  assert.deepEqual(proved.value.leaf, at(300));
  assert.deepEqual(
    asked.filter((path) => path.includes("entries")),
    [],
  );
  const read = parseLogProof(proved.value.proof);
  assert.ok(read.ok);
  assert.deepEqual(read.value.extra, at(300));
  const claim = { index: 300n, size, root, proof: read.value.hashes, leafHash: hasher.leaf(at(300)) };
  assert.ok(verifyInclusion(hasher, claim).ok);
});

test("a leaf that stands elsewhere in the log is none of this place", async () => {
  const { log } = await openLog();
  assert.deepEqual(await proveOneOf(log, 300n, [at(299), at(698)]), { ok: true, value: undefined });
  assert.deepEqual(await proveOneOf(log, 700n, [at(300)]), { ok: false, refusal: { code: "index-beyond-size" } });
});
