// `temwen retention run` beside an office that runs: what it counts, what it takes, and what it must never take.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { access, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { startEmbedded } from "@temwen/record/embedded";
import { clearOffice } from "../../apps/temwen/src/retention/run.ts";
import { openTerminal } from "../../apps/temwen/src/terminal.ts";
import { type Ran, runCommand, startOffice } from "../support/office.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-retention-"));
const office = await startOffice();
after(async () => {
  await office[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});
const retention = (data: string, ...more: readonly string[]): Promise<Ran> =>
  runCommand(["retention", "run", "--data", data, "--json", ...more]);
const isThere = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );

/** Something on the office's shelf that nobody ever announced. */
async function leaveOrphan() {
  const digest = randomBytes(32).toString("hex");
  const place = join(office.data, "blobs", digest.slice(0, 2), digest);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, "sealed");
  return { digest, place };
}

test("evidence that no case names is counted, noted, and taken seven days later; announced evidence stays", async () => {
  const orphan = await leaveOrphan();
  await writeFile(join(home, "plent.txt"), "Sa a se yon egzanp.");
  await writeFile(join(home, "foto.bin"), randomBytes(20_000));
  const filed = await runCommand([
    ...["complain", "--server", office.url, "--roots", office.roots, "--text", join(home, "plent.txt"), "--json"],
    ...["--attach", join(home, "foto.bin"), "--unsent", home],
  ]);
  assert.equal(filed.code, 0, filed.stderr);

  const dry = await retention(office.data, "--dry-run");
  assert.equal(dry.code, 0, dry.stderr);
  const { due, waiting } = JSON.parse(dry.stdout);
  assert.deepEqual([due.orphans, due.sessions, due.challenges, waiting], [0, 0, 0, { orphans: 1 }]);
  assert.ok(due["database-log"] > 0);
  const notes = join(office.data, "orphans.txt");
  assert.equal(await isThere(notes), false, "a dry run changes nothing");

  const first = await retention(office.data);
  assert.equal(first.code, 0, first.stderr);
  assert.deepEqual(JSON.parse(first.stdout).orphans, { taken: 0, waiting: 1 });
  const noted = await readFile(notes, "utf8");
  assert.match(noted, new RegExp(`^${orphan.digest} 20\\d\\d-\\S+Z\\n$`));
  // As if a week had gone.
  await writeFile(notes, noted.replace(/ 20\d\d-/, " 2020-"));
  const later = await retention(office.data);
  assert.deepEqual(JSON.parse(later.stdout).orphans, { taken: 1, waiting: 0 });
  assert.equal(await isThere(orphan.place), false);

  const read = await runCommand(["retention", "run", "--data", office.data, "--dry-run"]);
  assert.match(read.stdout, /^ +0 {2}orphans$/m);
  assert.match(read.stdout, /Nothing was changed\.\n$/);
});

test("beside the record of another office nothing is taken", async () => {
  const orphan = await leaveOrphan();
  const mixed = join(home, "mixed");
  for (const name of ["keys", "blobs"]) await cp(join(office.data, name), join(mixed, name), { recursive: true });
  const roots = join(mixed, "keys/roots.json");
  await writeFile(roots, (await readFile(roots, "utf8")).replace(/(?<="[a-z]{3}_)[0-9a-z]{26}/, "0".repeat(26)));
  await using embedded = await startEmbedded({ folder: join(office.data, "postgres") });
  const options = { data: mixed, isDry: false, databaseUrl: embedded.url };
  await assert.rejects(clearOffice(options, openTerminal(true)), { code: "no-record" });
  assert.equal(await isThere(join(mixed, "orphans.txt")), false);
  assert.equal(await isThere(join(mixed, "blobs", orphan.digest.slice(0, 2), orphan.digest)), true);
});
