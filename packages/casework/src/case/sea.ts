import type { Track } from "../words/inquiry-words.ts";
import type { MissionClass } from "../words/vocabulary.ts";
import type { KnownCase } from "./case.ts";

const sea = "sexual-exploitation-and-abuse";

/** What a case is said to be of, and whether a child may be harmed. */
type SaidOf = { readonly class?: string | undefined; readonly child?: string | undefined };

/**
 * Whether a case may go a way: sexual exploitation and abuse goes its own, or, where a child may be harmed, a child's. Doubt about
 * age counts as child. Whoever is unsure may send any case down that way.
 */
export const mayGo = (said: SaidOf, track: Track): boolean =>
  said.class !== sea || track === "sea" || (track === "child" && (said.child === "yes" || said.child === "doubt"));

/** The class that a case is followed by: as soon as one allegation is of sexual exploitation or abuse, that. */
export function classOf(theCase: KnownCase): MissionClass | undefined {
  if ("inquiry" in theCase && theCase.inquiry.allegations.some((one) => one.class === sea)) return sea;
  return "class" in theCase ? theCase.class : undefined;
}

/** The way a case goes: as it was admitted, unless it came out since that it is of sexual exploitation or abuse. */
export function trackOf(theCase: KnownCase): Track | undefined {
  if (!("track" in theCase)) return undefined;
  return mayGo({ ...theCase, class: classOf(theCase) }, theCase.track) ? theCase.track : "sea";
}
