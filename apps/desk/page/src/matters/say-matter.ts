import type { MatterOrder, MatterRefusal } from "@temwen/casework/matters";
import type { MatterKind } from "@temwen/vocabulary";
import { type MattersWords, mattersWords } from "@temwen/words/matters";
import type { MatterRow, MatterStep } from "../../../keeper/src/matters/matter-views.ts";
import type { Refusal } from "../desk-line.ts";
import { language } from "../desk-state.ts";
import { dayName, departmentName, forceName, monthName, tellRefusal } from "../say.ts";

/** The words of recommendations and visits in the language chosen. */
export const matterWords = (): MattersWords => mattersWords[language.value];

/** The word for an id, `stage.visit.made` for instance; one that has none is shown as it stands. */
export function matterWord(kind: string, id: string): string {
  const found = (matterWords() as Readonly<Record<string, unknown>>)[`${kind}.${id}`];
  return typeof found === "string" ? found : id;
}

export const orderName = (order: MatterOrder["type"]): string => matterWord("order", order);
export const stageName = (kind: MatterKind, stage: string): string => matterWord("stage", `${kind}.${stage}`);

const state = "contributing-state:";

/** Whom something is asked of, in words. */
export const addresseeName = (to: string): string =>
  to.startsWith(state)
    ? matterWords().toState.replace("{force}", forceName(to.slice(state.length)))
    : matterWord("to", to);

/** Why not, in words: of these acts first, else as everywhere at this desk. */
export function whyNot(refusal: MatterRefusal | Refusal): string {
  const own = matterWord("why", refusal.code);
  return own === refusal.code ? tellRefusal(refusal) : own;
}

/** A clear fact of a step, or of a list, in words. */
export function factText(name: string, value: string): string {
  if (name === "to") return addresseeName(value);
  if (name === "department") return departmentName(value);
  if (name === "forces") return value.split(", ").map(forceName).join(", ");
  if (name === "majority" || name === "month") return monthName(value);
  if (name === "answerDue" || name === "day" || name === "due") return dayName(value.slice(0, 10));
  return matterWord(name, value);
}

/** What a matter is about, in one line. */
export function aboutOf({ kind, facts }: MatterRow): string {
  if (kind === "paternity") {
    const ofAge = matterWords().ofAgeIn.replace("{month}", monthName(facts.majority ?? ""));
    return `${factText("claimant", facts.claimant ?? "")} · ${ofAge}`;
  }
  return aboutNames[kind].map((name) => factText(name, facts[name] ?? "")).join(" · ");
}

const aboutNames = {
  recommendation: ["subject"],
  visit: ["site", "department", "day"],
} as const;

/** The facts of a step that are told beside its name; a declaration says nothing that the step does not. */
export const toldFacts = ({ facts }: MatterStep): readonly (readonly [name: string, value: string])[] =>
  Object.entries(facts).filter(([name]) => name !== "declares");
