// The long way of one case at the desk's own page, stage by stage, by the ids that every language has in common.
import assert from "node:assert/strict";
import type { CaseId } from "@temwen/vocabulary";
import type { Locator, Page } from "playwright-core";
import { choose, openByNumber, openSheet, sign, write } from "./desk-inquiry.ts";

/** Who is given the case signs that no tie stands against it. */
export async function take(page: Page, caseId: CaseId): Promise<void> {
  await openByNumber(page, caseId);
  await openSheet(page, "take-case", "en");
  await choose(page, "declares", "no-tie");
  await sign(page);
}

/** Steps back from a case that one was given, as a citizen of the State that it is about. */
export async function stepBack(page: Page, caseId: CaseId, words: string): Promise<void> {
  await openByNumber(page, caseId);
  await openSheet(page, "recuse", "en");
  await choose(page, "reason", "nationality");
  await write(page, words);
  await sign(page);
}

/** Gives the case to somebody; whoever had it is named by the sheet itself. */
export async function assign(page: Page, to: string): Promise<void> {
  await openSheet(page, "assign-case", "en");
  await choose(page, "to", to);
  await sign(page);
}

/** That somebody is listed in the open sheet and cannot be chosen; what the sheet says of them. */
export async function readClosed(page: Page, id: string): Promise<string> {
  const line = page.locator(".act-sheet label", { has: page.locator(`input[value="${id}"]`) });
  assert.ok(await line.locator("input").isDisabled(), "whoever may not have the case cannot be chosen");
  return line.innerText();
}

/** Looks at a piece in its locked frame, from the button to the picture. */
export async function lookAtPiece(piece: Locator): Promise<void> {
  await piece.getByRole("button", { name: "Open and show" }).click();
  await piece.getByRole("button", { name: "Show it clearly" }).click();
  await piece.frameLocator(".viewer iframe").locator("img").waitFor();
}

export async function admit(page: Page): Promise<void> {
  await openSheet(page, "admit-case", "en");
  await choose(page, "track", "ordinary");
  await write(page, "Nou pral egzamine sa ou di nou an.");
  await sign(page);
}

/** States that a unit of this force did it, and asks the mission for its papers, which it does not give. */
export async function lookInto(page: Page, force: string): Promise<void> {
  await openSheet(page, "state-allegation", "en");
  await choose(page, "right", "home-and-property");
  await choose(page, "class", "serious-misconduct");
  await choose(page, "respondent", "1");
  await choose(page, "kind", "unit");
  await choose(page, "forces", force);
  await write(page, "Yo te kraze pòt kay la.");
  await sign(page);
  await openSheet(page, "request-evidence", "en");
  await choose(page, "holder", "mission");
  await write(page, "Kaye patwouy la pou jou sa a.");
  await sign(page);
  await openSheet(page, "record-answer", "en");
  await choose(page, "request", "1");
  await choose(page, "answer", "refused");
  await write(page, "Yo di se sekrè.");
  await sign(page);
}

/** Notice and reply of the respondent, and the person is offered to be heard. */
export async function hearBothSides(page: Page): Promise<void> {
  await openSheet(page, "notify-respondent", "en");
  await choose(page, "respondent", "1");
  await choose(page, "how", "by-mission");
  await write(page, "Yo di inite a te kraze yon pòt.");
  await sign(page);
  await openSheet(page, "record-reply", "en");
  await choose(page, "respondent", "1");
  await choose(page, "represented", "own");
  await choose(page, "interpreter", "office");
  await write(page, "Inite a di pòt la te louvri.");
  await sign(page);
  await openSheet(page, "offer-hearing", "en");
  await write(page, "Èske ou vle pale ak nou anvan komisyon an deside?");
  await sign(page);
}

/** Recommends that it happened and who answers, and lets in all of the panel who have a seat. */
export async function recommend(page: Page): Promise<void> {
  await openSheet(page, "recommend-findings", "en");
  await page.selectOption("#ask-findings-1-happened", "established");
  await page.selectOption("#ask-findings-1-answers", "established");
  await write(page, "De temwen ak foto a di menm bagay la.");
  await sign(page);
}
