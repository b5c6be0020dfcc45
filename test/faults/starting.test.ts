// Starting: what stands in the way is said in one line that a person can act on, and nothing is half made.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { mainFile, type Ran, runCommand, startOffice } from "../support/office.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-starting-"));
after(() => rm(home, { recursive: true, force: true }));
const office = await startOffice();
after(() => office[Symbol.asyncDispose]());

/** It ended with code 1 after exactly one line of complaint, without a stack. */
function complains({ code, stdout, stderr }: Ran, about: RegExp): void {
  const complaints = stderr.split("\n").filter((line) => line.startsWith("temwen:"));
  assert.equal(complaints.length, 1, stderr);
  assert.match(complaints[0] ?? "", about);
  assert.doesNotMatch(stderr, /^\s+at |fault:/m);
  assert.equal(code, 1);
  // For whoever reads JSON it is a refusal with a code.
  assert.match(stdout, /^(\{"refused":"[a-z-]+"\}\n)?$/);
}

const up = (data: string, ...more: readonly string[]): Promise<Ran> =>
  runCommand(["up", "--data", data, "--port", "0", "--desk-port", "0", "--json", ...more]);

async function takePort(): Promise<{ readonly server: Server; readonly port: string }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: String((server.address() as AddressInfo).port) };
}

/** It complains, and the folder it was to use was not even made. */
async function leavesNothing(about: RegExp, ...words: readonly string[]): Promise<void> {
  const data = join(home, "never", "made");
  complains(await runCommand([...words, "--data", data, "--json"]), about);
  assert.deepEqual(
    (await readdir(home)).filter((name) => name === "never"),
    [],
  );
}

test("a port that is taken is named, the site's and the desk's, before anything is made", async () => {
  const { server, port } = await takePort();
  const site = ["--port", port, "--desk-port", "0"];
  try {
    await leavesNothing(new RegExp(`port ${port} is taken`), "up", ...site);
    const ran = await runCommand(["up", ...site, "--data", join(home, "never"), "--json"]);
    assert.deepEqual(JSON.parse(ran.stdout), { refused: "port-not-free" });
    await leavesNothing(new RegExp(`port ${port} for the desk is taken`), "up", "--port", "0", "--desk-port", port);
  } finally {
    server.close();
  }
  await leavesNothing(new RegExp(`port ${port} for the desk is taken`), "up", "--port", port, "--desk-port", port);
});

test("an address that this machine does not have is named, before anything is made", async () => {
  const words = ["up", "--port", "0", "--desk-port", "0", "--host", "192.0.2.1"];
  await leavesNothing(/no address 192\.0\.2\.1/, ...words);
});

test("a second office on the same folder is told which process runs there, and the first goes on", async () => {
  const files = await readdir(office.data);
  const told = new RegExp(`already runs on the data folder ${office.data} \\(pid ${office.process.pid}\\)`);
  complains(await up(office.data), told);
  complains(await up(office.data, "--no-demo"), told);
  complains(await runCommand(["serve", "--data", office.data, "--port", "0", "--json"]), told);
  assert.deepEqual(await readdir(office.data), files);
  assert.equal((await fetch(`${office.url}/healthz`)).status, 200);
});

test("a folder that was left empty, as by a variable that is not set, makes no office where one stands", async () => {
  const ran = await up("");
  assert.equal(ran.code, 2);
  assert.match(ran.stderr, /--data is empty/);
});

test("a folder that cannot be made is named", async () => {
  const file = join(home, "a file");
  await writeFile(file, "kept");
  complains(await up(join(file, "data")), /cannot be written/);
  complains(await up(file), /cannot be written/);
  assert.equal(await readFile(file, "utf8"), "kept");
});

test("a folder of a newer release, or of something else, is left as it is", async () => {
  for (const [version, about] of [
    ["99\n", /newer release.*form 99/],
    ["PostgreSQL\n", /expected a number/],
  ] as const) {
    const data = await mkdtemp(join(home, "version-"));
    await writeFile(join(data, "VERSION"), version);
    complains(await up(data), about);
    assert.deepEqual(await readdir(data), ["VERSION"]);
    assert.equal(await readFile(join(data, "VERSION"), "utf8"), version);
  }
});

test("a folder without an office is not started without being asked to make one, and nothing is made", async () => {
  await leavesNothing(/no office.*temwen init/, "serve", "--port", "0");
  await leavesNothing(/no office.*temwen init/, "up", "--no-demo", "--port", "0", "--desk-port", "0");
});

test("people who cannot be read make no office, and no folder", async () => {
  const people = join(home, "people.json");
  await writeFile(people, "[]");
  const data = join(home, "unmade");
  const { code, stdout } = await runCommand(["init", "--people", people, "--data", data, "--json"]);
  assert.deepEqual([code, JSON.parse(stdout).refused], [1, "malformed-people"]);
  assert.ok(!(await readdir(home)).includes("unmade"));
});

test("a database that cannot be reached is said, without its address", async () => {
  // Another folder with the same office: on its own the office runs.
  const data = await mkdtemp(join(home, "copy-"));
  await cp(join(office.data, "keys"), join(data, "keys"), { recursive: true });
  const ran = await new Promise<Ran>((resolve, reject) => {
    const child = spawn(process.execPath, [mainFile, "serve", "--data", data, "--port", "0", "--json"], {
      env: { ...process.env, DATABASE_URL: "postgres://asha:opensesame@127.0.0.1:9/office" },
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => {
      said.stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      said.stderr += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...said }));
  });
  complains(ran, /database cannot be reached/);
  assert.doesNotMatch(ran.stderr, /opensesame|asha/);
  assert.ok(!(await readdir(data)).includes("running"));
});

test("of two who start one new folder at once one makes the office, and the other is told", async () => {
  const data = await mkdtemp(join(home, "both-"));
  const both = await Promise.allSettled([startOffice({ data }), startOffice({ data })]);
  const started = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const refused = both.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  try {
    assert.deepEqual([started.length, refused.length], [1, 1]);
    assert.match(refused[0] ?? "", /ended with 1: .*already runs on the data folder/s);
    const [one] = started;
    assert.ok(one);
    const { office: id } = JSON.parse(await readFile(one.roots, "utf8"));
    const served = await (await fetch(`${one.url}/api/directory`)).json();
    assert.equal((served as { directory: { body: { office: string } } }).directory.body.office, id);
  } finally {
    for (const one of started) await one[Symbol.asyncDispose]();
  }
});

test("an office whose making was interrupted before its passphrases were handed over is made again", async () => {
  const data = await mkdtemp(join(home, "interrupted-"));
  await using first = await startOffice({ data });
  await first.stop();
  // As a kill would leave it: all keys written, the last file not, and the note of a process that is gone.
  await rm(first.roots);
  await writeFile(join(data, "keys/being-made"), "999999999");
  await rm(join(data, "postgres"), { recursive: true });
  await mkdir(join(data, "demo"), { recursive: true });
  await using again = await startOffice({ data });
  const served = (await (await fetch(`${again.url}/api/directory`)).json()) as {
    directory: { body: { staff: { id: string }[] } };
  };
  const listed = new Set(served.directory.body.staff.map(({ id }) => id));
  assert.ok(again.people.length > 0 && again.people.every(({ id }) => listed.has(id)));
});
