/*
 * The disk fills. Needs a small file system of its own, so it runs where one may be mounted: as root on Linux, in CI always
 * when root. Elsewhere it is skipped, and says so.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Directory } from "@temwen/office";
import type { Digest } from "@temwen/vocabulary";
import { openBlobFolder } from "../../apps/server/src/evidence/blob-folder.ts";
import { runCommand as runProgram } from "../../tools/run-command.ts";
import { startOffice } from "../support/office.ts";
import { type Answer, copyParcel, file, readAnswer, sealParcel } from "../support/parcels.ts";
import { listCases } from "../support/staff.ts";

const mebibyte = 1024 * 1024;

type SmallDisk = AsyncDisposable & { readonly folder: string };

/** Mounts a file system of so many mebibytes; undefined where that is not allowed. */
async function mountDisk(size: number): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-disk-"));
  const tmpfs = ["-t", "tmpfs", "-o", `size=${size}m,mode=0755`, "tmpfs", folder];
  const { code } = await runProgram("mount", tmpfs, { cwd: "/" });
  if (code !== 0) {
    await rm(folder, { recursive: true, force: true });
    assert.ok(!(process.env.CI && process.getuid?.() === 0), "root in CI must be able to mount a small disk");
    return undefined;
  }
  return {
    folder,
    [Symbol.asyncDispose]: async () => {
      await runProgram("umount", ["--lazy", folder], { cwd: "/" });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const skipped = "a small disk cannot be mounted here: run as root on Linux";

async function freeOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

test("on a full disk people are told so, nothing acknowledged is lost, and it goes on when there is room", async (context) => {
  await using disk = await mountDisk(220);
  if (!disk) return context.skip(skipped);
  const office = await startOffice({ data: disk.folder });
  try {
    const served = await readAnswer(await fetch(`${office.url}/api/directory`));
    const directory = (served.body.directory as { body: Directory }).body;
    const sealed = await sealParcel(directory);
    const told: string[] = [];
    const fileOne = async (): Promise<Answer> => {
      const parcel = copyParcel(sealed, directory);
      const answer = await file(office, parcel);
      if (answer.status === 200) told.push(parcel.manifest.event.case);
      return answer;
    };
    assert.equal((await fileOne()).status, 200);
    // Somebody else's files fill the disk up to where the office begins to refuse.
    const ballast = join(disk.folder, "ballast");
    await writeFile(ballast, new Uint8Array((await freeOn(disk.folder)) - 70 * mebibyte));
    let last = await fileOne();
    while (last.status === 200) {
      const answers = await Promise.all(Array.from({ length: 8 }, fileOne));
      last = answers.find(({ status }) => status !== 200) ?? answers[0]!;
    }
    for (const answer of [last, await fileOne(), await fileOne()]) {
      assert.deepEqual([answer.status, answer.body.code, answer.body.outcome], [503, "no-space", "none"]);
    }
    // What is there can still be read, and the server says that it is well.
    assert.equal((await listCases(office)).length, Math.min(1000, told.length));
    assert.equal((await fetch(`${office.url}/healthz`)).status, 200);

    await rm(ballast);
    await pause(1500); // the server looks at the disk once a second
    assert.equal((await fileOne()).status, 200);
    const again = await office.again();
    const listed = (await listCases(again)).map((row) => row.case);
    assert.deepEqual(new Set(listed), new Set(told));
    assert.equal(await again.stop(), 0);
  } finally {
    await office.stop();
  }
});

test("when even the database finds no room, nothing is acknowledged that is lost, and it comes back by itself", async (context) => {
  await using disk = await mountDisk(150);
  if (!disk) return context.skip(skipped);
  let office = await startOffice({ data: disk.folder });
  try {
    const served = await readAnswer(await fetch(`${office.url}/api/directory`));
    const directory = (served.body.directory as { body: Directory }).body;
    const sealed = await sealParcel(directory);
    const ballast = join(disk.folder, "ballast");
    const told: string[] = [];
    let isFull = false;
    // Filled to the last byte at one stroke, between two looks at the disk, while eight people file.
    const client = async (): Promise<void> => {
      for (let tried = 0; tried < 200; tried++) {
        const parcel = copyParcel(sealed, directory);
        const answer = await file(office, parcel).catch(() => undefined);
        if (answer?.status === 200) told.push(parcel.manifest.event.case);
        else if (isFull) return;
      }
    };
    const fill = async (): Promise<void> => {
      while (told.length < 40) await pause(5);
      // Whoever writes beside it may take the last page first.
      await writeFile(ballast, new Uint8Array(await freeOn(disk.folder))).catch(() => undefined);
      isFull = true;
    };
    await Promise.all([...Array.from({ length: 8 }, client), fill()]);
    await rm(ballast);
    const after = copyParcel(sealed, directory);
    const deadline = Date.now() + 60_000;
    while ((await file(office, after)).status !== 200) {
      assert.ok(Date.now() < deadline, "it did not come back");
      await pause(250);
    }
    told.push(after.manifest.event.case);
    office = await office.again();
    const listed = new Set((await listCases(office)).map((row) => row.case));
    assert.deepEqual(
      told.filter((caseId) => !listed.has(caseId)),
      [],
    );
  } finally {
    await office.stop();
  }
});

test("uploads that come at once together leave free what is kept for words", async (context) => {
  await using disk = await mountDisk(64);
  if (!disk) return context.skip(skipped);
  const size = 8 * mebibyte;
  const kept = (await freeOn(disk.folder)) - 3 * size;
  const blobs = await openBlobFolder(disk.folder, () => true, { keptForWords: kept });
  const pieces = Array.from({ length: 6 }, (_, n) => new Uint8Array(size).fill(n));
  const outcomes = await Promise.all(
    pieces.map((whole) =>
      blobs.store(
        createHash("sha256").update(whole).digest("hex") as Digest,
        size,
        (async function* () {
          // All have begun before any of them has written much.
          for (let at = 0; at < size; at += mebibyte) yield whole.subarray(at, at + mebibyte);
        })(),
      ),
    ),
  );
  assert.ok((await freeOn(disk.folder)) >= kept, "what is kept for words is free");
  const stored = outcomes.filter((outcome) => outcome === "stored").length;
  assert.ok(stored >= 1 && stored <= 3, `${stored} were stored`);
  assert.deepEqual(new Set(outcomes), new Set(["stored", "no-space"]));
});

test("evidence that the disk cuts off is refused, and no piece of it stays", async (context) => {
  await using disk = await mountDisk(200);
  if (!disk) return context.skip(skipped);
  const blobs = await openBlobFolder(disk.folder, () => true);
  const size = 2 * mebibyte;
  const whole = new Uint8Array(size).fill(0x61);
  const digest = createHash("sha256").update(whole).digest("hex") as Digest;
  /** The last piece finds room for a part of itself only. */
  async function* inTwo(fillBefore: boolean): AsyncIterable<Uint8Array> {
    yield whole.subarray(0, mebibyte);
    const left = (await freeOn(disk!.folder)) - mebibyte / 2;
    if (fillBefore) await writeFile(join(disk!.folder, "ballast"), new Uint8Array(left));
    yield whole.subarray(mebibyte);
  }
  assert.equal(await blobs.store(digest, size, inTwo(true)), "no-space");
  await rm(join(disk.folder, "ballast"));
  assert.equal(await blobs.open(digest), undefined);
  assert.deepEqual(await readdir(join(disk.folder, digest.slice(0, 2))), []);
  assert.equal(await blobs.store(digest, size, inTwo(false)), "stored");
  assert.equal((await blobs.open(digest))?.size, size);
});
