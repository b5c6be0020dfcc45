import { neverHere } from "@temwen/vocabulary";
import type { Item } from "./collection.ts";
import type { EvidenceKey, Say } from "./say.ts";

/** Sorts of what a copy leaves out (docs/specs/working-copies.md), as people speak of them. */
const gone: Readonly<Record<string, EvidenceKey>> = {
  location: "gonePlace",
  exif: "goneDevice",
  time: "goneTime",
  thumbnail: "goneSmall",
};

/** What an item is called on screen. */
export function sayName(say: Say, { kind, name }: Pick<Item, "kind" | "name">): string {
  switch (kind) {
    case "file":
      return name;
    case "voice":
      return say("voiceNote");
    case "changed-voice":
      return say("voiceNoteChanged");
    default:
      return neverHere(kind);
  }
}

/** What becomes of an item: that the original stays as it is, and what its copy leaves out. */
export function sayCopy(say: Say, { kind, copy }: Item): string {
  if (kind !== "file") return "";
  const original = say("original");
  if (!copy) return `${original} ${say("copyNone")}`;
  const sorts = [...new Set(copy.removed.map((sort) => gone[sort] ?? "goneOther"))];
  if (sorts.length === 0) return `${original} ${say("copyClean")}`;
  return `${original} ${say("copyMade", { what: sorts.map((sort) => say(sort)).join(", ") })}`;
}
