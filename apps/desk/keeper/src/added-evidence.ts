import type { CallRefusal, DeskCourier } from "@temwen/courier/desk";
import { type AddedNote, digestOf, openAdded } from "@temwen/sealing/open";
import { type Digest, granted, type Instant, type Result } from "@temwen/vocabulary";
import { type CaseRoom, namedDigests } from "./case-room.ts";
import type { Alarm } from "./views.ts";
import { wordsKeysOf } from "./words-keys.ts";

/** Evidence that the person added after filing: what the note says of it, and what the signed event says. */
export type AddedPiece = { readonly note: AddedNote; readonly digest: Digest; readonly at: Instant };

/** What was added, as far as this person's keys open the notes, and notes that do not fit their event. */
export type AddedEvidence = { readonly pieces: readonly AddedPiece[]; readonly alarms: readonly Alarm[] };

/** As many notes as are asked for at once. */
const atOnce = 50;

/** Opens the notes of evidence that came later. Who lacks a words key may lack the right one, and that is ordinary. */
export async function openAddedNotes(
  { caseId, stream, keys }: CaseRoom,
  courier: Pick<DeskCourier, "readParts">,
): Promise<Result<AddedEvidence, CallRefusal>> {
  const sealedTo = wordsKeysOf(stream, /^added-in-/);
  const held = (part: string): readonly string[] => (sealedTo.get(part) ?? []).flatMap((name) => keys[name] ?? []);
  const additions = stream.happened.flatMap(({ fact, at }) =>
    fact.type === "case.evidence-added/1" && held(fact.note.part).length > 0 ? [{ fact, at }] : [],
  );
  const pieces: AddedPiece[] = [];
  const alarms: Alarm[] = [];
  for (let i = 0; i < additions.length; i += atOnce) {
    const some = additions.slice(i, i + atOnce);
    const parts = some.map(({ fact }) => fact.note.part);
    const fetched = await courier.readParts(caseId, parts);
    if (!fetched.ok) return fetched;
    for (const { fact, at } of some) {
      const { part, digest } = fact.note;
      const sealed = fetched.value[part];
      const isNamed = sealed !== undefined && digestOf(sealed) === digest;
      const notes = isNamed ? await openNote(held(part), sealed, caseId, fact.sequence) : undefined;
      const digests = new Map(fact.evidence.map((piece) => [piece.part, piece.digest]));
      const isWhole = notes?.length === digests.size && notes.every((note) => digests.has(note.part));
      const holdsAll = held(part).length === sealedTo.get(part)?.length;
      if (notes && isWhole) {
        for (const note of notes) pieces.push({ note, digest: digests.get(note.part) as Digest, at });
      } else if (notes || !isNamed || holdsAll) alarms.push({ code: "part-differs", part });
    }
  }
  return granted({ pieces, alarms });
}

async function openNote(
  keys: readonly string[],
  sealed: Uint8Array,
  caseId: CaseRoom["caseId"],
  sequence: number,
): Promise<readonly AddedNote[] | undefined> {
  for (const key of keys) {
    const opened = await openAdded(key, sealed, caseId);
    if (opened.ok && opened.value.sequence === sequence) return opened.value.evidence;
  }
  return undefined;
}

/** The digest of every sealed part and piece, whether it came with the complaint or later; no key is needed for it. */
export function announcedDigests({ stream }: Pick<CaseRoom, "stream">): ReadonlyMap<string, Digest> {
  const digests = new Map(namedDigests(stream));
  for (const { fact } of stream.happened) {
    if (fact.type !== "case.evidence-added/1") continue;
    for (const { part, digest } of fact.evidence) digests.set(part, digest);
  }
  return digests;
}
