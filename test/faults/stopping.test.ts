// Stopping, and starting again: what was there is there.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { asPerson, runCommand, startOffice } from "../support/office.ts";
import { listCases, peopleOf } from "../support/staff.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-stopping-"));
after(() => rm(home, { recursive: true, force: true }));

test("Ctrl-C, pressed twice, stops once and in order; the next start finds everything", async () => {
  let office = await startOffice();
  try {
    const filed = await runCommand(["complain", "--server", office.url, "--text", "-", "--json"], "Yon egzanp.");
    assert.equal(filed.code, 0, filed.stderr);
    const { case: caseId, receipt } = JSON.parse(filed.stdout);
    const ended = new Promise((resolve) => office.process.once("exit", (code) => resolve(code)));
    office.process.kill("SIGINT");
    office.process.kill("SIGINT");
    assert.equal(await ended, 0);
    assert.match(office.said(), /stopping: finishing what is under way\ndatabase stopped\nstopped\n$/);
    for (const secret of [receipt, caseId, "egzanp"]) assert.ok(!office.said().includes(secret));

    const before = office.people.map(({ id }) => id);
    office = await office.again();
    assert.deepEqual(
      office.people.map(({ id }) => id),
      before,
    );
    assert.deepEqual(
      (await listCases(office)).map((row) => row.case),
      [caseId],
    );
    const place = join(home, "receipt");
    await writeFile(place, receipt);
    const opened = await runCommand(["reply", "--server", office.url, "--receipt", place, "--json"]);
    assert.equal(JSON.parse(opened.stdout).case, caseId);
  } finally {
    await office[Symbol.asyncDispose]();
  }
});

test("a server that was killed is started again beside the database that it left running", async () => {
  let office = await startOffice();
  try {
    const filed = await runCommand(["complain", "--server", office.url, "--text", "-", "--json"], "Yon egzanp.");
    const { case: caseId } = JSON.parse(filed.stdout);
    office.process.kill("SIGKILL");
    office = await office.again();
    const [row] = await listCases(office);
    assert.equal(row?.case, caseId);
    // It listened on a free port before, so the command is told the new one; the key files are the same.
    const [anyone] = peopleOf(office, "panel");
    assert.ok(anyone);
    assert.equal((await runCommand(["office", "queue", ...asPerson(office, anyone)])).code, 0);
    assert.equal(await office.stop(), 0);
  } finally {
    await office[Symbol.asyncDispose]();
  }
});
