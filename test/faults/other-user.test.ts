// An office run by an ordinary user, and by root after it: each finds what the other left, and nobody else can read it.
import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chown, lstat, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCommand as runProgram } from "../../tools/run-command.ts";
import { mainFile, runCommand, startOffice } from "../support/office.ts";

type User = { readonly uid: number; readonly gid: number };

const isRoot = process.getuid?.() === 0;
const name = `temwen-${process.pid}`;

const users: User[] = [];

/** As root a user of our own, gone after the test; else whoever runs this. */
async function makeUser(): Promise<User | undefined> {
  if (!isRoot) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const ask = (program: string, ...args: readonly string[]) => runProgram(program, args, { cwd: "/" });
  const made = await ask("useradd", "--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name);
  if (made.code !== 0) return undefined;
  after(() => ask("userdel", name));
  const user = { uid: Number((await ask("id", "-u", name)).output), gid: Number((await ask("id", "-g", name)).output) };
  users.push(user);
  return user;
}

const canRead = (user: User, file: string): boolean =>
  spawnSync("/bin/sh", ["-c", 'test -r "$1" && test -x "$2"', "sh", file, process.execPath], user).status === 0;

/** Starts an office as somebody; resolves when it is ready. */
async function startAs(user: User, data: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const args = [mainFile, "up", "--data", data, "--port", "0", "--desk-port", "0", "--json"];
  const child = spawn(process.execPath, args, { ...user, cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const ready = /^\{"ready":true,"url":"([^"]+)"/m.exec(said)?.[1];
      if (ready) resolve(ready);
    });
    child.once("exit", (code) => reject(new Error(`the office ended with ${code}: ${said}`)));
  });
  return { url, child };
}

/** Whatever fails, no office is left running. */
const started: ChildProcess[] = [];
after(() => {
  for (const child of started) if (child.exitCode === null) child.kill("SIGKILL");
});

async function stop(child: ChildProcess): Promise<unknown> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return ended;
}

async function fileOne(url: string): Promise<string> {
  const filed = await runCommand(["complain", "--server", url, "--text", "-", "--json"], "Yon egzanp.");
  assert.equal(filed.code, 0, filed.stderr);
  return JSON.parse(filed.stdout).case;
}

async function assertClosedToOthers(path: string): Promise<void> {
  assert.equal((await stat(path)).mode & 0o077, 0, `others can look into ${path}`);
}

test("an ordinary user runs an office; root and the same user start it again, and nothing of it is open to others", async (context) => {
  const user = await makeUser();
  if (!user) return context.skip("no user could be made here");
  if (!canRead(user, mainFile)) return context.skip("this clone lies where other users cannot read it");
  const data = await mkdtemp(join(tmpdir(), "temwen-user-"));
  try {
    await chown(data, user.uid, user.gid);
    const first = await startAs(user, data);
    await fileOne(first.url);
    assert.equal((await stat(join(data, "postgres/cluster"))).uid, user.uid);
    for (const place of ["demo", "keys", "blobs", "postgres/cluster", "postgres/password", "keys/clock.key"]) {
      await assertClosedToOthers(join(data, place));
    }
    for (const key of await readdir(join(data, "keys/staff")))
      await assertClosedToOthers(join(data, "keys/staff", key));
    assert.equal(await stop(first.child), 0);

    if (isRoot) {
      const byRoot = await startOffice({ data });
      await fileOne(byRoot.url);
      assert.equal(await byRoot.stop(), 0);
      for (const place of await readdir(data, { recursive: true })) {
        // The helper of these tests keeps passphrases there for itself.
        if (place.endsWith(".passphrase")) continue;
        assert.equal((await lstat(join(data, place))).uid, user.uid, `root kept ${place} to itself`);
      }
    }
    const again = await startAs(user, data);
    await fileOne(again.url);
    assert.equal(await stop(again.child), 0);
    assert.equal((await readFile(join(data, "VERSION"), "utf8")).trim(), "1");
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});

test("a folder that belongs to somebody else is refused in one line", async (context) => {
  const user = users[0];
  if (!isRoot || !user || !canRead(user, mainFile)) return context.skip("needs root and a second user");
  const data = await mkdtemp(join(tmpdir(), "temwen-others-"));
  try {
    await assert.rejects(startAs(user, data), ({ message }: Error) => {
      assert.match(
        message,
        /ended with 1: \{"refused":"not-writable"\}\ntemwen: the data folder .* cannot be written \(EACCES\)\n$/,
      );
      return true;
    });
    assert.deepEqual(await readdir(data), []);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});
