import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { nameOfThisProcess } from "./process-name.ts";
import { findHolder, giveBackNote, takeNote } from "./process-note.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-note-"));
after(() => rm(home, { recursive: true, force: true }));
const note = join(home, "running");

/** The number of a process that ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}

test("a note is taken once, names its process, and is gone when it is given back", async () => {
  assert.equal(await takeNote(note), undefined);
  assert.equal(await findHolder(note), process.pid);
  assert.equal(await takeNote(note), process.pid);
  await giveBackNote(note);
  assert.equal(await findHolder(note), undefined);
  assert.deepEqual(await readdir(home), []);
});

test("the note of a process that was killed stands in nobody's way", async () => {
  for (const left of [`${await endedProcess()} 12345`, String(await endedProcess()), "", "0 1", "nonsense"]) {
    await writeFile(note, left);
    assert.equal(await findHolder(note), undefined, left);
    assert.equal(await takeNote(note), undefined, left);
    assert.equal(await readFile(note, "utf8"), await nameOfThisProcess());
    await giveBackNote(note);
  }
  assert.deepEqual(await readdir(home), []);
});

test("a number that another process was given since is not taken for the one that left the note", async (context) => {
  const [, start] = (await nameOfThisProcess()).split(" ");
  if (start === "0") return context.skip("this system does not tell when a process started");
  await writeFile(note, `${process.pid} ${Number(start) - 1}`);
  assert.equal(await takeNote(note), undefined);
  await giveBackNote(note);
});

test("another's note is not given back", async () => {
  const theirs = `${process.ppid} 0`;
  await writeFile(note, theirs);
  await giveBackNote(note);
  assert.equal(await readFile(note, "utf8"), theirs);
  assert.equal(await findHolder(note), process.ppid);
  await rm(note);
});
