import { type Instant, instantToMillis, type StaffId } from "@temwen/vocabulary";
import {
  calendarDayText,
  daysBetween,
  dayText,
  hourText,
  type Language,
  languageFacts,
  languages,
  monthText,
} from "@temwen/words";
import { type DeskWords, deskWords } from "@temwen/words/desk";
import { type Names, nameIn } from "@temwen/words/names";
import { type PanelWords, panelWords } from "@temwen/words/panel";
import { isKnown, refusalText } from "@temwen/words/refusals";
import type { Refusal } from "./desk-line.ts";
import { knownPeople, language, mission, person } from "./desk-state.ts";

/** Everything that this page can say. */
export type Words = PanelWords & DeskWords;

const spoken = Object.fromEntries(
  languages.map((code) => [code, { ...panelWords[code], ...deskWords[code] }]),
) as unknown as Readonly<Record<Language, Words>>;

/** The desk's words in the language chosen. */
export const words = (): Words => spoken[language.value];

/** The word for an id, `stage.received` for instance; an id that has none is shown as it stands. */
export function wordFor(kind: string, id: string): string {
  const found = (words() as Readonly<Record<string, unknown>>)[`${kind}.${id}`];
  return typeof found === "string" ? found : id;
}

/** What a refusal means here and what to do now. */
export function tellRefusal({ code, staff }: Refusal): string {
  // Whom it is about, where the rules say it.
  const who =
    Array.isArray(staff) && staff.length > 0 ? ` (${(staff as readonly StaffId[]).map(staffName).join("; ")})` : "";
  return `${sentenceFor(code)}${who}`;
}

function sentenceFor(code: string): string {
  // What stands against an act is said in the same words before it is signed and behind it.
  for (const kind of ["refusal", "why"]) {
    const own = wordFor(kind, code);
    if (own !== code) return own;
  }
  return isKnown(code) ? refusalText(language.value, code) : `${refusalText(language.value, "server-fault")} (${code})`;
}

export const forceName = (id: string): string => nameAmong(mission.value?.forces ?? [], "force", id);
export const departmentName = (id: string): string => nameAmong(mission.value?.departments ?? [], "department", id);
/** A body outside the office by its own name; a word that is no forum of the pack, as it is. */
export const forumName = (id: string): string => mission.value?.forums.find((one) => one.id === id)?.name ?? id;

/** `0h3k 9v2m`: enough of a case's number to tell it from any other on the desk. */
export const caseName = (id: string): string => `${id.slice(4, 8)} ${id.slice(8, 12)}`;

/**
 * Whoever acted, so that it is clear on paper too: name and role, for oneself with "you" before it, and for somebody
 * whom the directory no longer lists as serving, that.
 */
export function staffName(id: StaffId): string {
  const signedIn = person.value;
  if (signedIn?.me.id === id) return `${words().you} (${nameWithRole(signedIn.me)})`;
  const colleague = signedIn?.choices.colleagues.find((one) => one.id === id);
  if (colleague) return nameWithRole(colleague);
  const known = knownPeople.value.find((one) => one.id === id);
  return words().staffGone({ who: known ? nameWithRole(known) : shortId(id) });
}

/** `Demo Intake 1, intake` where the desk knows names; else role and the start of the pseudonym, `intake 0h3k`. */
export function nameWithRole({ id, role }: { readonly id: StaffId; readonly role: string }): string {
  const label = knownPeople.value.find((one) => one.id === id)?.label ?? "";
  return label === "" ? `${wordFor("role", role)} ${shortId(id)}` : `${label}, ${wordFor("role", role)}`;
}

export const shortId = (id: string): string => id.slice(4, 8);

export const day = (at: Instant): string => dayText(languageFacts[language.value], at, zone());
export const hour = (at: Instant): string => hourText(languageFacts[language.value], at, zone());

/** A day of the calendar, `2026-11-21` for instance. */
export const dayName = (date: string): string => calendarDayText(languageFacts[language.value], date);

/** `2026-11` as `novanm 2026`. */
export function monthName(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return monthText(languageFacts[language.value], year, Number(number)) ?? wordFor("month", month);
}

export type TimeLeft = { readonly state: "left" | "soon" | "late"; readonly text: string };

const anHour = 3_600_000;
const aDay = 24 * anHour;

/**
 * How much of a deadline is left or lost at `now`, in words. Days are days of the calendar where the mission is: a week
 * that has just begun has seven, and what was due yesterday evening is one day late this morning.
 */
export function timeLeft(due: Instant, now: Instant): TimeLeft {
  const left = instantToMillis(due) - instantToMillis(now);
  if (left <= 0) return { state: "late", text: words().timeLateDays({ n: daysBetween(due, now, zone()) }) };
  if (left < 2 * aDay)
    return { state: "soon", text: words().timeLeftHours({ n: Math.max(1, Math.round(left / anHour)) }) };
  return { state: "left", text: words().timeLeftDays({ n: daysBetween(now, due, zone()) }) };
}

function nameAmong(
  list: readonly { readonly id: string; readonly names: Names }[],
  kind: "force" | "department",
  id: string,
): string {
  const names = list.find((entry) => entry.id === id)?.names;
  return names ? nameIn(names, language.value) : wordFor(kind, id);
}

/** Whose hours and days the desk shows: `Port-au-Prince`, as the zone is called. Nothing before the mission is known. */
export const zonePlace = (): string | undefined => mission.value?.zone.split("/").at(-1)?.replaceAll("_", " ");

/** The mission's zone, by its name in the tz database. */
export const zone = (): string => mission.value?.zone ?? "UTC";
