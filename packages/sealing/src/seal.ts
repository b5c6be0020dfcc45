import {
  chooseHolders,
  type Directory,
  eligibleIntake,
  intakeRecipients,
  intakeSlots,
  type NamedForce,
} from "@temwen/office";
import {
  type Channel,
  type ChildAnswer,
  type ConsentChoice,
  canonicalBytes,
  type Digest,
  granted,
  hasLoneSurrogate,
  type Language,
  type Result,
  refused,
  type SupportNeed,
} from "@temwen/vocabulary";
import { generateHybridIdentity, identityToRecipient } from "age-encryption";
import { split } from "shamir-secret-sharing";
import { digestAside, sealInSteps, sealTo } from "./age-file.ts";
import type { EvidenceNote, Identity, Story, Support } from "./contents.ts";
import { dealEscrow } from "./escrow.ts";
import { type Grant, grantToBytes } from "./grant.ts";
import { createManifest } from "./manifest.ts";
import { padBytes, padJson } from "./padding.ts";
import type { Parcel } from "./parcel.ts";
import { identityToBytes, type ReceiptKeys } from "./receipt.ts";
import { shuffled } from "./shuffle.ts";
import {
  evidenceLimit,
  evidenceSize,
  findBucket,
  identitySize,
  largestEvidence,
  type StoryBucket,
  supportSize,
} from "./sizes.ts";

export { sealTo } from "./age-file.ts";
export { grantToBytes, shareToBytes } from "./grant.ts";
export { type Parcel, parcelToForm } from "./parcel.ts";
export {
  type SealedText,
  sealExplanation,
  sealMessage,
  sealPressure,
  sealReply,
  sealTreatment,
  type TextRefusal,
} from "./seal-text.ts";

/** What a person says, before it is sealed. */
export type ComplaintDraft = {
  readonly text: string;
  readonly language: Language;
  readonly force: NamedForce;
  readonly consent: ConsentChoice;
  readonly child: ChildAnswer;
  readonly channel: Channel;
  readonly place?: string;
  readonly identity?: { readonly name?: string; readonly contact?: string; readonly safeContact?: string };
  readonly support?: { readonly needs: readonly SupportNeed[]; readonly words?: string };
  readonly evidence?: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
};

export type SealRefusal =
  | { readonly code: "empty" }
  | { readonly code: "too-long"; readonly part: "story" | "identity" | "support" | "evidence" }
  | { readonly code: "unknown-force" }
  | { readonly code: "too-few-recipients" }
  | { readonly code: "broken-text" };

export type SealOptions = {
  /**
   * Told how many of 20 or so seals are done, after each and between the pieces of what comes before the first. The
   * page may draw in between, and has to: all of it in one go would hold a slow phone's screen for a second.
   */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
};

/** A fresh age key: what opens, and what others seal to. */
export type KeyPair = { readonly identity: string; readonly recipient: string };

/**
 * Seals a whole complaint: fresh keys for story, identity, support and each piece of evidence; grants for four
 * intake officers drawn from those eligible, hidden among eight slots; escrow for five holders; the manifest signed
 * by the receipt's key. Source: docs/specs/parcel.md.
 */
export async function sealComplaint(
  draft: ComplaintDraft,
  receipt: ReceiptKeys,
  directory: Directory,
  options: SealOptions = {},
): Promise<Result<Parcel, SealRefusal>> {
  const { caseId } = receipt;
  const readers = chooseReaders(draft.force, directory);
  if (!readers.ok) return readers;
  const written = await writeContents(draft, receipt);
  if (!written.ok) return written;

  const evidence = draft.evidence ?? [];
  const total = 3 + intakeSlots + 5 + evidence.length;
  let done = 0;
  const tell = async (): Promise<void> => options.onProgress?.(done, total);
  const step = (): Promise<void> => {
    done++;
    return tell();
  };
  const drawKey = async (): Promise<KeyPair> => {
    const pair = await drawKeyPair();
    await tell();
    return pair;
  };

  const keys = { story: await drawKey(), identity: await drawKey(), support: await drawKey() };
  const parts = new Map<string, Uint8Array>();
  for (const name of ["story", "identity", "support"] as const) {
    parts.set(name, await sealTo(keys[name].recipient, written.value[name]));
    await step();
  }
  const blobs = new Map<string, Uint8Array>();
  const digests = new Map<string, Digest>();
  const grantKeys: { [part: string]: string } = { story: keys.story.identity, support: keys.support.identity };
  for (const [i, item] of evidence.entries()) {
    const pair = await drawKey();
    grantKeys[`evidence-${i + 1}`] = pair.identity;
    const padded = padBytes(item.bytes, evidenceSize(item.bytes.length), 0) ?? item.bytes;
    const sealed = await sealInSteps(pair.recipient, padded, tell);
    blobs.set(`evidence-${i + 1}`, sealed);
    digests.set(`evidence-${i + 1}`, await digestAside(sealed));
    await step();
  }

  // Two officers get one half of the identity key and two the other: no single reader can open a name.
  const halves = await split(identityToBytes(keys.identity.identity), 2, 2);
  const nobody = await drawKey();
  const slots = shuffled(Array.from({ length: intakeSlots }, (_, i) => i));
  const grants = new Map<string, Uint8Array>();
  for (let i = 0; i < intakeSlots; i++) {
    const half = halves[i % 2];
    const grant: Grant = { case: caseId, keys: grantKeys, ...(half && { identityHalf: half }) };
    // The other slots are sealed the same way to a key that nobody holds.
    const recipient = readers.value.intake[i] ?? nobody.recipient;
    grants.set(`grant-${(slots[i] ?? 0) + 1}`, await sealTo(recipient, grantToBytes(grant)));
    await step();
  }
  // Parts travel in the order of their names: the order in which they were sealed would tell which slots are real.
  for (const [name, grant] of [...grants].sort(([a], [b]) => (a < b ? -1 : 1))) parts.set(name, grant);
  const dealt = await dealEscrow(caseId, keys.story.identity, readers.value.holders, step);
  for (const [i, share] of dealt.entries()) parts.set(`share-${i + 1}`, share.sealed);

  const { bucket } = written.value;
  const sealed = [...parts, ...blobs];
  const storyRecipient = keys.story.recipient;
  const manifest = createManifest({ receipt, directory, storyRecipient, bucket, parts: sealed, digests });
  return granted({ manifest, parts, evidence: blobs });
}

