// Starting: what stands in the way is said in one line that a person can act on, and nothing is half made.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
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
  assert.equal(stdout, "");
}

const up = (data: string, ...more: readonly string[]): Promise<Ran> =>
  runCommand(["up", "--data", data, "--port", "0", "--desk-port", "0", "--json", ...more]);

async function takePort(): Promise<{ readonly server: Server; readonly port: string }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: String((server.address() as AddressInfo).port) };
}

test("a port that is taken is named, the site's and the desk's", async () => {
  const { server, port } = await takePort();
  try {
    complains(await up(office.data, "--port", port), new RegExp(`port ${port} is taken`));
    complains(await up(office.data, "--desk-port", port), new RegExp(`port ${port} for the desk is taken`));
  } finally {
    server.close();
  }
  assert.equal((await fetch(`${office.url}/healthz`)).status, 200);
});

test("an address that this machine does not have is named", async () => {
  complains(await up(office.data, "--host", "192.0.2.1"), /no address 192\.0\.2\.1/);
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

test("a folder without an office is not started without being asked to make one", async () => {
  const data = join(home, "empty");
  for (const verb of [["serve"], ["up", "--no-demo"]]) {
    complains(await runCommand([...verb, "--data", data, "--port", "0", "--json"]), /no office.*temwen init/);
  }
});

test("a database that cannot be reached is said, without its address", async () => {
  const ran = await new Promise<Ran>((resolve, reject) => {
    const child = spawn(process.execPath, [mainFile, "serve", "--data", office.data, "--port", "0", "--json"], {
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
});

test("two who start one new folder at once serve the same office", async () => {
  const data = await mkdtemp(join(home, "both-"));
  const [one, two] = await Promise.all([startOffice({ data }), startOffice({ data })]);
  try {
    const directories = await Promise.all(
      [one, two].map(async ({ url }) => (await fetch(`${url}/api/directory`)).text()),
    );
    assert.equal(directories[0], directories[1]);
    const { office: id } = JSON.parse(await readFile(one.roots, "utf8"));
    assert.equal(JSON.parse(directories[0] ?? "").directory.body.office, id);
    assert.equal(await one.stop(), 0);
    // The first to go does not take the database from the other.
    assert.equal((await fetch(`${two.url}/healthz`)).status, 200);
  } finally {
    await two[Symbol.asyncDispose]();
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
