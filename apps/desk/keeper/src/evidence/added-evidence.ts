import type { PartRef } from "@temwen/casework";
import type { CallRefusal, DeskCourier } from "@temwen/courier/desk";
import { type AddedNote, digestOf, openAdded, openTaken } from "@temwen/sealing/open";
import { type Digest, granted, type Instant, type Result, type StaffId } from "@temwen/vocabulary";
import { type CaseRoom, namedDigests } from "../room/case-room.ts";
import { wordsKeysOf } from "../room/words-keys.ts";
import type { Alarm } from "../views.ts";

/** Evidence that came after filing, from the person or by the office's hands: what its note says, and what its signed event says. */
export type AddedPiece = {
  readonly note: AddedNote;
  readonly digest: Digest;
  readonly at: Instant;
  /** Where the office took it in: who did, and what they said of it in clear. */
  readonly taken?: TakenIn;
};

export type TakenIn = {
  readonly by: StaffId;
  readonly source: string;
  readonly request?: number;
  /** The part that says who handed it over. */
  readonly explanation: string;
};

/** What came later, as far as this person's keys open the notes, and notes that do not fit their event. */
export type AddedEvidence = { readonly pieces: readonly AddedPiece[]; readonly alarms: readonly Alarm[] };

/** As many notes as are asked for at once. */
const atOnce = 50;

/** Opens the notes of evidence that came later. Who lacks a words key may lack the right one, and that is ordinary. */
export async function openAddedNotes(
  { caseId, stream, keys }: CaseRoom,
  courier: Pick<DeskCourier, "readParts">,
): Promise<Result<AddedEvidence, CallRefusal>> {
  const sealedTo = wordsKeysOf(stream, /^(added|taken)-in-/);
  const held = (part: string): readonly string[] => (sealedTo.get(part) ?? []).flatMap((name) => keys[name] ?? []);
  const additions = stream.happened.flatMap((event) => {
    const addition = readAddition(event);
    return addition && held(addition.note.part).length > 0 ? [addition] : [];
  });
  const pieces: AddedPiece[] = [];
  const alarms: Alarm[] = [];
  for (let i = 0; i < additions.length; i += atOnce) {
    const some = additions.slice(i, i + atOnce);
    const parts = some.map(({ note }) => note.part);
    const fetched = await courier.readParts(caseId, parts);
    if (!fetched.ok) return fetched;
    for (const { note: named, evidence, turn, at, taken } of some) {
      const { part, digest } = named;
      const sealed = fetched.value[part];
      const isNamed = sealed !== undefined && digestOf(sealed) === digest;
      const notes = isNamed ? await openNote(held(part), sealed, caseId, turn) : undefined;
      const digests = new Map(evidence.map((piece) => [piece.part, piece.digest]));
      const isWhole = notes?.length === digests.size && notes.every((note) => digests.has(note.part));
      const holdsAll = held(part).length === sealedTo.get(part)?.length;
      if (notes && isWhole) {
        for (const note of notes) {
          pieces.push({ note, digest: digests.get(note.part) as Digest, at, ...(taken && { taken }) });
        }
      } else if (notes || !isNamed || holdsAll) alarms.push({ code: "part-differs", part });
    }
  }
  return granted({ pieces, alarms });
}

type Happened = CaseRoom["stream"]["happened"][number];
/** Whose turn it is, and which: a note says the same of itself. */
type Turn = { readonly of: "person" | "office"; readonly number: number };
type Addition = {
  readonly note: PartRef;
  readonly evidence: readonly PartRef[];
  readonly turn: Turn;
  readonly at: Instant;
  readonly taken?: TakenIn;
};

function readAddition({ fact, at, whose }: Happened): Addition | undefined {
  if (fact.type === "case.evidence-added/1") {
    return { note: fact.note, evidence: fact.evidence, turn: { of: "person", number: fact.sequence }, at };
  }
  if (fact.type !== "case.evidence-taken/1") return undefined;
  const { note, evidence, number, source, explanation } = fact;
  const [request] = fact.request;
  const taken = { by: whose as StaffId, source, explanation: explanation.part, ...(request && { request }) };
  return { note, evidence, turn: { of: "office", number }, at, taken };
}

async function openNote(
  keys: readonly string[],
  sealed: Uint8Array,
  caseId: CaseRoom["caseId"],
  { of, number }: Turn,
): Promise<readonly AddedNote[] | undefined> {
  for (const key of keys) {
    if (of === "person") {
      const opened = await openAdded(key, sealed, caseId);
      if (opened.ok && opened.value.sequence === number) return opened.value.evidence;
    } else {
      const opened = await openTaken(key, sealed, caseId);
      if (opened.ok && opened.value.number === number) return opened.value.evidence;
    }
  }
  return undefined;
}

/** The digest of every sealed part and piece, whether it came with the complaint or later; no key is needed for it. */
export function announcedDigests({ stream }: Pick<CaseRoom, "stream">): ReadonlyMap<string, Digest> {
  const digests = new Map(namedDigests(stream));
  for (const event of stream.happened) {
    for (const { part, digest } of readAddition(event)?.evidence ?? []) digests.set(part, digest);
  }
  return digests;
}
