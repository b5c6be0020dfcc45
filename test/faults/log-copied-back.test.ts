// The whole data folder of an office is put back from an old copy, while witnesses outside remember what came later.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { findCluster } from "../support/find-cluster.ts";
import { mainFile, runCommand, startOffice, type TestOffice } from "../support/office.ts";

const run = promisify(execFile);
let home: string;
before(async () => {
  home = await mkdtemp(join(tmpdir(), "temwen-log-"));
});
after(() => rm(home, { recursive: true, force: true }));

type Health = { readonly log: { readonly state: string; readonly because?: string; readonly say?: string } };
const readHealth = async ({ url }: TestOffice): Promise<Health> =>
  (await (await fetch(`${url}/healthz`)).json()) as Health;

async function readSize({ url }: TestOffice): Promise<number> {
  const answer = await fetch(`${url}/log/checkpoint`);
  return answer.ok ? Number((await answer.text()).split("\n")[1]) : 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 300 && !(await isSo()); n++) await pause(100);
  assert.ok(await isSo(), "it did not happen in time");
}

/** The command, as an organisation runs it. */
async function startWitness(log: string) {
  const args = [
    "witness",
    "--state",
    join(home, "witness"),
    "--listen",
    "127.0.0.1:0",
    "--log",
    log,
    "--name",
    "ngo.example/witness",
    "--json",
  ];
  const child = spawn(process.execPath, [mainFile, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = await new Promise<{ url: string; vkey: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => resolve(JSON.parse(line)));
    child.once("exit", (code) => reject(new Error(`the witness ended with ${code}`)));
  });
  return {
    ...ready,
    [Symbol.asyncDispose]: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

test("an office put back from an old copy of all it had adds and signs nothing, says why, and goes on from a mirror's copy", async () => {
  await using offices = new AsyncDisposableStack();
  const start = async (data?: string) => offices.use(await startOffice(data === undefined ? {} : { data }));
  const first = await start();
  const { data } = first;
  await until(async () => (await readSize(first)) > 0);
  const own = (await (await fetch(`${first.url}/log/policy`)).text())
    .split("\n")
    .find((line) => line.startsWith("log "));
  await first.stop();
  await using witness = await startWitness((own ?? "").slice("log ".length));
  const policy = [own, `witness ngo ${witness.vkey} ${witness.url}`, "quorum ngo", ""].join("\n");
  await writeFile(join(data, "keys/log.policy"), policy);
  const second = await start(data);
  const then = await readSize(second);
  const stale = join(home, "stale");
  await cp(join(data, "log"), stale, { recursive: true });
  await until(async () => (await readSize(second)) > then);
  await second.stop();
  const [old, copy] = [join(home, "old"), join(home, "copy")];
  // Where root starts it the database lies beside the folder; a copy of all of an office has it too.
  const cluster = await findCluster(data);
  const isBeside = !cluster.startsWith(data);
  await run("cp", ["-a", data, old]);
  if (isBeside) await run("cp", ["-a", cluster, `${cluster}.old`]);
  const third = await start(data);
  const size = await readSize(third);
  await until(async () => (await readSize(third)) > size);
  const seen = await readSize(third);
  await cp(join(data, "log"), copy, { recursive: true });
  await third.stop();

  await rm(data, { recursive: true });
  await rename(old, data);
  if (isBeside) {
    await rm(cluster, { recursive: true });
    await rename(`${cluster}.old`, cluster);
  }
  const signed = await readFile(join(data, "keys/log/last-signed"), "utf8");
  const fourth = await start(data);
  await until(async () => (await readHealth(fourth)).log.state === "stopped");
  const { because, say } = (await readHealth(fourth)).log;
  assert.equal(because, "behind-witness");
  assert.match(say ?? "", /the witness ngo saw \d+ leaves of this log.*temwen log resume/);
  assert.ok((await readSize(fourth)) < seen, "nothing new is shown");
  assert.equal(await readFile(join(data, "keys/log/last-signed"), "utf8"), signed, "nothing new is signed");
  await fourth.stop();

  const tooOld = await runCommand(["log", "resume", "--data", data, "--from", stale, "--json"]);
  assert.deepEqual([tooOld.code, JSON.parse(tooOld.stdout)], [1, { refused: "copy-is-older" }]);
  assert.match(tooOld.stderr, /take the newest one/);
  assert.equal(await readFile(join(data, "keys/log/last-signed"), "utf8"), signed, "the key forgets nothing");
  const resumed = await runCommand(["log", "resume", "--data", data, "--from", copy, "--json"]);
  assert.equal(resumed.code, 0, resumed.stderr);
  const fifth = await start(data);
  await until(async () => (await readSize(fifth)) > seen);
  assert.equal((await readHealth(fifth)).log.state, "ok");
});
