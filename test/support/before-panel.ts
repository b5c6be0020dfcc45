// A case that whoever examined it has brought before the panel, at a real office, by the desks' own library.
import assert from "node:assert/strict";
import type { Keeper } from "@temwen/desk";
import { type CaseId, type Json, parseId } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs } from "./casework.ts";
import { runCommand, type TestOffice } from "./office.ts";
import { openDesks, peopleOf, readAmong } from "./staff.ts";

export type BroughtCase = {
  readonly caseId: CaseId;
  readonly receipt: string;
  /** The desk of the intake officer who reads it. */
  readonly intake: Keeper;
};

/** An act from admission on, as a desk asks for it. */
type LaterAct = Extract<Parameters<Keeper["act"]>[1], { readonly says: object }>;
export const say = (act: LaterAct["act"], says: { readonly [name: string]: Json } = {}, text = ""): LaterAct => ({
  act,
  says,
  text,
});

/** What is recommended: one thing happened and nobody could be identified, and another did not. */
const recommended = [
  {
    ...{ allegation: 1, happened: "established", answers: "not-determined", why: "nobody-identified" },
    standard: "balance-of-probabilities",
  },
  {
    ...{ allegation: 2, happened: "not-established", answers: "not-established", why: "none" },
    standard: "balance-of-probabilities",
  },
];

/** Complains, admits, assigns, takes, states two allegations, offers a hearing and recommends. */
export async function bringBeforePanel(office: TestOffice): Promise<BroughtCase> {
  const filing = ["complain", "--server", office.url, "--text", "-", "--force", "ken", "--lang", "ht", "--json"];
  const filed = await runCommand([...filing, "--consent", "investigate-with-me"], "Yo te bat mwen nan mache a.");
  assert.equal(filed.code, 0, filed.stderr);
  const said = JSON.parse(filed.stdout) as { readonly case: string; readonly receipt: string };
  const id = parseId("case", said.case);
  assert.ok(id.ok);
  const caseId = id.value;
  const { desk: intake } = await readAmong(await openDesks(office, peopleOf(office, "intake")), caseId);
  const [investigator] = peopleOf(office, "investigator");
  assert.ok(investigator);
  await doActs(
    intake,
    caseId,
    acknowledgement,
    assessment,
    say("admit-case", { track: "ordinary" }, "Nou pral egzamine sa."),
    say("assign-case", { to: investigator.id, replaces: [] }),
  );
  const [examiner] = await openDesks(office, [investigator]);
  assert.ok(examiner);
  const respondent = { respondent: 1, kind: "described", forces: ["ken"] };
  await doActs(
    examiner,
    caseId,
    say("take-case", { declares: "no-tie" }),
    say(
      "state-allegation",
      { number: 1, right: "integrity", class: "serious-misconduct", ...respondent },
      "Yo te bat li.",
    ),
    say(
      "state-allegation",
      { number: 2, right: "liberty", class: "serious-misconduct", ...respondent },
      "Yo te kenbe l yon nwit.",
    ),
    say(
      "record-interview",
      { subject: 1, of: "witness", language: "ht", interpreter: "none", repeats: "first" },
      "Temwen an wè de moun ap bat li.",
    ),
    say("offer-hearing", {}, "Eske ou vle pale ak nou?"),
    say("recommend-findings", { findings: recommended }, "Nou kwè temwen an."),
  );
  examiner.close();
  return { caseId, receipt: said.receipt, intake };
}
