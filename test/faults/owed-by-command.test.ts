// What is the person's to answer and to take back, by the command: and what it refuses, with nothing sent.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { doActs, type FiledCase, view } from "../support/casework.ts";
import { runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { caseBeforePanel, closing, findings, say, startOfficeWithPanel, voting } from "../support/small-panel.ts";

const office = await startOfficeWithPanel();
const folder = await writeOfficeFolder(office, []);
after(async () => {
  await folder[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

const summary = "Komisyon an jwenn sa te rive.";

/** Runs `temwen reply` with the person's receipt. */
async function reply({ receipt }: FiledCase, ...more: readonly string[]) {
  const flags = ["reply", "--server", office.url, "--roots", folder.roots, "--receipt", "-", "--json"];
  const { code, stdout, stderr } = await runCommand([...flags, ...more], receipt);
  return { code, said: JSON.parse(stdout), all: stdout + stderr };
}

const codeOf = async (mine: FiledCase, ...more: readonly string[]): Promise<string> =>
  (await reply(mine, ...more)).said.refused ?? "done";

const typesOf = async ({ caseId }: FiledCase): Promise<readonly string[]> =>
  (await office.record.readStream(caseId)).map(({ type }) => type);

async function decide({ caseId }: FiledCase, sitting: number, said: Parameters<typeof say>[1]): Promise<void> {
  const gerda = await office.desk("gerda");
  const nothing = { findings: [], measures: [], outcome: "none", published: [] };
  await doActs(gerda, caseId, say("propose-decision", { sitting, ...nothing, ...said }, "Men sa nou pwopoze."));
  const decision = (await view(gerda, caseId)).sitting?.decision;
  assert.ok(decision);
  for (const name of ["gerda", "hugo", "ines"])
    await doActs(await office.desk(name), caseId, voting(sitting, decision));
  await doActs(gerda, caseId, closing(sitting));
}

const mine = await caseBeforePanel(office);
const treatment = join(folder.path, "kijan");
const told = "heard: yes\nrespected: partly\ntold: no\nsafe: unsaid\nYo pa t rele m ankò.\n";

test("a consent that the office wrote down is listed, taken back once, and what is not there is refused", async () => {
  const heard = { purpose: "referral", recipient: "hti-parquet", given: "yes", including: ["identity"] };
  const says = { ...heard, language: "ht", explainer: "officer", until: [] };
  await doActs(mine.desk, mine.caseId, say("record-consent", says, "Li di wi."));
  assert.deepEqual((await reply(mine)).said.consents, [heard]);
  assert.equal(await codeOf(mine, "--take-back", "transfer:hti-parquet"), "no-such-consent");
  const { code, said } = await reply(mine, "--take-back", "referral:hti-parquet");
  assert.deepEqual([code, said.consents[0].given], [0, "withdrawn"]);
  assert.equal(await codeOf(mine, "--take-back", "referral:hti-parquet"), "no-such-consent");
  assert.equal(await codeOf(mine, "--take-back", "referral hti-parquet"), "wrong-words");
});

test("a summary is answered once it was shown, the answer may be changed, and the same twice is refused", async () => {
  assert.equal(await codeOf(mine, "--summary", "objects"), "no-such-summary");
  await decide(mine, 1, { decides: "findings", findings });
  await doActs(await office.desk("gerda"), mine.caseId, say("show-summary", { number: 1 }, summary));
  const before = (await reply(mine)).said.summary;
  assert.deepEqual([before.number, before.asPromised, before.text, before.answer], [1, true, summary, undefined]);
  assert.equal((await reply(mine, "--summary", "objects")).said.summary.answer, "objects");
  assert.equal(await codeOf(mine, "--summary", "objects"), "answer-unchanged");
  assert.equal((await reply(mine, "--summary", "agrees")).said.summary.answer, "agrees");
  assert.equal(await codeOf(mine, "--summary", "maybe"), "wrong-words");
});

test("how they were treated a person tells at the end, once, by a file that is whole, and no screen shows it again", async () => {
  await writeFile(treatment, told);
  assert.equal(await codeOf(mine, "--treatment", treatment), "wrong-stage");
  await decide(mine, 2, { decides: "closure", outcome: "nothing-more-possible" });
  for (const wrong of ["heard: yes\n", told.replace("no", "never"), told.replace("safe", "sure"), ""]) {
    await writeFile(treatment, wrong);
    assert.equal(await codeOf(mine, "--treatment", treatment), "wrong-words");
  }
  assert.ok(!(await typesOf(mine)).includes("case.treatment-told/1"), "nothing was sent");
  await writeFile(treatment, told);
  const { code, all } = await reply(mine, "--treatment", treatment);
  assert.equal(code, 0, all);
  assert.doesNotMatch(all, /rele m|partly|respected/);
  assert.equal((await typesOf(mine)).at(-1), "case.treatment-told/1");
  assert.equal(await codeOf(mine, "--treatment", treatment), "treatment-already-told");
});
