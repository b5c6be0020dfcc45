// How people say they were treated is told in totals only, by those whose keys open it, and never of fewer than five.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { TreatmentAnswer } from "@temwen/vocabulary";
import { writeTreatment } from "../apps/complain/src/owed/own-acts.ts";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, proposal } from "./support/casework.ts";
import { runCommand } from "./support/office.ts";
import { writeOfficeFolder } from "./support/office-folder.ts";
import { believedOf, startSmallOffice } from "./support/small-office.ts";

const office = await startSmallOffice();
const folder = await writeOfficeFolder(office, ["asha", "benoit", "carla", "gerda"]);
after(async () => {
  await folder[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

const secret = "Yo te pran tan pou koute m.";

/** A case that ended, and its person's word on how the office treated them. */
async function endedAndTold(heard: TreatmentAnswer): Promise<FiledCase> {
  const mine = await fileCase(office, { consent: "investigate-with-me", force: "jam" });
  await doActs(mine.desk, mine.caseId, acknowledgement, { ...assessment, forces: ["jam"] }, proposal);
  await doActs(await office.desk("gerda"), mine.caseId, { act: "confirm", text: "Nou pa ka egzamine sa." });
  const courier = office.courier();
  const answers = { heard, respected: "yes", told: "partly", safe: "unsaid" } as const;
  const act = await writeTreatment({ courier, office: believedOf(office), keys: mine.keys }, { answers, text: secret });
  assert.ok(act.ok && (await courier.sendAct(act.value)).ok);
  return mine;
}

type Figures = {
  readonly kind: string;
  readonly cases: number | null;
  readonly suppressed: boolean;
  readonly tables: readonly {
    readonly by: readonly string[];
    readonly cells: readonly { readonly at: readonly string[]; readonly count: number | null }[];
  }[];
};

async function totals(...more: readonly string[]): Promise<{ readonly figures: Figures; readonly stderr: string }> {
  const keyOf = (name: string): readonly string[] => folder.as(name).slice(folder.as(name).indexOf("--key"));
  const said = await runCommand([
    "office",
    "treatment",
    ...folder.as("asha"),
    ...keyOf("benoit"),
    ...keyOf("carla"),
    ...more,
  ]);
  assert.equal(said.code, 0, said.stderr);
  assert.ok(!`${said.stdout}${said.stderr}`.includes(secret));
  return { figures: JSON.parse(said.stdout) as Figures, stderr: said.stderr };
}
const countOf = ({ tables }: Figures, question: string, answer: string) =>
  tables.find(({ by }) => by.join() === question)?.cells.find(({ at }) => at[0] === answer)?.count;

test("of four people who told nothing is told, of six each question in total, and the one who stands apart is hidden", async () => {
  for (let n = 0; n < 4; n += 1) await endedAndTold("yes");
  const few = await totals();
  assert.deepEqual([few.figures.kind, few.figures.cases, few.figures.suppressed], ["treatment", null, true]);
  assert.ok(!countOf(few.figures, "heard", "yes"));
  assert.ok(!JSON.stringify(few.figures).includes('"count":4'));
  for (const heard of ["yes", "yes", "no"] as const) await endedAndTold(heard);
  const { figures, stderr } = await totals();
  assert.equal(figures.cases, 7);
  assert.equal(countOf(figures, "respected", "yes"), 7);
  // That one person was not heard could be had from six who were.
  assert.deepEqual([countOf(figures, "heard", "yes"), countOf(figures, "heard", "no")], [null, null]);
  // Four of six officers read each case: three of them together open every one.
  assert.ok(!stderr.includes("do not open"));
});

test("nobody who holds the keys gets it unsuppressed, or by what people wrote", async () => {
  const said = await runCommand(["office", "treatment", ...folder.as("gerda")]);
  assert.equal(said.code, 0, said.stderr);
  const figures = JSON.parse(said.stdout) as Figures;
  // The panel member was let in to each of these by name, with the story.
  assert.equal(figures.cases, 7);
  const wrong = await runCommand(["office", "treatment", ...folder.as("gerda"), "--no-suppression"]);
  assert.equal(wrong.code, 2);
  assert.equal((await runCommand(["office", "treatment", ...folder.as("gerda"), "--by", "text"])).code, 2);
});
