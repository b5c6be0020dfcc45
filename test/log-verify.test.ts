// `temwen verify`: what anybody finds out about a log, and with which number the command ends.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parseCheckpoint } from "@temwen/public-log/checkpoint";
import { parseNote } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { formatLogProof, parseLogProof } from "@temwen/public-log/proof";
import { openTileTree, parseEntryBundle, proveInclusion } from "@temwen/public-log/tiles";
import { serveFolder } from "./support/log-server.ts";
import { cosignFolder, sayVerb, writePolicy } from "./support/log-verbs.ts";
import { writeLogFolder } from "./support/written-log.ts";

const { hasher } = primitivesOnNode;
const base = await mkdtemp(join(tmpdir(), "temwen-verify-"));
after(() => rm(base, { recursive: true, force: true }));

const policy = await writePolicy(join(base, "policy"));
const now = () => BigInt(Math.floor(Date.now() / 1000));
const hour = 3600n;
let made = 0;

/** A log of its own, cosigned at these seconds. */
async function makeLog(size: number, times: readonly (bigint | null)[] = [now(), now()]): Promise<string> {
  const folder = join(base, `log-${made++}`);
  await writeLogFolder(folder, size);
  await cosignFolder(folder, times);
  return folder;
}

const verify = (log: string, ...more: readonly string[]) =>
  sayVerb("verify", ["--log", log, "--policy", policy, ...more]);

