import {
  chooseHolders,
  type Directory,
  eligibleIntake,
  intakeRecipients,
  intakeSlots,
  isEligible,
} from "@temwen/office";
import {
  type CaseId,
  canonicalBytes,
  type Digest,
  granted,
  hasLoneSurrogate,
  type Language,
  type Result,
  refused,
  type StaffId,
} from "@temwen/vocabulary";
import { digestOf, sealTo } from "./age-file.ts";
import type { OpeningStory } from "./contents.ts";
import { dealEscrow } from "./escrow.ts";
import { grantToBytes } from "./grant.ts";
import { stopLabel } from "./leaf.ts";
import { padJson } from "./padding.ts";
import { drawKeyPair } from "./seal.ts";
import { shuffled } from "./shuffle.ts";
import { findBucket, type StoryBucket } from "./sizes.ts";

/** What whoever opens a case for the office writes, before it is sealed. */
export type OpeningDraft = {
  readonly case: CaseId;
  readonly text: string;
  readonly language: Language;
  readonly reference?: string;
  /** Whom it is about; nobody tied to one of them reads it or holds a share of it. */
  readonly forces: readonly string[];
};

export type OpeningSealRefusal =
  | { readonly code: "empty" }
  | { readonly code: "too-long"; readonly part: "story" }
  | { readonly code: "broken-text" }
  | { readonly code: "too-few-recipients" };

/** A case that the office opens, sealed: what its first event says of the parts, and the parts. */
export type SealedOpening = {
  readonly said: {
    readonly policy: Digest;
    readonly labelKey: Digest;
    readonly stops: { readonly [clock: string]: string };
    readonly bucket: StoryBucket;
    readonly storyRecipient: string;
    readonly parts: { readonly [name: string]: { readonly digest: Digest; readonly size: number } };
  };
  /** In the order of their names. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly labelKey: Uint8Array;
  readonly salt: Uint8Array;
};

/**
 * Seals what an officer writes as a person's words are sealed: a fresh key, four intake officers drawn by lot among eight slots,
 * never whoever opens it, and shares for five holders. Nobody gets a receipt. Source: docs/specs/opened-cases.md.
 */
export async function sealOpening(
  draft: OpeningDraft,
  opener: StaffId,
  directory: Directory,
): Promise<Result<SealedOpening, OpeningSealRefusal>> {
  const written = writeOpening(draft);
  if (!written.ok) return written;
  const { bucket, bytes } = written.value;
  const readers = chooseReaders(draft.forces, opener, directory);
  if (!readers) return refused({ code: "too-few-recipients" });
  const key = await drawKeyPair();
  const nobody = await drawKeyPair();
  const parts = new Map<string, Uint8Array>([["story", await sealTo(key.recipient, bytes)]]);
  const grant = grantToBytes({ case: draft.case, keys: { story: key.identity } });
  const slots = shuffled([...readers.intake, ...Array(intakeSlots - intakeRecipients).fill(nobody.recipient)]);
  for (const [i, recipient] of slots.entries()) parts.set(`grant-${i + 1}`, await sealTo(recipient, grant));
  const dealt = await dealEscrow(draft.case, key.identity, readers.holders);
  for (const [i, { sealed }] of dealt.entries()) parts.set(`share-${i + 1}`, sealed);
  const labelKey = crypto.getRandomValues(new Uint8Array(32));
  const { clocks, digest: policy } = directory.policy;
  return granted({
    said: {
      ...{ policy, labelKey: digestOf(labelKey), bucket, storyRecipient: key.recipient },
      stops: Object.fromEntries(clocks.map((clock) => [clock, stopLabel(labelKey, clock)])),
      parts: Object.fromEntries([...parts].map(([name, one]) => [name, { digest: digestOf(one), size: one.length }])),
    },
    ...{ parts, labelKey, salt: crypto.getRandomValues(new Uint8Array(32)) },
  });
}

function writeOpening({
  text,
  language,
  reference = "",
  case: caseId,
}: OpeningDraft): Result<{ readonly bucket: StoryBucket; readonly bytes: Uint8Array }, OpeningSealRefusal> {
  if (text.trim() === "") return refused({ code: "empty" });
  if (hasLoneSurrogate(text) || hasLoneSurrogate(reference)) return refused({ code: "broken-text" });
  const story: OpeningStory = {
    ...{ type: "temwen.opening/1", case: caseId, text, language },
    ...(reference !== "" && { reference }),
  };
  const bucket = findBucket(canonicalBytes(story).length);
  const bytes = bucket && padJson(story, bucket * 1024);
  return bucket && bytes ? granted({ bucket, bytes }) : refused({ code: "too-long", part: "story" });
}

/** Whoever may read a complaint about every one of these forces, but for whoever opens the case. */
function chooseReaders(
  forces: readonly string[],
  opener: StaffId,
  directory: Directory,
): { readonly intake: readonly string[]; readonly holders: readonly string[] } | undefined {
  const [first = "unknown"] = forces;
  const staff = directory.staff.filter((member) => forces.every((force) => isEligible(member, force)));
  const untied = { ...directory, staff };
  const others = eligibleIntake(untied, first).filter(({ id }) => id !== opener);
  const intake = shuffled(others).slice(0, intakeRecipients);
  const holders = chooseHolders(untied, first);
  if (intake.length < intakeRecipients || !holders) return undefined;
  return { intake: intake.map(({ recipient }) => recipient), holders: holders.map(({ recipient }) => recipient) };
}
