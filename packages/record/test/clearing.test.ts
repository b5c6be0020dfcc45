// What is erased is gone from the files of the database too: searched for as bytes, in every file, before and after.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { type Digest, digestToBytes, type Instant } from "@temwen/vocabulary";
import { createSamples } from "../src/contract/samples.ts";
import { clearTraces, openPostgresRecord } from "../src/postgres/index.ts";
import { startTestServer } from "./database.ts";

const server = await startTestServer();
after(() => server[Symbol.asyncDispose]());
const samples = createSamples("clearing");

/** Which of these pieces stand in some file of the cluster. */
async function piecesFound(pieces: readonly Uint8Array[]): Promise<readonly number[]> {
  const note = await readFile(join(server.folder, "cluster-is-at"), "utf8").catch(() => join(server.folder, "cluster"));
  const found = new Set<number>();
  for (const entry of await readdir(note.trim(), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    // A running database removes files of its own while one looks.
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    for (const [place, piece] of pieces.entries())
      if (!found.has(place) && bytes.includes(Buffer.from(piece))) found.add(place);
  }
  return [...found].sort((a, b) => a - b);
}

const opened = "2026-11-22T07:00:00.000Z" as Instant;

/** How an opening lies in its row: the case's id, a byte of padding, and microseconds since 2000. */
function openingRow(caseId: string): Uint8Array {
  const hour = Buffer.alloc(9);
  hour.writeBigInt64LE(BigInt(Date.parse(opened) - Date.UTC(2000, 0, 1)) * 1000n, 1);
  return Buffer.concat([Buffer.from(caseId), hour]);
}

/** How a piece that is to go lies in its row: the case's id, the length of a digest as PostgreSQL spells it, the digest. */
const doomedRow = (caseId: string, digest: Digest): Uint8Array =>
  Buffer.concat([Buffer.from(caseId), Buffer.of((33 << 1) | 1), digestToBytes(digest)]);

test("no file of the database holds a piece of an erased case, and its neighbours are whole", async () => {
  const config = await server.freshDatabase();
  await using record = await openPostgresRecord({ config });
  const evidence = [samples.digest(), samples.digest()];
  const announced = evidence.map((digest, n) => ({ name: `evidence-${n + 1}`, digest, size: 7 }));
  const [gone, kept] = [{ ...samples.fullParcel(), announced }, samples.fullParcel()];
  const added = samples.part("message-out-1", 9000);
  await record.fileComplaint(gone);
  await record.fileComplaint(kept);
  await record.append(samples.act(gone.caseId, 1, { parts: [added] }));
  await record.noteOpening(gone.mailbox, opened);
  await server.query("checkpoint; analyze", config);
  const pieces = [...gone.parts, added].map(({ bytes }) => bytes.subarray(100, 124));
  const { labelKey, salt } = gone.erasable;
  const rows = [openingRow(gone.caseId), ...evidence.map((digest) => doomedRow(gone.caseId, digest))];
  const all = [...pieces, labelKey, salt, digestToBytes(gone.mailbox), ...rows];
  const everything = all.map((_, place) => place);
  assert.equal((await record.doomEvidence(gone.caseId)).length, evidence.length);
  assert.deepEqual(await piecesFound(all), everything, "the search finds what is there");
  await record.eraseCase({
    caseId: gone.caseId,
    expected: 2,
    event: samples.event({ type: "case.erased/1" }),
    summary: samples.summary({ stage: "erased", facts: {} }),
  });
  assert.deepEqual(await piecesFound(all), everything, "an erasure alone leaves dead rows and the log");
  assert.deepEqual(await clearTraces({ config }), { log: "cleared" });
  assert.deepEqual(await piecesFound([...all, kept.parts[0]!.bytes.subarray(100, 124)]), [all.length]);
  assert.equal((await record.readPartNames(kept.caseId)).length, kept.parts.length);
  assert.equal((await record.fileComplaint(samples.fullParcel())).outcome, "filed");
});

test("whoever may not clear the database's log is told that it is not theirs", async () => {
  const config = await server.freshDatabase();
  await (await openPostgresRecord({ config }))[Symbol.asyncDispose]();
  await server.query(
    `create role clerk login password 'x' nosuperuser;
     grant pg_maintain to clerk; grant all on all tables in schema public to clerk`,
    config,
  );
  assert.deepEqual(await clearTraces({ config: { ...config, user: "clerk", password: "x" } }), { log: "not-ours" });
});
