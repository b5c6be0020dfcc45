import type { CallRefusal, DeskCourier } from "@temwen/courier/desk";
import { type AddedNote, digestOf, openAdded } from "@temwen/sealing/open";
import { type Digest, granted, type Instant, type Result } from "@temwen/vocabulary";
import type { CaseRoom } from "./case-room.ts";
import type { Alarm } from "./views.ts";
import { wordsKeysOf } from "./words-keys.ts";

/** Evidence that the person added after filing: what the note says of it, and what the signed event says. */
export type AddedPiece = { readonly note: AddedNote; readonly digest: Digest; readonly at: Instant };

/** What was added, as far as this person's keys open the notes, and notes that do not fit their event. */
export type AddedEvidence = { readonly pieces: readonly AddedPiece[]; readonly alarms: readonly Alarm[] };

/** Opens the notes of evidence that came later. Who lacks a words key may lack the right one, and that is ordinary. */
export async function openAddedNotes(
  { caseId, stream, keys }: CaseRoom,
  courier: Pick<DeskCourier, "readParts">,
): Promise<Result<AddedEvidence, CallRefusal>> {
  const sealedTo = wordsKeysOf(stream, /^added-in-/);
  const pieces: AddedPiece[] = [];
  const alarms: Alarm[] = [];
  for (const { fact, at } of stream.happened) {
    if (fact.type !== "case.evidence-added/1") continue;
    const { part, digest } = fact.note;
    const names = sealedTo.get(part) ?? [];
    const held = names.flatMap((name) => keys[name] ?? []);
    if (held.length === 0) continue;
    const fetched = await courier.readParts(caseId, [part]);
    if (!fetched.ok) return fetched;
    const sealed = fetched.value[part];
    const isNamed = sealed !== undefined && digestOf(sealed) === digest;
    const notes = isNamed ? await openNote(held, sealed, caseId, fact.sequence) : undefined;
    const digests = new Map(fact.evidence.map((piece) => [piece.part, piece.digest]));
    const isWhole = notes?.length === digests.size && notes.every((note) => digests.has(note.part));
    if (notes && isWhole) {
      for (const note of notes) pieces.push({ note, digest: digests.get(note.part) as Digest, at });
    } else if (notes || !isNamed || held.length === names.length) alarms.push({ code: "part-differs", part });
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

/** What the signed events say of every piece that was announced later; no key is needed for it. */
export const addedDigests = ({ stream }: Pick<CaseRoom, "stream">): ReadonlyMap<string, Digest> =>
  new Map(
    stream.happened.flatMap(({ fact }) =>
      fact.type === "case.evidence-added/1" ? fact.evidence.map(({ part, digest }) => [part, digest] as const) : [],
    ),
  );
