// A restore into a bucket that fails leaves no piece there, or says how many and how they go.
import assert from "node:assert/strict";
import { access, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { clearHalfRestored } from "../../apps/temwen/src/backup/clear-away.ts";
import { restore } from "../../apps/temwen/src/backup/restore.ts";
import type { Terminal } from "../../apps/temwen/src/terminal.ts";
import { withDatabase } from "../support/everything-stored.ts";
import { runCommand, startOffice } from "../support/office.ts";
import { startS3Server } from "../support/s3-server.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-bucket-"));
const place = (name: string): string => join(home, name);
const bucket = await startS3Server();
const s3 = { ...bucket, prefix: "office" };
const key = place("key.txt");
const [whole, forged] = [place("whole.age"), place("forged.age")];

{
  await using office = await startOffice();
  await writeFile(place("plent.txt"), "Sa a se yon egzanp.");
  for (const name of ["a", "b"]) {
    await writeFile(place(`${name}.bin`), crypto.getRandomValues(new Uint8Array(9000)));
  }
  const sent = await runCommand([
    ...["complain", "--server", office.url, "--roots", office.roots, "--text", place("plent.txt"), "--json"],
    ...["--attach", place("a.bin"), "--attach", place("b.bin"), "--unsent", home],
  ]);
  assert.equal(sent.code, 0, sent.stderr);
  const { recipient } = JSON.parse((await runCommand(["backup", "--make-identity", key, "--json"])).stdout);
  const keep = async (out: string): Promise<void> => {
    const ran = await runCommand(["backup", "--data", office.data, "--recipient", recipient, "--out", out]);
    assert.equal(ran.code, 0, ran.stderr);
  };
  await keep(whole);
  await withDatabase(office.data, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query("update event set at = at + interval '1 second' where type = 'case.received/1'");
  });
  await keep(forged);
}
after(async () => {
  await bucket[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});
beforeEach(() => {
  bucket.turn("well");
  bucket.pieces.clear();
});

/** Remembers what was said, and may do something when it hears a line. */
function listen(onLine: (line: string) => void = () => undefined): { terminal: Terminal; said: string[] } {
  const said: string[] = [];
  const progress = (line: string): void => {
    said.push(line);
    onLine(line);
  };
  const terminal = { json: true, result: progress, entry: progress, progress, readStdin: async () => new Uint8Array() };
  return { terminal: terminal as unknown as Terminal, said };
}

const back = (name: string, from: string, terminal: Terminal) =>
  restore({ data: place(name), in: from, identities: [key], s3 }, terminal);

test("a restore into a bucket that goes well keeps no list of its pieces", async () => {
  assert.equal(await back("well", whole, listen().terminal), 0);
  assert.equal(bucket.pieces.size, 2);
  assert.ok(!(await readdir(place("well"))).some((name) => name.startsWith("restoring")));
});

test("a restore that fails takes its pieces out of the bucket again, and leaves those that stood there before", async () => {
  await back("first", whole, listen().terminal);
  const [before = ""] = bucket.pieces.keys();
  for (const name of bucket.pieces.keys()) if (name !== before) bucket.pieces.delete(name);
  const other = "/evidence/another/thing";
  bucket.pieces.set(other, Buffer.from("not ours"));
  await assert.rejects(back("failed", forged, listen().terminal), { code: "record-contradicts-itself" });
  assert.deepEqual([...bucket.pieces.keys()].sort(), [other, before].sort());
  await assert.rejects(access(place("failed")));
});

test("where the bucket does not give them up, their names stay in the folder, and the command says how they go", async () => {
  const { terminal, said } = listen((line) => {
    if (line.startsWith("checking the record")) bucket.turn("fails");
  });
  await assert.rejects(back("stuck", forged, terminal), { code: "record-contradicts-itself" });
  const told = said.find((line) => line.includes("could not be cleared away")) ?? "";
  assert.match(told, /2 pieces of evidence may stand in the bucket.*temwen restore --clear --data/);
  assert.equal((await readFile(join(place("stuck"), "restoring-pieces.txt"), "utf8")).trim().split("\n").length, 2);
  // The command would have ended by now; this process has not.
  await writeFile(join(place("stuck"), "restoring"), "nobody");
  await assert.rejects(back("stuck", whole, listen().terminal), { code: "half-restored" });
  await assert.rejects(clearHalfRestored(place("stuck"), s3, listen().terminal), { code: "pieces-left" });
  await assert.rejects(clearHalfRestored(place("stuck"), undefined, listen().terminal), { code: "pieces-left" });
  assert.equal(bucket.pieces.size, 2);
  bucket.turn("well");
  assert.equal(await clearHalfRestored(place("stuck"), s3, listen().terminal), 0);
  assert.equal(bucket.pieces.size, 0);
  assert.deepEqual(await readdir(place("stuck")), []);
  await assert.rejects(clearHalfRestored(place("stuck"), s3, listen().terminal), { code: "nothing-to-clear" });
  assert.equal(await back("stuck", whole, listen().terminal), 0);
});
