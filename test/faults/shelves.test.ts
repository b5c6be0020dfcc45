// Where evidence stands: a folder or a bucket. A store that is away, slow or lying costs time, and no evidence.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { openDiskShelf, openS3Shelf, type Shelf } from "@temwen/server";
import type { Digest } from "@temwen/vocabulary";
import { fileCase, view } from "../support/casework.ts";
import { startS3Server } from "../support/s3-server.ts";
import { startSmallOffice } from "../support/small-office.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-shelves-"));
const bucket = await startS3Server();
const patience = 500;
const shelf = openS3Shelf({ ...bucket, prefix: "office/one" }, patience);
const office = await startSmallOffice({ shelf });
after(async () => {
  await office[Symbol.asyncDispose]();
  await bucket[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});
beforeEach(() => bucket.turn("well"));

/** A whole piece, as a file beside the folder's shelf. */
async function drawPiece() {
  const bytes = randomBytes(200_000);
  const digest = createHash("sha256").update(bytes).digest("hex") as Digest;
  const file = join(home, `${digest}.growing`);
  await writeFile(file, bytes);
  return { bytes, digest, file, size: bytes.length };
}

async function readAll(from: Shelf, digest: Digest): Promise<Buffer | undefined> {
  const opened = await from.open(digest);
  return opened && Buffer.from(await new Response(opened.stream).arrayBuffer());
}

for (const [kind, one] of [
  ["a folder", openDiskShelf(home)],
  ["a bucket", shelf],
] as const) {
  test(`${kind} gives back what was put, whole, and nothing else`, async () => {
    const [piece, other] = [await drawPiece(), await drawPiece()];
    await one.ping();
    assert.deepEqual([await one.has(piece.digest, piece.size), await one.open(piece.digest)], [false, undefined]);
    await one.put(piece.digest, piece.size, piece.file);
    assert.ok((await readAll(one, piece.digest))?.equals(piece.bytes));
    assert.equal((await one.open(piece.digest))?.size, piece.size);
    assert.deepEqual(await Promise.all([one.has(piece.digest, piece.size), one.has(piece.digest, piece.size + 1)]), [
      true,
      false,
    ]);
    assert.equal(await one.has(other.digest, other.size), false);
  });

  test(`${kind} gives nothing back of what was taken away, and takes it away twice without a word`, async () => {
    const { digest, size, file } = await drawPiece();
    await one.put(digest, size, file);
    for (const _ of [1, 2]) {
      await one.remove(digest);
      assert.deepEqual([await one.has(digest, size), await one.open(digest)], [false, undefined]);
    }
  });

  test(`${kind} takes the same piece twice`, async () => {
    const { digest, size, bytes, file } = await drawPiece();
    await one.put(digest, size, file);
    await writeFile(file, bytes);
    await one.put(digest, size, file);
    assert.ok((await readAll(one, digest))?.equals(bytes));
  });
}

test("a folder and a bucket list every piece that stands there, page after page, and nothing that lies beside", async () => {
  for (const one of [openDiskShelf(home), shelf]) {
    const pieces = await Promise.all([1, 2, 3, 4, 5].map(drawPiece));
    for (const { digest, size, file } of pieces) await one.put(digest, size, file);
    const beside = `/evidence/office/one/ab/${"a".repeat(64)}.growing`;
    bucket.pieces.set(beside, Buffer.from("not whole"));
    bucket.pieces.set(`/evidence/office/two/ab/ab${"0".repeat(62)}`, Buffer.from("another office's"));
    await writeFile(join(home, "ab"), "a file where folders stand");
    const listed: Digest[] = [];
    for await (const digest of one.list()) listed.push(digest);
    for (const { digest } of pieces) assert.ok(listed.includes(digest));
    assert.equal(new Set(listed).size, listed.length);
    assert.ok(!listed.some((digest) => digest.startsWith("aba") || digest.startsWith("ab00000")));
    for (const { digest } of pieces) await one.remove(digest);
    await rm(join(home, "ab"));
    bucket.pieces.delete(beside);
  }
});

test("a bucket that fails, is silent, loses or changes what it took has kept nothing, and says so without an address", async () => {
  for (const [mood, code] of [
    ["fails", "evidence-store-refuses"],
    ["fails-after", "evidence-store-refuses"],
    ["silent", "evidence-store-unreachable"],
    ["loses", "evidence-store-loses"],
    ["changes", "evidence-store-loses"],
  ] as const) {
    bucket.turn(mood);
    const { digest, size, file } = await drawPiece();
    await assert.rejects(shelf.put(digest, size, file), (error: Error & { readonly code: string }) => {
      assert.equal(error.code, code, mood);
      assert.doesNotMatch(`${error.message} ${error.cause}`, /http|127\.0\.0\.1|[0-9a-f]{16}/);
      return true;
    });
    assert.ok((await readdir(home)).includes(`${digest}.growing`), mood);
  }
});

test("a bucket is not opened with another key, region or name", async () => {
  for (const wrong of [{ secret: "guessed" }, { keyId: "AKIDANOTHER" }, { region: "mars" }, { bucket: "another" }]) {
    const closed = openS3Shelf({ ...bucket, ...wrong, prefix: "" }, patience);
    await assert.rejects(closed.ping(), { code: "evidence-store-refuses" });
  }
});

const original = randomBytes(1_200_000);

async function filePiece() {
  const mine = await fileCase(office, { evidence: [{ name: "a.jpg", mediaType: "image/jpeg", bytes: original }] });
  const digest = mine.parcel.manifest.event.parts["evidence-1"]?.digest as Digest;
  const sealed = mine.parcel.evidence.get("evidence-1") ?? new Uint8Array();
  const send = () => office.courier().sendEvidence(mine.caseId, digest, sealed);
  const post = async (): Promise<unknown> => {
    const body = new Uint8Array(sealed);
    const answer = await fetch(`${office.url}/api/evidence/${mine.caseId}/${digest}`, { method: "POST", body });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  const hasArrived = async (): Promise<boolean | undefined> =>
    (await view(mine.desk, mine.caseId)).evidence[0]?.arrived;
  return { mine, digest, sealed, send, post, hasArrived };
}

type Filed = Awaited<ReturnType<typeof filePiece>>;

async function assertReadable({ mine }: Filed): Promise<void> {
  const read = await mine.desk.readEvidence(mine.caseId, "evidence-1");
  assert.ok(read.ok);
  assert.ok(Buffer.from(read.value.bytes).equals(original));
}

test("evidence that comes bit by bit, or at once, stands in the bucket, and the desk reads it; none stays on the disk", async () => {
  const [slowly, atOnce] = [await filePiece(), await filePiece()];
  assert.deepEqual(await slowly.send(), { ok: true, value: true });
  assert.deepEqual(await atOnce.post(), { status: 200, stored: true });
  for (const piece of [slowly, atOnce]) {
    const name = `/evidence/office/one/${piece.digest.slice(0, 2)}/${piece.digest}`;
    assert.ok(bucket.pieces.get(name)?.equals(Buffer.from(piece.sealed)));
    assert.equal(await piece.hasArrived(), true);
    await assertReadable(piece);
  }
  const left = await readdir(office.blobFolder, { recursive: true, withFileTypes: true });
  assert.deepEqual(
    left.filter((entry) => entry.isFile()),
    [],
  );
});

for (const mood of ["fails", "fails-after", "silent", "loses", "changes"] as const) {
  test(`while the bucket ${mood === "silent" ? "is silent" : mood} nobody is told that evidence arrived; later it is put there without a byte being sent again`, async () => {
    const piece = await filePiece();
    bucket.turn(mood);
    assert.equal((await piece.send()).ok, false);
    assert.deepEqual(((await piece.post()) as { code: string }).code, "cannot-tell");
    assert.equal(await piece.hasArrived(), false);
    bucket.turn("well");
    const asked = await fetch(`${office.url}/api/evidence/${piece.mine.caseId}/${piece.digest}`, {
      method: "HEAD",
      headers: { "tus-resumable": "1.0.0" },
    });
    assert.equal(asked.headers.get("upload-offset"), String(piece.sealed.length));
    assert.equal(await piece.hasArrived(), true);
    await assertReadable(piece);
    assert.doesNotMatch(office.logged(), new RegExp(`${piece.digest.slice(0, 12)}|127\\.0\\.0\\.1|AKID|wJalr`));
  });
}

test("what the bucket has lost since is asked for again, whatever its HEAD says; the desk is not given other bytes", async () => {
  const piece = await filePiece();
  assert.deepEqual(await piece.send(), { ok: true, value: true });
  bucket.pieces.clear();
  bucket.turn("loses");
  const read = await piece.mine.desk.readEvidence(piece.mine.caseId, "evidence-1");
  assert.equal(read.ok, false);
  bucket.turn("well");
  const before = bucket.puts();
  assert.deepEqual(await piece.post(), { status: 200, stored: true });
  assert.equal(bucket.puts(), before + 1);
  await assertReadable(piece);
});

test("a bucket that says it has a piece which never came is not believed: the sender is asked for all of it", async () => {
  const piece = await filePiece();
  bucket.turn("invents", piece.sealed.length);
  const asked = await fetch(`${office.url}/api/evidence/${piece.mine.caseId}/${piece.digest}`, {
    method: "HEAD",
    headers: { "tus-resumable": "1.0.0" },
  });
  assert.equal(asked.headers.get("upload-offset"), "0");
  assert.equal(await piece.hasArrived(), false);
});

test("pieces grow while the bucket is away: it is asked only when one is whole", async () => {
  const piece = await filePiece();
  bucket.turn("silent");
  const headers = { "tus-resumable": "1.0.0", "content-type": "application/offset+octet-stream", "upload-offset": "0" };
  const grown = await fetch(`${office.url}/api/evidence/${piece.mine.caseId}/${piece.digest}`, {
    method: "PATCH",
    headers,
    body: new Uint8Array(piece.sealed.subarray(0, 500_000)),
  });
  assert.deepEqual([grown.status, grown.headers.get("upload-offset")], [204, "500000"]);
});

test("a bucket that says it removed a piece, and still has it, is not believed", async () => {
  const { digest, size, file } = await drawPiece();
  await shelf.put(digest, size, file);
  bucket.turn("loses");
  await assert.rejects(shelf.remove(digest), { code: "evidence-store-keeps" });
});
