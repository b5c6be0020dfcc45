// Strings that break programs, joined into as few complaints as hold every one of them in every field that takes text.
import type { ComplaintDraft } from "@temwen/sealing/seal";
import { listOutside, needsOutside, readOutsideText, spread } from "./outside-data.ts";

const naughty = "data/hostile_strings/blns.json";
const most = 600;

/** Options of tests that need these strings. */
export const outsideStrings = needsOutside([naughty]);

/** The list of naughty strings whole, and of the attack lists beside it (where they are) so many that it makes 600. */
export async function readHostileStrings(): Promise<readonly string[]> {
  const list = JSON.parse(await readOutsideText(naughty)) as readonly string[];
  const attacks: string[] = [];
  for (const file of await listOutside("data/hostile_strings/fuzzdb", ".txt")) {
    attacks.push(...(await readOutsideText(file)).split("\n").filter((line) => line.length <= 800));
  }
  const all = [...list, ...(attacks.length > 0 ? spread(attacks, most - list.length) : [])];
  return all.filter((text) => jsonSize(text) <= roomForIdentity);
}

/** Where a string may stand in a complaint. One letter more than fits is refused, so each field takes what fits into it. */
export type Fields = Pick<Draft, "text" | "place" | "name" | "contact" | "safeContact" | "words"> & {
  readonly files: readonly { readonly name: string; readonly mediaType: string }[];
};
type Draft = { text: string; place: string; name: string; contact: string; safeContact: string; words: string };

/** How many bytes of JSON each field may fill, so that no part grows larger than its fixed size. */
const room = { text: 2000, place: 2000, name: 850, contact: 850, safeContact: 850, words: 850 } as const;
const roomForIdentity = 850;

const jsonSize = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;
const separator = "\n";

/** Takes strings from the end of a list while they fit, and joins them; at both ends stands a bare one of them. */
export function takeJoined(list: string[], bytes: number): string {
  let joined = "";
  for (let next = list.at(-1); next !== undefined; next = list.at(-1)) {
    const longer = joined === "" ? next : `${joined}${separator}${next}`;
    if (joined !== "" && jsonSize(longer) > bytes) break;
    if (jsonSize(longer) > bytes) return "";
    joined = longer;
    list.pop();
  }
  return joined;
}

/** As few complaints as hold every string in every field. */
export function complaintsOf(all: readonly string[]): readonly Fields[] {
  const waiting = Object.fromEntries([...Object.keys(room), "files"].map((field) => [field, all.filter(Boolean)]));
  const take = (field: string, bytes: number): string => takeJoined(waiting[field] ?? [], bytes);
  const complaints: Fields[] = [];
  while (Object.values(waiting).some((list) => list.length > 0)) {
    let left = roomForIdentity;
    const identity = { name: "", contact: "", safeContact: "" };
    // Whoever comes first gets a third at least; a string too long for what is left waits for its turn to be first.
    const order = ["name", "contact", "safeContact"] as const;
    for (let turn = 0; turn < 3; turn++) {
      const field = order[(turn + complaints.length) % 3] as (typeof order)[number];
      const first = waiting[field]?.at(-1) ?? "";
      identity[field] = take(field, Math.min(left, turn === 0 ? Math.max(280, jsonSize(first)) : 280));
      left -= jsonSize(identity[field]);
    }
    const names = (waiting.files ?? []).splice(0, 8);
    complaints.push({
      text: take("text", room.text) || "Sa se yon egzanp.",
      place: take("place", room.place),
      ...identity,
      words: take("words", room.words),
      files: names.map((name, i) => ({ name, mediaType: names[(i + 1) % names.length] ?? "" })),
    });
  }
  return complaints;
}

/** A complaint of these fields, with one byte in each file. */
export function draftOf({ text, place, name, contact, safeContact, words, files }: Fields): ComplaintDraft {
  return {
    text,
    language: "ht",
    force: "unknown",
    consent: "keep-words",
    child: "unsaid",
    channel: "command",
    place,
    identity: { name, contact, safeContact },
    support: { needs: [], words },
    evidence: files.map((file) => ({ ...file, bytes: new Uint8Array(1) })),
  };
}

/** A complaint without a hostile string in it. */
export const plainFields: Fields = {
  text: "Bonjou.",
  place: "",
  name: "",
  contact: "",
  safeContact: "",
  words: "",
  files: [],
};

/** The same texts in the same order; compared so that no failure repeats one of them. */
export const areSame = (got: readonly (string | undefined)[], wanted: readonly string[]): boolean =>
  got.length === wanted.length && got.every((text, i) => text === wanted[i]);