function chooseReaders(
  force: NamedForce,
  directory: Directory,
): Result<{ readonly intake: readonly string[]; readonly holders: readonly string[] }, SealRefusal> {
  if (force !== "unknown" && !directory.forces.some(({ id }) => id === force))
    return refused({ code: "unknown-force" });
  const intake = shuffled(eligibleIntake(directory, force)).slice(0, intakeRecipients);
  const holders = chooseHolders(directory, force);
  if (intake.length < intakeRecipients || !holders) return refused({ code: "too-few-recipients" });
  return granted({
    intake: intake.map(({ recipient }) => recipient),
    holders: holders.map(({ recipient }) => recipient),
  });
}

type Written = {
  readonly bucket: StoryBucket;
  readonly story: Uint8Array;
  readonly identity: Uint8Array;
  readonly support: Uint8Array;
};

/** Writes the three texts in their padded form, or says which one is too long. */
async function writeContents(draft: ComplaintDraft, receipt: ReceiptKeys): Promise<Result<Written, SealRefusal>> {
  const notes = await describeEvidence(draft);
  if (!notes.ok) return notes;
  const story: Story = {
    type: "temwen.story/1",
    case: receipt.caseId,
    text: draft.text,
    language: draft.language,
    force: draft.force,
    consent: draft.consent,
    child: draft.child,
    channel: draft.channel,
    receiptKey: receipt.signer.key,
    replyRecipient: receipt.replyRecipient,
    ...(draft.place && { place: draft.place }),
    ...(notes.value.length > 0 && { evidence: notes.value }),
  };
  const identity: Identity = { type: "temwen.identity/1", case: receipt.caseId, ...draft.identity };
  const support: Support = { type: "temwen.support/1", case: receipt.caseId, needs: [], ...draft.support };
  if (draft.text.trim() === "" && notes.value.length === 0) return refused({ code: "empty" });
  if (textsOf(draft).some(hasLoneSurrogate)) return refused({ code: "broken-text" });
  const bucket = findBucket(canonicalBytes(story).length);
  const padded = {
    story: bucket && padJson(story, bucket * 1024),
    identity: padJson(identity, identitySize),
    support: padJson(support, supportSize),
  };
  if (!bucket || !padded.story) return refused({ code: "too-long", part: "story" });
  if (!padded.identity) return refused({ code: "too-long", part: "identity" });
  if (!padded.support) return refused({ code: "too-long", part: "support" });
  return granted({ bucket, story: padded.story, identity: padded.identity, support: padded.support });
}

/** Every text a person can type: half a surrogate pair in one of them could not be written down faithfully. */
function textsOf(draft: ComplaintDraft): readonly string[] {
  const { text, place = "", identity = {}, support, evidence = [] } = draft;
  return [
    text,
    place,
    ...Object.values(identity),
    support?.words ?? "",
    ...evidence.flatMap(({ name, mediaType }) => [name, mediaType]),
  ];
}

async function describeEvidence(draft: ComplaintDraft): Promise<Result<readonly EvidenceNote[], SealRefusal>> {
  const evidence = draft.evidence ?? [];
  if (evidence.length > evidenceLimit || evidence.some(({ bytes }) => bytes.length > largestEvidence)) {
    return refused({ code: "too-long", part: "evidence" });
  }
  const notes: EvidenceNote[] = [];
  for (const [i, { name, mediaType, bytes }] of evidence.entries()) {
    const sha256 = await digestAside(bytes);
    notes.push({ part: `evidence-${i + 1}`, name, mediaType, size: bytes.length, sha256 });
  }
  return granted(notes);
}

/** Draws a fresh key for a part, or for the words that come next. */
export async function drawKeyPair(): Promise<KeyPair> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}
