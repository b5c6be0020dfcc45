// Logs as our code writes them, in a folder: for programs that share nothing with it.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createNodeSigner } from "@temwen/office/signing-node";
import { formatCheckpoint } from "@temwen/public-log/checkpoint";
import { createVkey, formatNote, type NoteSigner, signText } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { edgeRoot, emptyEdge, growBundles, growEdge, tilePath } from "@temwen/public-log/tiles";
import { formatHash } from "@temwen/public-log/tree";

const { hasher } = primitivesOnNode;
export const testOrigin = "log.example/mission";

/** The log's test key: its seed is the hash of a public sentence. */
export function testLogSigner(): NoteSigner {
  const signer = createNodeSigner(hasher.sha256(new TextEncoder().encode("temwen test key/log")));
  const publicKey = new Uint8Array(Buffer.from(signer.key, "base64"));
  return {
    vkey: createVkey(hasher.sha256, { name: testOrigin, type: "ed25519", publicKey }),
    sign: (message) => new Uint8Array(Buffer.from(signer.sign(message), "base64")),
  };
}

/** Writes a log of these entries. */
export const writeEntries = (folder: string, entries: readonly Uint8Array[]): Promise<string> =>
  writeBatches(folder, entries.length, entries.length, (index) => entries[index] ?? new Uint8Array(0));

/**
 * Writes a log of so many leaves, in batches as a publisher would, and says its root in base64. Two logs of one `word` begin
 * with the same leaves.
 */
export const writeLogFolder = (folder: string, size: number, batch = 1000, word = "entry"): Promise<string> =>
  writeBatches(folder, size, batch, (index) => testEntry(index, word));

async function writeBatches(
  folder: string,
  size: number,
  batch: number,
  entryAt: (index: number) => Uint8Array,
): Promise<string> {
  let edge = emptyEdge;
  let last: readonly Uint8Array[] = [];
  while (Number(edge.size) < size) {
    const from = Number(edge.size);
    const entries = Array.from({ length: Math.min(batch, size - from) }, (_, i) => entryAt(from + i));
    const grown = growEdge(hasher, edge, entries.map(hasher.leaf));
    for (const { tile, bytes } of [...growBundles(edge.size, last, entries), ...grown.tiles]) {
      await writeInto(folder, tilePath(tile), bytes);
    }
    const all = [...last, ...entries];
    last = all.slice(all.length - (all.length % 256));
    edge = grown.edge;
  }
  const root = edgeRoot(hasher, edge);
  const text = formatCheckpoint({ origin: testOrigin, size: edge.size, root, extensions: [] });
  await writeInto(folder, "checkpoint", formatNote({ text, signatures: [signText(testLogSigner(), text)] }));
  return formatHash(root);
}

const testEntry = (index: number, word: string) =>
  new TextEncoder().encode(index % 50 === 7 ? "" : `${word} ${index} `.repeat(index % 9));

async function writeInto(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), bytes);
}
