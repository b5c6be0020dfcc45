import { randomPart, spellRandom } from "./ids.ts";
import { granted, type Result, refused } from "./result.ts";

declare const matterKind: unique symbol;

/** Append only, as the list in `ids.ts`, and apart from it: the complaint page knows no matter and does not carry them. */
const prefixes = { recommendation: "rec_", visit: "vis_", paternity: "pat_" } as const;

/** What an office follows beside its cases, each in a stream of its own (docs/specs/streams.md). */
export type MatterKind = keyof typeof prefixes;
export const matterKinds = Object.keys(prefixes) as readonly MatterKind[];
export type MatterId = string & { readonly [matterKind]: MatterKind };

/** Reads the id of a matter of any kind. */
export function parseMatterId(text: unknown): Result<MatterId, "malformed-id"> {
  if (typeof text !== "string" || !randomPart.test(text.slice(4))) return refused("malformed-id");
  return matterKinds.some((kind) => text.startsWith(prefixes[kind]))
    ? granted(text as MatterId)
    : refused("malformed-id");
}

/** Which kind of matter an id names. */
export function kindOfMatter(id: MatterId): MatterKind {
  const kind = matterKinds.find((one) => id.startsWith(prefixes[one]));
  if (kind === undefined) throw new Error("an id of a matter has a kind");
  return kind;
}

/** The streams of a kind, in the order of text, are those from this one on that begin with it. */
export const prefixOfMatters = (kind: MatterKind): string => prefixes[kind];

/** Makes an id from 16 bytes that the caller drew; throws on any other length. */
export function createMatterId(kind: MatterKind, random: Uint8Array): MatterId {
  if (random.length !== 16) throw new Error("an id is made from 16 bytes");
  return (prefixes[kind] + spellRandom(random)) as MatterId;
}
