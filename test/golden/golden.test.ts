// What an earlier release wrote is opened by this one: every receipt, every key, every file of evidence.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { CaseId } from "@temwen/vocabulary";
import { runCommand, startOffice } from "../support/office.ts";
import { openDesks, peopleOf, readAmong } from "../support/staff.ts";

type Expected = {
  readonly complaints: readonly {
    readonly receipt: string;
    readonly case: CaseId;
    readonly text: string;
    readonly answers: readonly string[];
    /** SHA-256 of the file that was attached. */
    readonly evidence?: string;
  }[];
};

const here = fileURLToPath(new URL(".", import.meta.url));
const home = await mkdtemp(join(tmpdir(), "temwen-golden-"));
after(() => rm(home, { recursive: true, force: true }));
const releases = (await readdir(here, { withFileTypes: true })).filter((entry) => entry.isDirectory());

for (const { name: release } of releases) {
  test(`an office of release ${release} goes on under this one`, async () => {
    const from = join(here, release);
    const expected = JSON.parse(await readFile(join(from, "expected.json"), "utf8")) as Expected;
    const data = join(home, release);
    const restored = await runCommand([
      ...["restore", "--in", join(from, "office.age"), "--identity", join(from, "identity.txt")],
      ...["--data", data, "--json"],
    ]);
    assert.equal(restored.code, 0, restored.stderr);
    await using office = await startOffice({ data });
    const desks = await openDesks(office, peopleOf(office, "intake"));
    try {
      for (const { receipt, case: caseId, text, answers, evidence } of expected.complaints) {
        const file = join(home, "receipt");
        await writeFile(file, receipt);
        const reply = ["reply", "--server", office.url, "--receipt", file, "--roots", office.roots, "--json"];
        const read = JSON.parse((await runCommand(reply)).stdout);
        assert.deepEqual([read.case, read.unverified, read.unlawful], [caseId, 0, 0]);
        assert.deepEqual(
          read.messages.map((message: { readonly text: string }) => message.text),
          answers,
        );
        const { desk, view } = await readAmong(desks, caseId);
        assert.deepEqual([view.story.text.trim(), view.alarms], [text, []]);
        if (!evidence) continue;
        const opened = await desk.readEvidence(caseId, "evidence-1");
        assert.ok(opened.ok);
        assert.equal(createHash("sha256").update(opened.value.bytes).digest("hex"), evidence);
      }
    } finally {
      for (const desk of desks) desk.close();
    }
  });
}
