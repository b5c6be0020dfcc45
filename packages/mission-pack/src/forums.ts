import {
  fieldsOf,
  granted,
  listOf,
  oneOf,
  type Result,
  refused,
  type Shape,
  textLike,
  textUpTo,
} from "@temwen/vocabulary";
import type { Pack } from "./pack.ts";
import { noSource } from "./services.ts";

/** What a forum is. Military justice is one only with a recorded reason: the law asks for civilian courts. */
export const forumKinds = [
  "haitian-civilian-court",
  "haitian-prosecution",
  "national-institution",
  "sending-state-civilian-prosecutor",
  "police-oversight",
  "military-justice",
] as const;
export type ForumKind = (typeof forumKinds)[number];

/** On what a referral to a forum can rest. The words for each stand in the catalogues. */
export const forumBases = [
  "takes-criminal-complaints",
  "investigates-with-civil-party",
  "makes-first-findings",
  "decree-16-april-2025",
  "police-law-29-november-1994",
  "human-rights-institution",
  "oversees-police",
  "military-discipline",
  "agreement-gives-sending-state",
  "prosecutes-for-its-state",
  "decides-charges",
] as const;
export type ForumBasis = (typeof forumBases)[number];

/** What may stand in the way of a referral to a forum. */
export const forumObstacles = [
  "status-agreement-immunity",
  "exclusive-jurisdiction",
  "territorial-reach",
  "reach-unknown",
  "host-police-only",
  "independence-contested",
  "military-not-civilian",
] as const;
export type ForumObstacle = (typeof forumObstacles)[number];

/** The languages in which a forum may be written to. */
export const forumLanguages = ["ht", "fr", "en", "es", "sw"] as const;

/** A body outside the office to which a case may be referred. Never an address, never a number to call. */
export type Forum = {
  readonly id: string;
  /** Its proper name, in no language but its own. */
  readonly name: string;
  readonly kind: ForumKind;
  /** ISO 3166-1, three small letters. */
  readonly state: string;
  /** The force of the pack whose members it is there for; absent where the pack has none, or for everybody. */
  readonly force?: string;
  readonly basis: readonly ForumBasis[];
  readonly obstacle: readonly ForumObstacle[];
  /** Whether a source says that it may deal with what happens in Haiti. Not established is not the same as no. */
  readonly reach: "established" | "not-established";
  readonly source: string;
  readonly confidence: "found" | "memory";
  readonly language: (typeof forumLanguages)[number];
};

const id = textLike(/^[a-z][a-z0-9-]{1,31}$/);

const forumShape: Shape<Forum> = fieldsOf(
  {
    id,
    name: textUpTo(120),
    kind: oneOf(...forumKinds),
    state: textLike(/^[a-z]{3}$/),
    basis: listOf(oneOf(...forumBases), 4),
    obstacle: listOf(oneOf(...forumObstacles), 4),
    reach: oneOf("established", "not-established"),
    source: textUpTo(300),
    confidence: oneOf("found", "memory"),
    language: oneOf(...forumLanguages),
  },
  { force: id },
);
const tableShape = fieldsOf({ forums: listOf(forumShape, 200) });

export type ForumsRefusal =
  | { readonly code: "malformed-forums" }
  | {
      readonly code: "id-twice" | "unknown-force" | "found-nowhere" | "no-basis" | "reach-not-found";
      readonly id: string;
    };

/**
 * Reads the forums of a pack. A reach that is only remembered would send somebody's words to where nobody may open a file,
 * and is refused with the whole table.
 */
export function parseForums(value: unknown, { forces }: Pack): Result<readonly Forum[], ForumsRefusal> {
  const table = tableShape(value);
  if (!table) return refused({ code: "malformed-forums" });
  const seen = new Set<string>();
  for (const forum of table.forums) {
    const code = seen.has(forum.id) ? "id-twice" : refuseForum(forum, forces);
    if (code) return refused({ code, id: forum.id });
    seen.add(forum.id);
  }
  return granted(table.forums);
}

function refuseForum(
  { basis, confidence, source, reach, force }: Forum,
  forces: Pack["forces"],
): Exclude<ForumsRefusal["code"], "malformed-forums" | "id-twice"> | undefined {
  if (basis.length === 0) return "no-basis";
  if (confidence === "found" && source === noSource) return "found-nowhere";
  if (reach === "established" && confidence !== "found") return "reach-not-found";
  return force === undefined || forces.some(({ id: known }) => known === force) ? undefined : "unknown-force";
}
