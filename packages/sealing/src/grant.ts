import { bytesToBase64, type CaseId, type Digest, parseBase64, parseDigest, parseId } from "@temwen/vocabulary";
import { isKeyLine, linesBehind, padLines, sizeForKeys } from "./identity-file.ts";
import { shareSize } from "./sizes.ts";

/**
 * What a grant holds: an age identity file. `age -d -i GRANT` opens with it whatever it has keys for.
 * All that is not a key stands in comments. Source: docs/specs/parcel.md.
 */
export type Grant = {
  readonly case: CaseId;
  readonly keys: { readonly [part: string]: string };
  /** One of the two halves of the identity part's key. */
  readonly identityHalf?: Uint8Array;
};

/** A share of a story key, with the salt that its public commitment hides behind. */
export type Share = {
  readonly case: CaseId;
  readonly share: Uint8Array;
  readonly salt: Uint8Array;
  /** On a share that was handed over: the terms of the opening that it was given for, and no other. */
  readonly opening?: Digest;
};

const sameCase = /^# case (cas_[0-9a-z]{26})$/;

/** Writes a grant as an identity file of fixed size. Throws when the keys do not fit: a bug of the caller. */
export function grantToBytes(grant: Grant): Uint8Array {
  const lines = ["# temwen grant/1", `# case ${grant.case}`];
  for (const [part, key] of Object.entries(grant.keys)) lines.push(`# key ${part}`, key);
  if (grant.identityHalf) lines.push(`# identity half ${bytesToBase64(grant.identityHalf)}`);
  return padLines(lines, sizeForKeys(Object.keys(grant.keys).length));
}

/** Reads a grant; undefined for anything else, throw-away slots included. */
export function parseGrant(bytes: Uint8Array): Grant | undefined {
  const lines = linesBehind(bytes, "# temwen grant/1");
  const caseId = lines && caseOf(lines);
  if (!lines || !caseId) return undefined;
  const keys: { [part: string]: string } = {};
  let half: Uint8Array | undefined;
  for (const [at, line] of lines.entries()) {
    const part = /^# key ([a-z0-9-]{1,32})$/.exec(line)?.[1];
    const key = lines[at + 1];
    if (part && isKeyLine(key)) keys[part] = key;
    const spelled = /^# identity half (\S+)$/.exec(line)?.[1];
    if (spelled) {
      const read = parseBase64(spelled);
      if (read.ok) half = read.value;
    }
  }
  return { case: caseId, keys, ...(half && { identityHalf: half }) };
}

const openingLine = "# opening ";

/** Writes a share of fixed size. */
export function shareToBytes(share: Share): Uint8Array {
  return padLines(
    [
      "# temwen share/1",
      `# case ${share.case}`,
      `# share ${bytesToBase64(share.share)}`,
      `# salt ${bytesToBase64(share.salt)}`,
      ...(share.opening === undefined ? [] : [`# opening ${share.opening}`]),
    ],
    shareSize,
  );
}

/** Reads a share; undefined for anything else. */
export function parseShare(bytes: Uint8Array): Share | undefined {
  const lines = linesBehind(bytes, "# temwen share/1");
  const caseId = lines && caseOf(lines);
  const share = lines && base64Line(lines, "# share ");
  const salt = lines && base64Line(lines, "# salt ");
  const opening = parseDigest(lines?.find((line) => line.startsWith(openingLine))?.slice(openingLine.length));
  return caseId && share && salt
    ? { case: caseId, share, salt, ...(opening.ok && { opening: opening.value }) }
    : undefined;
}

function caseOf(lines: readonly string[]): CaseId | undefined {
  const id = parseId("case", sameCase.exec(lines[1] ?? "")?.[1]);
  return id.ok ? id.value : undefined;
}

function base64Line(lines: readonly string[], start: string): Uint8Array | undefined {
  const read = parseBase64(lines.find((line) => line.startsWith(start))?.slice(start.length));
  return read.ok ? read.value : undefined;
}
