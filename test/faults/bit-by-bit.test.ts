// Evidence over lines that are cut: what has arrived stays, and the sender goes on behind it.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { type ClientRequest, request } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createCourier } from "@temwen/courier";
import { type FiledCase, fileCase, view } from "../support/casework.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const original = randomBytes(1_500_000);

type Piece = { readonly mine: FiledCase; readonly sealed: Uint8Array; readonly path: string; readonly digest: string };

async function filePiece(): Promise<Piece> {
  const mine = await fileCase(office, { evidence: [{ name: "a.jpg", mediaType: "image/jpeg", bytes: original }] });
  const described = mine.parcel.manifest.event.parts["evidence-1"];
  assert.ok(described);
  const sealed = mine.parcel.evidence.get("evidence-1") ?? new Uint8Array();
  return { mine, sealed, digest: described.digest, path: `/api/evidence/${mine.caseId}/${described.digest}` };
}

const tus = { "tus-resumable": "1.0.0" };
const headersAt = (offset: number | string) => ({
  ...tus,
  "content-type": "application/offset+octet-stream",
  "upload-offset": String(offset),
});
const ask = (path: string, method: string, headers: Record<string, string>, body?: Uint8Array): Promise<Response> =>
  fetch(office.url + path, { method, headers, ...(body && { body: new Uint8Array(body) }) });
const offsetOf = async ({ path }: Piece): Promise<number> =>
  Number((await ask(path, "HEAD", tus)).headers.get("upload-offset"));
const filesOf = async ({ digest }: Piece): Promise<readonly string[]> =>
  (await readdir(office.blobFolder, { recursive: true })).filter((name) => name.includes(`/${digest}`));

/** Begins to send from an offset on and stays in the line. */
function begin({ path, sealed }: Piece, from: number, until: number): ClientRequest {
  const headers = { ...headersAt(from), "content-length": String(sealed.length - from) };
  const begun = request(office.url + path, { method: "PATCH", headers });
  begun.on("error", () => undefined);
  begun.write(sealed.subarray(from, until));
  return begun;
}

async function assertArrived({ mine }: Piece): Promise<void> {
  const read = await mine.desk.readEvidence(mine.caseId, "evidence-1");
  assert.ok(read.ok);
  assert.ok(Buffer.from(read.value.bytes).equals(Buffer.from(original)));
}

test("a line that is cut again and again delays a picture and loses nothing", async () => {
  const piece = await filePiece();
  let breaks = 0;
  /** Every request but the last few bytes' breaks behind 200 000 bytes that have arrived. */
  const onBadLine: typeof fetch = async (input, init) => {
    const from = Number(new Headers(init?.headers).get("upload-offset"));
    if (init?.method !== "PATCH" || piece.sealed.length - from < 200_000) return fetch(input, init);
    const begun = begin(piece, from, from + 200_000);
    while ((await offsetOnDisk(piece)) < from + 200_000) await pause(5);
    begun.destroy();
    breaks++;
    throw new TypeError("the line broke");
  };
  const told: number[] = [];
  const courier = createCourier({ base: office.url, fetch: onBadLine, waits: [1] });
  const { caseId } = piece.mine;
  const sent = await courier.sendEvidence(caseId, piece.digest as never, piece.sealed, (bytes) => told.push(bytes));
  assert.deepEqual(sent, { ok: true, value: true });
  assert.equal(breaks, Math.floor(piece.sealed.length / 200_000));
  assert.deepEqual(
    told,
    [...told].sort((x, y) => x - y),
  );
  assert.equal(told.at(-1), piece.sealed.length);
  await assertArrived(piece);
});

