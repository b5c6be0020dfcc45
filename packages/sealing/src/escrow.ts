import { escrowShares, escrowThreshold } from "@temwen/office";
import { type CaseId, type Digest, joinBytes } from "@temwen/vocabulary";
import { combine, split } from "shamir-secret-sharing";
import { digestOf, openWith, sealTo } from "./age-file.ts";
import { parseShare, type Share, shareToBytes } from "./grant.ts";
import { bytesToIdentity, identityToBytes } from "./receipt.ts";

export type { Share } from "./grant.ts";

/** A dealt share: sealed to its holder, with the commitment that a signed event publishes. */
export type DealtShare = { readonly sealed: Uint8Array; readonly digest: Digest; readonly commitment: Digest };

/**
 * Deals a story key to five holders, any three of whom can open it (Shamir over GF(2^8)).
 * The commitment is SHA-256(salt ‖ share): it names the share without helping anyone guess it.
 * `onDealt` is told after each share; the page may draw in between.
 */
export async function dealEscrow(
  caseId: CaseId,
  storyIdentity: string,
  holders: readonly string[],
  onDealt: () => void | Promise<void> = () => undefined,
): Promise<readonly DealtShare[]> {
  if (holders.length !== escrowShares) throw new Error("an escrow has five holders");
  const shares = await split(identityToBytes(storyIdentity), escrowShares, escrowThreshold);
  const dealt: DealtShare[] = [];
  for (const [i, share] of shares.entries()) {
    const salt = crypto.getRandomValues(new Uint8Array(32));
    const sealed = await sealTo(holders[i] ?? "", shareToBytes({ case: caseId, share, salt }));
    dealt.push({ sealed, digest: digestOf(sealed), commitment: commitmentOf({ case: caseId, share, salt }) });
    await onDealt();
  }
  return dealt;
}

/** Opens one's own share; undefined when it is not one's own, or not of this case. */
export async function openShare(identity: string, sealed: Uint8Array, caseId: CaseId): Promise<Share | undefined> {
  const plain = await openWith(identity, sealed);
  const share = plain && parseShare(plain);
  return share?.case === caseId ? share : undefined;
}

/** Seals one's own share to somebody who is to join it with others, for the opening of these terms. */
export const resealShare = (share: Share, opening: Digest, recipient: string): Promise<Uint8Array> =>
  sealTo(recipient, shareToBytes({ ...share, opening }));

/** SHA-256(salt ‖ share). */
export const commitmentOf = (share: Share): Digest => digestOf(joinBytes(share.salt, share.share));

/** Puts a story key together again from three shares or more. Wrong shares give a key that opens nothing. */
export async function joinShares(shares: readonly Share[]): Promise<string> {
  return bytesToIdentity(await combine(shares.map(({ share }) => share)));
}
