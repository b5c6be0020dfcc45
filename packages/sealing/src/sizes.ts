/** Sizes of what is sealed, before sealing, in bytes (docs/specs/parcel.md): everything of a kind looks alike. */
export const storyBuckets = [4, 8, 16, 32] as const; // KiB
export type StoryBucket = (typeof storyBuckets)[number];

export const identitySize = 1024;
export const supportSize = 1024;
export const grantSize = 384;
/** A grant that also carries evidence keys. */
export const longGrantSize = 1536;
/** A grant of a case that was given many new keys. */
export const longestGrantSize = 6144;
export const grantSizes = [grantSize, longGrantSize, longestGrantSize] as const;
export const shareSize = 256;
export const messageSize = 8192;
/** Evidence is padded to the next power-of-two count of these. */
export const evidenceChunk = 262_144;
/** Evidence of one complaint; more follows from the reply page. */
export const evidenceLimit = 8;
export const largestEvidence = evidenceChunk * 256; // 64 MiB

/** What age adds for one post-quantum hybrid recipient: header, nonce, and 16 bytes for each 64 KiB begun. */
export const headerSize = 1627;
export const sealedSize = (plain: number): number =>
  headerSize + 16 + plain + 16 * Math.max(1, Math.ceil(plain / 65_536));

/** The smallest bucket that holds this many bytes, or undefined when none does. */
export const findBucket = (size: number): StoryBucket | undefined => storyBuckets.find((kib) => size <= kib * 1024);

/** Whether a sealed piece has one of the few sizes of evidence: powers of two of a chunk. */
export function isEvidenceSize(sealed: number): boolean {
  for (let chunks = 1; chunks * evidenceChunk <= largestEvidence; chunks *= 2) {
    if (sealed === sealedSize(chunks * evidenceChunk)) return true;
  }
  return false;
}

/** Padded size of a piece of evidence. */
export function evidenceSize(size: number): number {
  let chunks = 1;
  while (chunks * evidenceChunk < size) chunks *= 2;
  return chunks * evidenceChunk;
}
