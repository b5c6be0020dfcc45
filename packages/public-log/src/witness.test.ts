import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8 } from "@temwen/vocabulary";
import fc from "fast-check";
import { formatCheckpoint } from "./checkpoint.ts";
import { hasher, type MemoryLog, openLog, testEntries, testSigner, writeLog } from "./log.testing.ts";
import { formatNote, type NoteSigner, signText } from "./note.ts";
import { primitivesOnNode } from "./primitives-node.ts";
import { proveConsistency } from "./tiles.ts";
import type { Hash } from "./tree.ts";
import {
  decideCosignature,
  formatAddCheckpoint,
  monitoringPath,
  parseAddCheckpoint,
  type WitnessState,
  witnessStatus,
} from "./witness.ts";

const key = testSigner("log.example/mission");
const entries = testEntries(600);
const logOf = (size: number) => writeLog(entries.slice(0, size));
const fork = writeLog(testEntries(600, "another"));
const stateOf = (log: MemoryLog): WitnessState => ({ size: log.size, root: log.root });

function request(log: MemoryLog, oldSize: bigint, proof: readonly Hash[], signer: NoteSigner = key): Uint8Array {
  const text = formatCheckpoint({ origin: "log.example/mission", size: log.size, root: log.root, extensions: [] });
  return formatAddCheckpoint({
    oldSize,
    proof,
    checkpoint: formatNote({ text, signatures: [signText(signer, text)] }),
  });
}

async function proofFrom(log: MemoryLog, oldSize: bigint): Promise<readonly Hash[]> {
  const proof = await proveConsistency(await openLog(log), oldSize);
  assert.ok(proof.ok);
  return proof.value;
}

function decide(
  body: Uint8Array,
  last: WitnessState | null,
  logKeys: readonly NoteSigner["vkey"][] | null = [key.vkey],
) {
  const parsed = parseAddCheckpoint(body);
  assert.ok(parsed.ok);
  return decideCosignature({ request: parsed.value, logKeys, last, primitives: primitivesOnNode });
}

test("a log that grows is cosigned from step to step", async () => {
  let last: WitnessState | null = null;
  for (const size of [0, 1, 7, 256, 256, 600]) {
    const log = logOf(size);
    const oldSize: bigint = last?.size ?? 0n;
    const decided = decide(request(log, oldSize, await proofFrom(log, oldSize)), last);
    assert.ok(decided.ok);
    assert.deepEqual(decided.value.next, stateOf(log));
    last = decided.value.next;
  }
});

test("no fork is ever cosigned, whatever it claims", () => {
  const anyClaim = fc.record({
    size: fc.integer({ min: 1, max: 600 }),
    newSize: fc.integer({ min: 1, max: 600 }),
    length: fc.nat({ max: 12 }),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(anyClaim, ({ size, newSize, length, seed }) => {
      const forked = writeLog(fork.entries.slice(0, newSize));
      if (newSize < size) return;
      const proof = Array.from({ length }, (_, i) => hasher.leaf(fork.entries[(seed + i) % 600]!));
      const decided = decide(request(forked, BigInt(size), proof), stateOf(logOf(size)));
      assert.deepEqual(decided, { ok: false, refusal: { code: "not-consistent" } });
    }),
    { numRuns: 50 },
  );
});

test("a log that forgets, or starts again, is told what the witness saw last", async () => {
  const log = logOf(300);
  const last = stateOf(log);
  const smaller = logOf(100);
  const conflict = { ok: false, refusal: { code: "size-conflict", size: 300n } };
  assert.deepEqual(decide(request(smaller, 7n, await proofFrom(smaller, 7n)), last), conflict);
  assert.deepEqual(decide(request(log, 0n, []), last), conflict);
  assert.deepEqual(decide(request(log, 7n, await proofFrom(log, 7n)), null), {
    ok: false,
    refusal: { code: "size-conflict", size: 0n },
  });
});

test("a stranger's log, a stranger's key and a false signature are refused before sizes are told", () => {
  const log = logOf(7);
  assert.deepEqual(decide(request(log, 3n, []), null, null), { ok: false, refusal: { code: "unknown-log" } });
  const impostor = testSigner("log.example/impostor");
  const notProved = { ok: false, refusal: { code: "log-not-proved" } };
  assert.deepEqual(decide(request(log, 3n, [], impostor), null), notProved);
  const forger: NoteSigner = { vkey: key.vkey, sign: impostor.sign };
  assert.deepEqual(decide(request(log, 3n, [], forger), null), notProved);
});

test("the empty tree has one root, and nothing is proved from it", () => {
  const empty = logOf(0);
  assert.ok(decide(request(empty, 0n, []), null).ok);
  const wrongRoot = { ...empty, root: fork.root };
  const refusal = { ok: false, refusal: { code: "not-consistent" } };
  assert.deepEqual(decide(request(wrongRoot, 0n, []), null), refusal);
  assert.deepEqual(decide(request(logOf(7), 0n, [fork.root]), null), refusal);
  assert.deepEqual(decide(request(logOf(7), 0n, [fork.root]), stateOf(empty)), refusal);
});

test("the same tree again is cosigned again; the same size with another root never is", () => {
  const last = stateOf(logOf(7));
  assert.ok(decide(request(logOf(7), 7n, []), last).ok);
  const other = writeLog(fork.entries.slice(0, 7));
  assert.deepEqual(decide(request(other, 7n, []), last), { ok: false, refusal: { code: "not-consistent" } });
});

test("a witness shows the log's signatures only, none that came along", () => {
  const log = logOf(7);
  const text = formatCheckpoint({ origin: "log.example/mission", size: 7n, root: log.root, extensions: [] });
  const stranger = testSigner("stranger.example");
  const checkpoint = formatNote({ text, signatures: [signText(stranger, text), signText(key, text)] });
  const decided = decide(formatAddCheckpoint({ oldSize: 0n, proof: [], checkpoint }), null);
  assert.ok(decided.ok);
  assert.deepEqual(
    decided.value.note.signatures.map(({ name }) => name),
    ["log.example/mission"],
  );
});

test("what is no request is refused: other numbers, too many hashes, an old size above the new one", () => {
  const good = new TextDecoder().decode(request(logOf(7), 0n, []));
  const hashLine = `${"A".repeat(43)}=\n`;
  const wrong = [
    good.replace("old 0", "size 0"),
    good.replace("old 0", "old -1"),
    good.replace("old 0", "old 00"),
    good.replace("old 0", "old 8"),
    good.replace("old 0", "old  0"),
    good.replace("old 0\n", `old 0\n${hashLine.repeat(64)}`),
    good.replace("old 0\n", "old 0\n!!!!\n"),
    good.replace("\n7\n", "\n07\n"),
    good.slice(0, -1),
    "old 0\n\n",
    "",
  ];
  for (const one of wrong) assert.equal(parseAddCheckpoint(utf8(one)).ok, false, JSON.stringify(one.slice(0, 40)));
  assert.ok(parseAddCheckpoint(utf8(good.replace("old 0\n", `old 0\n${hashLine.repeat(63)}`))).ok);
});

test("refusals have the standard's statuses, and a log its place by the digest of its name", () => {
  assert.deepEqual(Object.values(witnessStatus), [400, 404, 403, 409, 422]);
  assert.match(monitoringPath(hasher.sha256, "log.example/mission"), /^[0-9a-f]{64}\/checkpoint$/);
});
