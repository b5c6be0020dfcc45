import { type CaseId, type Digest, granted, type Json, type Result, refused, type Shape } from "@temwen/vocabulary";
import { combine } from "shamir-secret-sharing";
import { digestOf, openWith } from "./age-file.ts";
import {
  type Added,
  addedShape,
  type Explanation,
  explanationShape,
  type Identity,
  identityShape,
  messageContentShape,
  type OpeningStory,
  openingStoryShape,
  type PersonMessage,
  type PressureTold,
  type Story,
  type Support,
  storyShape,
  supportShape,
  type Taken,
  type TreatmentTold,
  takenShape,
  treatmentToldShape,
} from "./contents.ts";
import { type Grant, parseGrant } from "./grant.ts";
import { unpadJson } from "./padding.ts";
import { bytesToIdentity } from "./receipt.ts";
import { type Reply, replyShape } from "./reply-content.ts";

export { digestOf, openWith, recipientOf } from "./age-file.ts";
export type {
  Added,
  AddedNote,
  EvidenceNote,
  Explanation,
  Identity,
  OpeningStory,
  PersonMessage,
  PressureTold,
  Story,
  Support,
  Taken,
  TreatmentTold,
} from "./contents.ts";
export type { Grant } from "./grant.ts";
export type { Reply } from "./reply-content.ts";

/** One answer for every way of not opening: a wrong key, a changed byte and another case's part look alike. */
export type OpenRefusal = { readonly code: "cannot-open" };

const cannotOpen = refused({ code: "cannot-open" } as const);

/** Opens a grant, or says undefined: not being among the readers is ordinary. */
export async function openGrant(identity: string, sealed: Uint8Array, caseId: CaseId): Promise<Grant | undefined> {
  const plain = await openWith(identity, sealed);
  const grant = plain && parseGrant(plain);
  return grant?.case === caseId ? grant : undefined;
}

/** Opens the story with its key. */
export const openStory = (key: string, sealed: Uint8Array, caseId: CaseId): Promise<Result<Story, OpenRefusal>> =>
  openContent(storyShape, key, sealed, caseId);

/** Opens the words of a case that the office opened itself. */
export const openOpeningStory = (
  key: string,
  sealed: Uint8Array,
  caseId: CaseId,
): Promise<Result<OpeningStory, OpenRefusal>> => openContent(openingStoryShape, key, sealed, caseId);

/** Opens the support part with its key. */
export const openSupport = (key: string, sealed: Uint8Array, caseId: CaseId): Promise<Result<Support, OpenRefusal>> =>
  openContent(supportShape, key, sealed, caseId);

/** Opens the identity part with both halves of its key, in any order. */
export async function openIdentity(
  halves: readonly [Uint8Array, Uint8Array],
  sealed: Uint8Array,
  caseId: CaseId,
): Promise<Result<Identity, OpenRefusal>> {
  try {
    return await openContent(identityShape, bytesToIdentity(await combine([...halves])), sealed, caseId);
  } catch {
    // The library throws on a half given twice: the same answer as any other wrong key.
    return cannotOpen;
  }
}

/** Opens a later message of the person with the story's key; it may say whether somebody presses them. */
export const openMessage = (
  key: string,
  sealed: Uint8Array,
  caseId: CaseId,
): Promise<Result<PersonMessage | PressureTold, OpenRefusal>> => openContent(messageContentShape, key, sealed, caseId);

/** Opens the note of evidence that came later with the words' key: it holds the key of each piece. */
export const openAdded = (key: string, sealed: Uint8Array, caseId: CaseId): Promise<Result<Added, OpenRefusal>> =>
  openContent(addedShape, key, sealed, caseId);

/** Opens the note of evidence that the office took in. */
export const openTaken = (key: string, sealed: Uint8Array, caseId: CaseId): Promise<Result<Taken, OpenRefusal>> =>
  openContent(takenShape, key, sealed, caseId);
/** Opens what a person said of how they were treated, with the words' key. */
export const openTreatment = (
  key: string,
  sealed: Uint8Array,
  caseId: CaseId,
): Promise<Result<TreatmentTold, OpenRefusal>> => openContent(treatmentToldShape, key, sealed, caseId);

/** Opens the reasons of an act with the story's key. */
export const openExplanation = (
  key: string,
  sealed: Uint8Array,
  caseId: CaseId,
): Promise<Result<Explanation, OpenRefusal>> => openContent(explanationShape, key, sealed, caseId);

/** Opens the office's message with the receipt's reply identity. */
export const openReply = (
  replyIdentity: string,
  sealed: Uint8Array,
  caseId: CaseId,
): Promise<Result<Reply, OpenRefusal>> => openContent(replyShape, replyIdentity, sealed, caseId);

/** Opens evidence and takes the padding off; refused when it is not the original that the story describes. */
export async function openEvidence(
  key: string,
  sealed: Uint8Array,
  note: { readonly size: number; readonly sha256: Digest },
): Promise<Result<Uint8Array, OpenRefusal>> {
  const plain = await openWith(key, sealed);
  if (!plain || plain.length < note.size) return cannotOpen;
  const original = plain.subarray(0, note.size);
  return digestOf(original) === note.sha256 ? granted(original) : cannotOpen;
}

async function openContent<T extends { readonly case: CaseId }>(
  shape: Shape<T>,
  key: string,
  sealed: Uint8Array,
  caseId: CaseId,
): Promise<Result<T, OpenRefusal>> {
  const plain = await openWith(key, sealed);
  const json: Result<Json, unknown> | undefined = plain && unpadJson(plain);
  const content = json?.ok ? shape(json.value) : undefined;
  return content?.case === caseId ? granted(content) : cannotOpen;
}
