// A case that an investigator brought before the panel of a small office, by the desks' own library.
import assert from "node:assert/strict";
import type { Keeper } from "@temwen/desk";
import type { CaseId, Digest, Json } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, view } from "./casework.ts";
import { type SmallOffice, startSmallOffice } from "./small-office.ts";

type LaterAct = Extract<Parameters<Keeper["act"]>[1], { readonly says: object }>;
/** An act from admission on, as a desk asks for it. */
export const say = (
  act: LaterAct["act"],
  says: { readonly [name: string]: Json } = {},
  text = "",
): { readonly act: LaterAct["act"]; readonly says: { readonly [name: string]: Json }; readonly text: string } => ({
  act,
  says,
  text,
});

/** A small office in whose panel hugo is of civil society: the first release's directories had nobody. */
export async function startOfficeWithPanel(): Promise<SmallOffice> {
  const office = await startSmallOffice();
  await changeMember(office, "hugo", { civilSociety: true });
  return office;
}

/** Publishes a directory in which one member is another. */
export async function changeMember(
  office: SmallOffice,
  name: string,
  change: Partial<SmallOffice["directory"] extends () => { readonly staff: readonly (infer M)[] } ? M : never>,
): Promise<void> {
  const { id } = office.person(name);
  await office.publish({ staff: office.directory().staff.map((one) => (one.id === id ? { ...one, ...change } : one)) });
}

/** What is recommended and found: it happened, and nobody could be told who it was. */
export const findings = [
  {
    ...{ allegation: 1, happened: "established", answers: "not-determined", why: "nobody-identified" },
    standard: "balance-of-probabilities",
  },
];

/** A case about jam, to which nobody of the panel is tied, or together with others; with karim's recommendation before it. */
export async function caseBeforePanel(
  office: SmallOffice,
  forces: readonly string[] = ["jam"],
): Promise<FiledCase & { readonly karim: Keeper }> {
  const mine = await fileCase(office, { consent: "investigate-with-me", force: "jam" });
  await doActs(
    mine.desk,
    mine.caseId,
    acknowledgement,
    { ...assessment, forces },
    say("admit-case", { track: "ordinary" }, "Nou pral egzamine sa."),
    say("assign-case", { to: office.person("karim").id, replaces: [] }),
  );
  const karim = await office.desk("karim");
  const allegation = { number: 1, right: "integrity", class: "serious-misconduct", respondent: 1, kind: "described" };
  await doActs(
    karim,
    mine.caseId,
    say("take-case", { declares: "no-tie" }),
    say("state-allegation", { ...allegation, forces: ["jam"] }, "Yo te bat li."),
    say("offer-hearing", {}, "Eske ou vle pale?"),
    say("recommend-findings", { findings }, "Nou kwè li."),
  );
  return { ...mine, karim };
}

const nothing = { findings: [], measures: [], outcome: "none", published: [] };
export const proposing = (sitting: number) =>
  say("propose-decision", { sitting, ...nothing, decides: "findings", findings }, "Men sa nou pwopoze.");
export const voting = (sitting: number, decision: Digest, vote = "for") =>
  say("cast-vote", { sitting, decision, vote });
export const closing = (sitting: number) => say("close-sitting", { sitting }, "Men sa nou deside.");

/** Has somebody propose what was recommended; the decision that is voted on. */
export async function propose(office: SmallOffice, name: string, caseId: CaseId, sitting = 1): Promise<Digest> {
  const desk = await office.desk(name);
  await doActs(desk, caseId, proposing(sitting));
  const { sitting: open } = await view(desk, caseId);
  assert.ok(open);
  return open.decision;
}
