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
  wholeUpTo,
} from "@temwen/vocabulary";
import { type Basis, bases } from "./basis.ts";
import {
  type ForumBasis,
  type ForumKind,
  type ForumObstacle,
  forumBases,
  forumKinds,
  forumLanguages,
  forumObstacles,
} from "./forum-words.ts";
import { noSource } from "./services.ts";

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
/** How many days a forum has to answer where a referral says nothing else. */
export type AnswerTime = { readonly days: number; readonly source: string; readonly basis: Basis };

const answerShape: Shape<AnswerTime> = fieldsOf({
  days: wholeUpTo(3650),
  source: textUpTo(300),
  basis: oneOf(...bases),
});
const tableShape = fieldsOf({ forums: listOf(forumShape, 200) }, { answer: answerShape });

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
export function parseForums(value: unknown, { forces }: KnownForces): Result<readonly Forum[], ForumsRefusal> {
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

/** Reads how long a forum has to answer; undefined where the table does not say. */
export const parseAnswerTime = (value: unknown): AnswerTime | undefined => tableShape(value)?.answer;

type KnownForces = { readonly forces: readonly { readonly id: string }[] };

function refuseForum(
  { basis, confidence, source, reach, force }: Forum,
  forces: KnownForces["forces"],
): Exclude<ForumsRefusal["code"], "malformed-forums" | "id-twice"> | undefined {
  if (basis.length === 0) return "no-basis";
  if (confidence === "found" && source === noSource) return "found-nowhere";
  if (reach === "established" && confidence !== "found") return "reach-not-found";
  return force === undefined || forces.some(({ id: known }) => known === force) ? undefined : "unknown-force";
}
