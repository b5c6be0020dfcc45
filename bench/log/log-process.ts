// A log that takes entries over HTTP and answers when they are in it: rows, durable tiles, signature, checkpoint. Entries come
// as u16 length and bytes, one after the other; whatever waits when a step ends goes into the next one together.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { createVkey } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { startEmbedded } from "@temwen/record/embedded";
import { openPostgresRecord } from "@temwen/record/postgres";
import { proofNumberOf } from "@temwen/sealing/leaf";
import { openHeadSigner } from "../../apps/server/src/public-log/head-signer.ts";
import { openPublisher } from "../../apps/server/src/public-log/publisher.ts";
import { openTileFolder } from "../../apps/server/src/public-log/tile-folder.ts";

const [folder = ""] = process.argv.slice(2);
const database = await startEmbedded({ folder: join(folder, "postgres") });
const record = await openPostgresRecord({ config: database.connection });
const seed = createNodeSigner(drawSeed());
const decode = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));
const vkey = createVkey(primitivesOnNode.hasher.sha256, {
  name: "bench/log",
  type: "ed25519",
  publicKey: decode(seed.key),
});
const signer = { vkey, sign: (message: Uint8Array) => decode(seed.sign(message)) };
const publisher = openPublisher({
  rows: record.log,
  folder: openTileFolder(join(folder, "log")),
  headSigner: openHeadSigner(signer, openTileFolder(join(folder, "memory")), primitivesOnNode),
  policy: { logs: [{ vkey, url: null }], witnesses: [], groups: [], quorum: null },
  witnesses: [],
  primitives: primitivesOnNode,
  lock: join(folder, "memory/lock"),
});

type Waiting = { readonly entries: readonly Uint8Array[]; readonly answer: (from: bigint) => void };
/** So much is taken into one step: more would make everybody wait for the slowest disk. */
const mostAtOnce = 8192;
const waiting: Waiting[] = [];
let isStepping = false;

async function step(): Promise<void> {
  if (isStepping) return;
  isStepping = true;
  while (waiting.length > 0) {
    const batch: Waiting[] = [];
    for (let count = 0; waiting[0] && (batch.length === 0 || count + waiting[0].entries.length <= mostAtOnce); ) {
      const next = waiting.shift() as Waiting;
      count += next.entries.length;
      batch.push(next);
    }
    const head = await record.log.readHead();
    const leaves = batch.flatMap(({ entries }) =>
      entries.map((leaf) => ({ leaf, proofNumber: proofNumberOf(leaf), key: undefined, salt: undefined })),
    );
    const outcome = await publisher.publish(head, leaves, head.followed);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    let from = head.size;
    for (const one of batch) {
      one.answer(from);
      from += BigInt(one.entries.length);
    }
  }
  isStepping = false;
}

const server = createServer(async (request, response) => {
  const entries = splitEntries(await readBody(request));
  waiting.push({ entries, answer: (from) => response.end(JSON.stringify({ from: String(from) })) });
  setImmediate(() => void step());
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on("SIGINT", () => undefined);
process.once("disconnect", async () => {
  server.close();
  server.closeAllConnections();
  await record[Symbol.asyncDispose]();
  await database.stop();
});

function splitEntries(body: Buffer): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const size = body.readUInt16BE(at);
    entries.push(body.subarray(at + 2, at + 2 + size));
    at += 2 + size;
  }
  return entries;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