test("a line on which nothing arrives is given up, and what arrived before is not sent again", async () => {
  const piece = await filePiece();
  const begun = begin(piece, 0, 400_000);
  while ((await offsetOnDisk(piece)) < 400_000) await pause(5);
  begun.destroy();
  const dead = createCourier({ base: "http://127.0.0.1:9", waits: [1] });
  const { caseId } = piece.mine;
  const refused = await dead.sendEvidence(caseId, piece.digest as never, piece.sealed);
  assert.deepEqual(refused, { ok: false, refusal: { code: "unreachable" } });
  assert.equal(await offsetOf(piece), 400_000);
  const rest = await ask(piece.path, "PATCH", headersAt(400_000), piece.sealed.subarray(400_000));
  assert.deepEqual([rest.status, rest.headers.get("upload-offset")], [204, String(piece.sealed.length)]);
  await assertArrived(piece);
  assert.deepEqual(await filesOf(piece), [join(piece.digest.slice(0, 2), piece.digest)]);
});

const offsetOnDisk = ({ digest }: Piece): Promise<number> =>
  stat(join(office.blobFolder, digest.slice(0, 2), `${digest}.growing`)).then(
    ({ size }) => size,
    () => 0,
  );

test("who is back on another line does not wait for the old one, which nobody noticed was dead", async () => {
  const piece = await filePiece();
  const old = begin(piece, 0, 200_000);
  while ((await offsetOnDisk(piece)) < 200_000) await pause(5);
  const closed = new Promise((resolve) => old.once("close", resolve));
  const rest = await ask(piece.path, "PATCH", headersAt(200_000), piece.sealed.subarray(200_000));
  assert.equal(rest.status, 204);
  await closed;
  await assertArrived(piece);
  assert.equal(office.logged(), "");
});

test("another offset than the one that was reached is refused, and says nothing wrong afterwards", async () => {
  const piece = await filePiece();
  await (await ask(piece.path, "PATCH", headersAt(0), piece.sealed.subarray(0, 5000))).arrayBuffer();
  for (const [offset, status] of [
    [0, 409],
    [4999, 409],
    [5001, 409],
    ["-1", 422],
    ["x", 422],
    ["", 422],
  ] as const) {
    const answer = await ask(piece.path, "PATCH", headersAt(offset), piece.sealed.subarray(5000, 6000));
    assert.equal(answer.status, status, String(offset));
    await answer.arrayBuffer();
  }
  assert.equal(await offsetOf(piece), 5000);
});

test("readable bytes are never written, and other bytes than announced do not become evidence", async () => {
  const piece = await filePiece();
  const clear = await ask(piece.path, "PATCH", headersAt(0), new Uint8Array(5000).fill(0x61));
  assert.equal(((await clear.json()) as { code: string }).code, "not-sealed");
  assert.deepEqual(await filesOf(piece), []);
  const few = await ask(piece.path, "PATCH", headersAt(0), new Uint8Array(100).fill(0x61));
  assert.deepEqual([few.status, await offsetOf(piece), await offsetOnDisk(piece)], [204, 0, 0]);
  const longer = new Uint8Array([...piece.sealed, 0]);
  assert.equal((await ask(piece.path, "PATCH", headersAt(0), longer)).status, 422);
  const changed = piece.sealed.slice();
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  const wrong = await ask(piece.path, "PATCH", headersAt(0), changed);
  assert.equal(((await wrong.json()) as { code: string }).code, "wrong-digest");
  assert.equal(await offsetOf(piece), 0);
  assert.equal((await view(piece.mine.desk, piece.mine.caseId)).evidence[0]?.arrived, false);
  assert.equal((await ask(piece.path, "PATCH", headersAt(0), piece.sealed)).status, 204);
  await assertArrived(piece);
});

test("what was not announced cannot be sent bit by bit either; another version of the protocol is told ours", async () => {
  const piece = await filePiece();
  const strange = piece.path.replace(/[0-9a-f]{64}$/, "0".repeat(64));
  assert.equal((await ask(strange, "HEAD", tus)).status, 404);
  assert.equal((await ask(strange, "PATCH", headersAt(0), piece.sealed)).status, 404);
  const other = await ask(piece.path, "PATCH", { ...headersAt(0), "tus-resumable": "0.2.2" }, piece.sealed);
  assert.deepEqual([other.status, other.headers.get("tus-version")], [412, "1.0.0"]);
  const options = await ask(piece.path, "OPTIONS", {});
  assert.deepEqual([options.status, options.headers.get("tus-version")], [204, "1.0.0"]);
});
