import { languageFacts, numberText } from "@temwen/words";
import type { DossierFacts, LeftOut } from "../facts.ts";
import { dayOf, fill, labelFor, whoFor, wordFor, wordsOf } from "../say.ts";
import { writeFound } from "./found.ts";
import { openSheet, type Sheet } from "./sheet.ts";

/** How many files stand in each folder of the payload, by its name; `letter` and `left-out` are files of their own. */
export type Inside = ReadonlyMap<string, number>;

/** The readable dossier, as a PDF. */
export async function drawSummary(facts: DossierFacts, inside: Inside): Promise<Uint8Array> {
  const { language, at } = facts;
  const w = wordsOf(language);
  const sheet = await openSheet({ title: w.summaryTitle, language, at, foot: `${facts.case}   ${w.notConviction}` });
  sheet.title(w.summaryTitle);
  sheet.paragraph(w.notConviction);
  writeGlance(sheet, facts);
  writeInside(sheet, facts, inside);
  writeLeftOut(sheet, facts);
  writeWords(sheet, facts);
  writeFound(sheet, facts);
  sheet.heading(w.stepsHead);
  for (const { index, at: day, type, by } of facts.steps) {
    const what = wordFor(language, "event", type);
    sheet.paragraph(fill(w.step, { n: index, day: dayOf(facts, day), what, who: whoFor(language, by) }));
  }
  writeEvidence(sheet, facts);
  sheet.heading(w.proofsHead);
  sheet.paragraph(fill(w.proofsSay, { n: facts.provedSteps, total: facts.steps.length }));
  if (sheet.hasNamedSigns()) sheet.paragraph(w.undrawable);
  if (!languageFacts[language].reviewed) sheet.paragraph(w.unreviewed);
  return sheet.finish();
}

function writeGlance(sheet: Sheet, facts: DossierFacts): void {
  const { language, assessment, receivedAt, stage, consent, openedByOffice, byName } = facts;
  const w = wordsOf(language);
  sheet.heading(w.glanceHead);
  sheet.pair(w.case, facts.case);
  if (openedByOffice) sheet.paragraph(w.openedByOffice);
  sheet.pair(wordFor(language, "stage", "received"), dayOf(facts, receivedAt));
  sheet.pair(labelFor(language, "stage"), wordFor(language, "stage", stage));
  if (assessment) {
    const { rights, class: missionClass, forces, department, month, child } = assessment;
    sheet.pair(labelFor(language, "right"), rights.map((right) => wordFor(language, "right", right)).join(", "));
    sheet.pair(labelFor(language, "classLabel"), wordFor(language, "class", missionClass));
    sheet.pair(labelFor(language, "force"), forces.map((force) => wordFor(language, "force", force)).join(", "));
    sheet.pair(labelFor(language, "department"), wordFor(language, "department", department));
    sheet.pair(labelFor(language, "month"), wordFor(language, "month", month));
    sheet.pair(labelFor(language, "child"), wordFor(language, "child", child));
  }
  sheet.pair(w.consentHead, openedByOffice ? w.openedNobodyAsked : wordFor(language, "consent", consent));
  if (byName) sheet.paragraph(w.consentByName);
}

function writeInside(sheet: Sheet, { language }: DossierFacts, inside: Inside): void {
  const w = wordsOf(language);
  sheet.heading(w.insideHead);
  for (const [name, count] of inside) {
    const files = fill(w.filesIn, { n: numberText(language, count) });
    sheet.paragraph(`data/${name}: ${wordFor(language, "inside", name)} (${files})`);
  }
}

function writeLeftOut(sheet: Sheet, { language, leftOut }: DossierFacts): void {
  const w = wordsOf(language);
  sheet.heading(w.leftOutHead);
  for (const one of leftOut)
    sheet.paragraph(fill(w.leftLine, { what: nameLeft(language, one), why: w[`why.${one.why}`] }));
}

const nameLeft = (language: DossierFacts["language"], { what, steps = [] }: LeftOut): string => {
  const known = wordFor(language, "left", what);
  return fill(known, { n: steps.length, steps: steps.join(", ") });
};

function writeWords(sheet: Sheet, facts: DossierFacts): void {
  const { language, story, messages } = facts;
  const w = wordsOf(language);
  if (story) {
    sheet.heading(w.storyHead);
    sheet.paragraph(fill(w.writtenIn, { language: wordFor(language, "language", story.language) }));
    sheet.quote(story.text);
  }
  if (messages.length === 0) return;
  sheet.heading(w.messagesHead);
  for (const { direction, at, text } of messages) {
    sheet.paragraph(
      `${dayOf(facts, at)}: ${labelFor(language, direction === "from-person" ? "fromPerson" : "fromOffice")}`,
    );
    sheet.quote(text ?? w.sealedToOthers);
  }
}

function writeEvidence(sheet: Sheet, facts: DossierFacts): void {
  const { language, pieces } = facts;
  const w = wordsOf(language);
  sheet.heading(w.evidenceHead);
  if (pieces.length === 0) sheet.paragraph(w.evidenceNone);
  for (const { part, name, mediaType, size, sha256, copyOf, custody, taken } of pieces) {
    const says = { name, type: mediaType, size: numberText(language, size) };
    sheet.pair(part, fill(w.pieceSays, says));
    if (copyOf !== undefined) sheet.paragraph(fill(w.pieceCopy, { part: copyOf }));
    sheet.code(sha256);
    if (taken) {
      const source = wordFor(language, "source", taken.source);
      const said = { day: dayOf(facts, taken.at), who: whoFor(language, taken.role), source };
      sheet.paragraph(fill(w.custodyTaken, said));
    }
    for (const { at, role, exportedFor } of custody) {
      const who = whoFor(language, role);
      const day = dayOf(facts, at);
      const reason = exportedFor === undefined ? "" : wordFor(language, "export", exportedFor);
      sheet.paragraph(fill(exportedFor === undefined ? w.custodyOpened : w.custodyExported, { day, who, reason }));
    }
  }
}