async function changeByte(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

for (const size of [0, 1, 255, 256, 257, 70_000]) {
  test(`a whole log of ${size} leaves is good in a folder`, async () => {
    const { exit, result } = await verify(await makeLog(size), "--max-age", "1h");
    assert.equal(exit, 0);
    assert.deepEqual([result.verified, result.size, result.entries, result.signatures], [true, size, size, "quorum"]);
  });
}

test("a log on the web is good too, and no file is asked for twice", async () => {
  await using server = await serveFolder(await makeLog(2000));
  const { exit, result } = await verify(server.url);
  assert.deepEqual([exit, result.entries, result.tiles], [0, 2000, 17]);
  const tiles = server.asked.filter((path) => path.startsWith("tile/"));
  assert.equal(new Set(tiles).size, tiles.length);
});

test("an entry that was changed is named by its file and its index", async () => {
  const log = await makeLog(1000);
  // The third of the entries behind 512 begins behind two others.
  const place = join(log, "tile/entries/002");
  const bundle = parseEntryBundle(new Uint8Array(await readFile(place)), 256);
  assert.ok(bundle.ok);
  await changeByte(place, 2 * 3 + bundle.value.slice(0, 2).reduce((sum, one) => sum + one.length, 0));
  const { exit, result } = await verify(log);
  assert.deepEqual([exit, result.refused, result.path, result.firstIndex], [1, "tile-wrong", "tile/entries/002", 514]);
});

test("a hash that was changed is named by its file and the first leaf below it", async () => {
  const log = await makeLog(70_000);
  await changeByte(join(log, "tile/1/000"), 32 * 3);
  const { exit, result } = await verify(log);
  assert.deepEqual([exit, result.refused, result.path, result.firstIndex], [1, "tile-wrong", "tile/1/000", 3 * 256]);
});

test("a file that is gone, and one that was cut short, are named", async () => {
  const gone = await makeLog(600);
  await rm(join(gone, "tile/entries/001"));
  const missing = await verify(gone);
  assert.deepEqual(
    [missing.exit, missing.result.refused, missing.result.path, missing.result.firstIndex],
    [1, "tile-missing", "tile/entries/001", 256],
  );
  const cut = await makeLog(600);
  const place = join(cut, "tile/0/001");
  await writeFile(place, (await readFile(place)).subarray(0, 8191));
  const short = await verify(cut);
  assert.deepEqual([short.exit, short.result.refused, short.result.path], [1, "tile-malformed", "tile/0/001"]);
});

test("a checkpoint that was changed, and one of another log's files, are refused", async () => {
  const changed = await makeLog(300);
  const place = join(changed, "checkpoint");
  await writeFile(place, (await readFile(place, "utf8")).replace("\n300\n", "\n301\n"));
  assert.equal((await verify(changed)).result.refused, "signature-invalid");
  const swapped = await makeLog(257);
  await writeFile(join(swapped, "checkpoint"), await readFile(join(await makeLog(258), "checkpoint")));
  assert.equal((await verify(swapped)).exit, 1);
});

test("a witness too few is not enough, whatever the files say", async () => {
  const { exit, result } = await verify(await makeLog(10, [now(), null]));
  assert.deepEqual([exit, result.refused], [1, "quorum-missing"]);
});

test("an old head is not made new by one witness of two", async () => {
  const { exit, result } = await verify(await makeLog(10, [now(), now() - 30n * hour]), "--max-age", "24h");
  assert.deepEqual([exit, result.refused], [1, "too-old"]);
});

test("where no witness says a time, nobody can tell how old a log is", async () => {
  const log = await makeLog(10, []);
  const lax = await writePolicy(join(base, "lax"), "none");
  const { exit, result } = await sayVerb("verify", ["--log", log, "--policy", lax, "--max-age", "24h"]);
  assert.deepEqual([exit, result.refused], [4, "no-witness-time"]);
  const unsigned = await sayVerb("verify", ["--log", log, "--max-age", "24h"]);
  assert.deepEqual([unsigned.exit, unsigned.result.refused], [4, "no-witness-time"]);
});

test("a cosignature of tomorrow says nothing of today", async () => {
  const { exit, result } = await verify(await makeLog(10, [now() + 24n * hour, now() + 24n * hour]), "--max-age", "1h");
  assert.deepEqual([exit, result.refused], [4, "clock-differs"]);
});

test("without a policy the files are checked, and the answer says that no signature was", async () => {
  const { exit, result, progress } = await sayVerb("verify", ["--log", await makeLog(10)]);
  assert.deepEqual([exit, result.signatures], [0, "not-checked"]);
  assert.match(progress.join("\n"), /no signature is checked/);
});

test("a proof holds for its leaf, by itself and in its log, and for no other leaf", async () => {
  const log = await makeLog(700);
  const { proof, leaf, other } = await makeProof(log, 300n);
  const alone = await sayVerb("verify", ["--policy", policy, "--proof", proof, "--leaf", leaf]);
  assert.equal(alone.exit, 0);
  const within = await verify(log, "--proof", proof, "--leaf", leaf);
  assert.equal(within.exit, 0);
  assert.equal((within.result.proof as { readonly index: number }).index, 300);
  const wrong = await verify(log, "--proof", proof, "--leaf", other);
  assert.deepEqual([wrong.exit, wrong.result.refused], [1, "leaf-differs"]);
});

test("a proof that bears its leaf needs no other file, and one that bears none or another is refused", async () => {
  const log = await makeLog(700);
  const { proof, leaf, other } = await makeProof(log, 300n);
  const read = parseLogProof(new Uint8Array(await readFile(proof)));
  assert.ok(read.ok);
  const judged = async (borne: string | null): Promise<readonly unknown[]> => {
    const file = `${log}.borne`;
    const extra = borne === null ? null : new Uint8Array(await readFile(borne));
    await writeFile(file, formatLogProof({ ...read.value, extra }));
    const { exit, result } = await sayVerb("verify", ["--policy", policy, "--proof", file]);
    return [exit, result.refused];
  };
  assert.deepEqual(await judged(leaf), [0, undefined]);
  assert.deepEqual(await judged(other), [1, "leaf-differs"]);
  assert.deepEqual(await judged(null), [1, "leaf-missing"]);
});

test("a proof of an earlier head holds in the log that grew from it, and not in one that went back", async () => {
  const early = await makeLog(700);
  const { proof, leaf } = await makeProof(early, 300n);
  const grown = await verify(await makeLog(1400), "--proof", proof, "--leaf", leaf);
  assert.equal(grown.exit, 0);
  const back = await verify(await makeLog(600), "--proof", proof, "--leaf", leaf);
  assert.deepEqual([back.exit, back.result.refused], [1, "proof-beyond-log"]);
});

test("a server that is down, sends elsewhere or never stops is unreachable or refused, and never believed", async () => {
  await using server = await serveFolder(await makeLog(300));
  server.answer = (_, response) =>
    Boolean(response.writeHead(302, { location: "http://127.0.0.1:9/log/checkpoint" }).end());
  const elsewhere = await verify(server.url);
  assert.deepEqual([elsewhere.exit, elsewhere.result.refused], [5, "unreachable"]);
  server.answer = (request, response) => {
    if (request.url?.endsWith("checkpoint")) return false;
    const more = () => response.write(Buffer.alloc(65_536)) && setImmediate(more);
    response.on("drain", more);
    response.on("close", () => response.off("drain", more));
    more();
    return true;
  };
  const endless = await verify(server.url);
  assert.deepEqual([endless.exit, endless.result.refused], [1, "tile-malformed"]);
  const down = await verify("http://127.0.0.1:9/log/");
  assert.deepEqual([down.exit, down.result.refused], [5, "unreachable"]);
});

test("wrong words end with 2", async () => {
  const words = [
    ["--log", join(base, "nowhere")],
    ["--policy", policy],
    ["--log", base, "--leaf", policy],
    ["--log", base, "--proof", policy],
    ["--log", base, "--proof", policy, "--leaf", policy],
    ["--log", base, "--max-age", "soon"],
  ];
  for (const args of words) assert.equal((await sayVerb("verify", args)).exit, 2, args.join(" "));
});

test("a proof of a log that was shown to somebody else is told from this log", async () => {
  const other = join(base, "split-view");
  await writeLogFolder(other, 700, 1000, "another");
  await cosignFolder(other, [now(), now()]);
  const { proof, leaf } = await makeProof(other, 300n);
  for (const size of [700, 900]) {
    const said = await verify(await makeLog(size), "--proof", proof, "--leaf", leaf);
    assert.deepEqual([said.exit, said.result.refused], [1, "proof-of-another-tree"]);
  }
});

async function makeProof(log: string, index: bigint) {
  const readTile = async (path: string) =>
    readFile(join(log, path)).then(
      (it) => new Uint8Array(it),
      () => null,
    );
  const checkpoint = new Uint8Array(await readFile(join(log, "checkpoint")));
  const note = parseNote(checkpoint);
  assert.ok(note.ok);
  const head = parseCheckpoint(note.value.text);
  assert.ok(head.ok);
  const tree = await openTileTree({ hasher, readTile, size: head.value.size, root: head.value.root });
  assert.ok(tree.ok);
  const hashes = await proveInclusion(tree.value, index);
  assert.ok(hashes.ok);
  const [proof, leaf, other] = [`${log}.proof`, `${log}.leaf`, `${log}.other`];
  await writeFile(proof, formatLogProof({ index, hashes: hashes.value, checkpoint, extra: null }));
  const n = index / 256n;
  const bundle = await readFile(join(log, `tile/entries/${n.toString().padStart(3, "0")}`));
  const entries = parseEntryBundle(new Uint8Array(bundle), 256);
  assert.ok(entries.ok);
  await writeFile(leaf, entries.value[Number(index % 256n)] ?? new Uint8Array(0));
  await writeFile(other, entries.value[Number(index % 256n) + 1] ?? new Uint8Array(0));
  return { proof, leaf, other };
}
