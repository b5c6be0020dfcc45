// A person is pressed to withdraw, and all they have is the command.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { acknowledgement, doActs, type FiledCase, fileCase, view } from "../support/casework.ts";
import { runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
const folder = await writeOfficeFolder(office, []);
after(async () => {
  await folder[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

const withdraw = ({ receipt }: FiledCase, ...more: readonly string[]) =>
  runCommand(
    ["reply", "--server", office.url, "--roots", folder.roots, "--receipt", "-", "--withdraw", "--json", ...more],
    receipt,
  );

/** A case that somebody has read, and a file in which the person answers. */
async function readCase(answer: string): Promise<{ readonly mine: FiledCase; readonly place: string }> {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const place = join(folder.path, `${mine.caseId}.answer`);
  await writeFile(place, answer);
  return { mine, place };
}

const typesOf = async ({ caseId }: FiledCase): Promise<readonly string[]> =>
  (await office.record.readStream(caseId)).slice(-2).map(({ type }) => type);

test("a withdrawal by the command brings the desk the person's answer first, and shows it to nobody who looks on", async () => {
  const { mine, place } = await readCase("yes\nYo kanpe dèyè m.\n");
  const { code, stdout, stderr } = await withdraw(mine, "--pressed", place);
  assert.equal(code, 0, stderr);
  // As words only: keys and digests stand in the facts, and three letters are among them by chance.
  assert.doesNotMatch(stdout + stderr, /"yes"|\byes\n|kanpe dèyè|"press/i);
  assert.deepEqual(await typesOf(mine), ["case.message-received/1", "case.withdrawal-asked/1"]);
  const seen = await view(mine.desk, mine.caseId);
  const told = seen.messages.at(-1);
  assert.deepEqual([seen.withdrawalAsked, told?.pressed, told?.text], [true, "yes", "Yo kanpe dèyè m."]);
  assert.deepEqual(seen.alarms, []);
});

test("without an answer, or with a word that is none, nothing is sent: not the withdrawal, and not a message beside it", async () => {
  const { mine, place } = await readCase("maybe\n");
  const message = join(folder.path, "message");
  await writeFile(message, "Yon mesaj.");
  for (const said of [[], ["--pressed", place], ["--pressed", "-"]]) {
    const { code, stdout, stderr } = await withdraw(mine, "--send", message, ...said);
    assert.deepEqual([code, JSON.parse(stdout)], [2, { refused: "wrong-words" }], stderr);
  }
  const seen = await view(mine.desk, mine.caseId);
  assert.deepEqual([seen.withdrawalAsked, seen.messages.length], [false, 1]);
});

test("who asked already is told so, and no second answer is sent", async () => {
  const { mine, place } = await readCase("no\n");
  assert.equal((await withdraw(mine, "--pressed", place)).code, 0);
  const again = await withdraw(mine, "--pressed", place);
  assert.deepEqual([again.code, JSON.parse(again.stdout).refused], [1, "already-withdrawn"]);
  assert.equal((await view(mine.desk, mine.caseId)).messages.length, 2);
});
