// A piece that becomes whole while its case is erased does not stay, on whichever way it came.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openDiskShelf, type Shelf, ShelfFault } from "@temwen/server";
import type { Digest } from "@temwen/vocabulary";
import { fileCase } from "../support/casework.ts";
import { startSmallOffice } from "../support/small-office.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-evidence-of-erased-"));
const disk = openDiskShelf(home);
/** What happens at the moment at which a piece would be put on the shelf. */
let meanwhile = async (): Promise<unknown> => undefined;
const shelf: Shelf = {
  ...disk,
  put: async (...piece) => {
    await meanwhile();
    await disk.put(...piece);
  },
};
const office = await startSmallOffice({ shelf });
after(async () => {
  await office[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

async function filePiece() {
  meanwhile = async () => undefined;
  const photo = { name: "a.jpg", mediaType: "image/jpeg", bytes: randomBytes(50_000) };
  const { caseId, parcel } = await fileCase(office, { evidence: [photo] });
  const digest = parcel.manifest.event.parts["evidence-1"]?.digest as Digest;
  const sealed = new Uint8Array(parcel.evidence.get("evidence-1") ?? []);
  const ask = async (method: string, headers: Record<string, string> = {}): Promise<number> => {
    const body = method === "HEAD" ? {} : { body: sealed };
    const answer = await fetch(`${office.url}/api/evidence/${caseId}/${digest}`, { method, headers, ...body });
    await answer.arrayBuffer();
    return answer.status;
  };
  const tus = { "tus-resumable": "1.0.0" };
  return {
    post: () => ask("POST"),
    patch: () => ask("PATCH", { ...tus, "content-type": "application/offset+octet-stream", "upload-offset": "0" }),
    head: () => ask("HEAD", tus),
    stands: () => disk.has(digest, sealed.length),
    lose: () => disk.remove(digest),
    /** From now on the case's erasure begins at the very moment at which the piece is put. */
    eraseMeanwhile: () => {
      meanwhile = () => office.record.doomEvidence(caseId);
    },
  };
}

test("of a piece that came while its case was erased nothing stays, at once or bit by bit", async () => {
  for (const way of ["post", "patch"] as const) {
    const piece = await filePiece();
    piece.eraseMeanwhile();
    assert.deepEqual([await piece[way](), await piece.stands()], [404, false], way);
  }
});

test("of a piece that was sent again, because it had been lost, while its case was erased nothing stays", async () => {
  for (const way of ["post", "patch"] as const) {
    const piece = await filePiece();
    assert.equal(await piece.post(), 200);
    await piece.lose();
    piece.eraseMeanwhile();
    assert.deepEqual([await piece[way](), await piece.stands()], [404, false], way);
  }
});

test("of a piece that became whole by being asked for, while its case was erased, nothing stays", async () => {
  const piece = await filePiece();
  meanwhile = () => Promise.reject(new ShelfFault("evidence-store-unreachable", "away"));
  assert.equal(await piece.patch(), 503);
  piece.eraseMeanwhile();
  assert.deepEqual([await piece.head(), await piece.stands()], [404, false]);
});
