import { findLanguage } from "@temwen/words";
import type { CaseView } from "../../../keeper/src/views.ts";
import { language, person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import type { Written } from "./asked.ts";
import { patternOf } from "./patterns.ts";
import type { AnySheet } from "./sheet.ts";
import { type LaterAct, sheetOf } from "./sheets.ts";

/** Whom an order lets in is asked as one more question, under a name that no order uses. */
export const lets = "lets";
/** And so are the words that are made of several pieces. */
export const madeWords = "words";

/** And what is sealed beside the words. */
export const besideWords = "beside";

/** Everything that a sheet asks for, by name. */
export const asksOf = ({ asks, text, lets: letIn }: AnySheet) =>
  Object.entries({
    ...asks,
    ...(text && "made" in text && { [madeWords]: text.made }),
    ...(text && "label" in text && text.beside && { [besideWords]: text.beside.ask }),
    ...(letIn && { [lets]: letIn }),
  });

/** What is written in a sheet at first. */
export const startOf = (sheet: AnySheet, view: CaseView): Written =>
  Object.assign(
    { text: begunWith(sheet, view) },
    ...asksOf(sheet).map(([name, ask]) => ask.starts({ view, name })),
  ) as Written;

/** What a message begins with, in the person's own language; nothing where it has no pattern there. */
function begunWith({ pattern, fills }: AnySheet, view: CaseView): string {
  const name = typeof pattern === "function" ? pattern(view) : pattern;
  return name === undefined ? "" : patternOf(name, findLanguage(view.story?.language), language.value, fills?.(view));
}

/** Writes into the sheet of an act what another part of the screen knows already. */
export function prefill(act: LaterAct, view: CaseView, part: Written): void {
  const sheet = sheetOf(act);
  if (sheet) draftOf(draftName(person.value?.me.id ?? "", view.caseId, act), startOf(sheet, view)).change(part);
}
