// An office whose record and evidence stand elsewhere: a PostgreSQL of one's own, and a bucket.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { removeEmbedded, startEmbedded } from "@temwen/record/embedded";
import type { CaseId, Digest } from "@temwen/vocabulary";
import { type Ran, runCommand, startOffice, type TestOffice } from "../support/office.ts";
import { startS3Server } from "../support/s3-server.ts";
import { openDesks, peopleOf, readAmong } from "../support/staff.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-own-"));
/** Stands for the server of a hosting: another cluster than any office would start. */
let database = await startEmbedded({ folder: join(home, "hosted") });
const bucket = await startS3Server();
const around = (): NodeJS.ProcessEnv => ({
  DATABASE_URL: database.url,
  TEMWEN_BLOBS: `s3://${bucket.bucket}/office`,
  TEMWEN_S3_ENDPOINT: bucket.endpoint,
  TEMWEN_S3_REGION: bucket.region,
  TEMWEN_S3_KEY_FILE: join(home, "bucket.key"),
});
await writeFile(join(home, "bucket.key"), `${bucket.keyId}\n${bucket.secret}\n`, { mode: 0o600 });
const offices: TestOffice[] = [];
after(async () => {
  for (const office of offices) await office.stop();
  await bucket[Symbol.asyncDispose]();
  await database.stop();
  await removeEmbedded({ folder: join(home, "hosted") });
  await rm(home, { recursive: true, force: true });
});

const run = (args: readonly string[], input = "", change: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  runCommand(args, input, { ...around(), ...change });

/** Brings up a demonstration office with what the environment says. */
async function start(data: string): Promise<TestOffice> {
  const office = await startOffice({ data, env: around() });
  offices.push(office);
  return office;
}

const picture = randomBytes(300_000);

test("an office with a database of its own and a bucket files, reads, is backed up and put back; its folder holds neither", async () => {
  const data = join(home, "office");
  const office = await start(data);
  await writeFile(join(home, "a.jpg"), picture);
  const words = ["--server", office.url, "--text", "-", "--attach", join(home, "a.jpg"), "--unsent", home, "--json"];
  const filed = await run(["complain", ...words, "--roots", office.roots], "Yon egzanp.");
  assert.equal(filed.code, 0, filed.stderr);
  const { case: caseId } = JSON.parse(filed.stdout);
  await assertReadable(office, caseId);
  assert.equal(bucket.pieces.size, 1);
  assert.deepEqual(
    (await readdir(data)).filter((name) => name === "postgres"),
    [],
  );
  assert.deepEqual(await filesIn(join(data, "blobs")), []);

  const identity = join(home, "identity");
  const made = await run(["backup", "--make-identity", identity, "--json"]);
  const { recipient } = JSON.parse(made.stdout);
  const backup = ["backup", "--data", data, "--out", join(home, "b.age"), "--recipient", recipient, "--with-keys"];
  const backedUp = await run([...backup, "--json"]);
  assert.equal(backedUp.code, 0, backedUp.stderr);
  assert.deepEqual([JSON.parse(backedUp.stdout).blobs, JSON.parse(backedUp.stdout).missing], [1, 0]);
  await office.stop();

  // Another machine, another empty database, an empty bucket.
  await database.stop();
  await removeEmbedded({ folder: join(home, "hosted") });
  database = await startEmbedded({ folder: join(home, "hosted") });
  bucket.pieces.clear();
  const again = join(home, "again");
  const put = await run(["restore", "--data", again, "--in", join(home, "b.age"), "--identity", identity, "--json"]);
  assert.equal(put.code, 0, put.stderr);
  assert.equal(bucket.pieces.size, 1);
  assert.deepEqual(await filesIn(join(again, "blobs")), []);
  const restored = await start(again);
  await assertReadable(restored, caseId);
  await restored.stop();
});

async function assertReadable(office: TestOffice, caseId: CaseId): Promise<void> {
  const desks = await openDesks(office, peopleOf(office, "intake"));
  const { desk, view } = await readAmong(desks, caseId);
  assert.equal(view.story?.text.trim(), "Yon egzanp.");
  const opened = await desk.readEvidence(caseId, "evidence-1");
  assert.ok(opened.ok && Buffer.from(opened.value.bytes).equals(picture));
  for (const one of desks) one.close();
}

const filesIn = async (folder: string): Promise<readonly (Digest | string)[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test("a bucket that cannot be used is said before anything is made, and its key is never repeated", async () => {
  const data = join(home, "never");
  const serve = ["serve", "--data", data, "--port", "0", "--json"];
  const secret = "wJalr-not-to-be-printed";
  await cp(join(home, "office/keys"), join(home, "made/keys"), { recursive: true });
  const wrong: readonly (readonly [change: NodeJS.ProcessEnv, code: number, about: RegExp])[] = [
    [{ TEMWEN_BLOBS: "/mnt/evidence" }, 2, /TEMWEN_BLOBS needs a place like s3:/],
    [{ TEMWEN_S3_ENDPOINT: "http://192.0.2.1" }, 2, /must begin with https/],
    [{ TEMWEN_S3_ENDPOINT: "https://user:pass@host" }, 2, /needs an address/],
    [{ TEMWEN_S3_KEY_FILE: "" }, 2, /needs a key/],
    [{ TEMWEN_S3_KEY_FILE: join(home, "nowhere") }, 1, /there is no file/],
  ];
  for (const [change, code, about] of wrong) {
    const ran = await run(serve, "", { AWS_SECRET_ACCESS_KEY: secret, ...change });
    assert.equal(ran.code, code, ran.stderr);
    assert.match(ran.stderr, about);
    assert.doesNotMatch(ran.stdout + ran.stderr, /wJalr|AKID/);
  }
  bucket.turn("silent");
  const closed = { TEMWEN_S3_ENDPOINT: "http://127.0.0.1:9" };
  const ran = await run(["serve", "--data", join(home, "made"), "--port", "0", "--json"], "", closed);
  assert.deepEqual([ran.code, ran.stdout], [1, '{"refused":"evidence-store-unreachable"}\n']);
  assert.deepEqual(
    (await readdir(home)).filter((name) => name === "never"),
    [],
  );
  assert.deepEqual(await readdir(join(home, "made")), ["keys"]);
});
