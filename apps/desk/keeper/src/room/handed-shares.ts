import type { Escrow } from "@temwen/casework";
import { commitmentOf, joinShares, openShare, type Share } from "@temwen/sealing/escrow";
import { recipientOf } from "@temwen/sealing/open";

import type { CaseId, StaffId } from "@temwen/vocabulary";
import type { VerifiedStream } from "./verify-stream.ts";

/** The story's key, joined from shares that holders handed over; and the parts that are not what they should be. */
export type Joined = { readonly key?: string; readonly differing: readonly string[] };

/**
 * Joins the shares of an opening that this person has made: the record has it before any share is touched here. Each is held
 * against the terms it was given for and against the commitment that the dealt escrow signed, and the key against the manifest.
 */
export async function joinHandedShares(
  caseId: CaseId,
  { happened, received }: VerifiedStream,
  part: (name: string) => Uint8Array | undefined,
  { identity, me }: { readonly identity: string; readonly me: StaffId },
): Promise<Joined> {
  const opened = happened.findLast(({ fact, whose }) => fact.type === "case.escrow-opened/1" && whose === me);
  if (opened?.fact.type !== "case.escrow-opened/1") return { differing: [] };
  const { terms } = opened.fact;
  const before = happened.filter(({ index }) => index < opened.index);
  const escrow = before.reduce<Escrow | undefined>(
    (last, { fact }) => ("escrow" in fact ? fact.escrow : last),
    undefined,
  );
  const shares: Share[] = [];
  const differing: string[] = [];
  for (const { fact, whose } of before) {
    if (fact.type !== "case.opening-agreed/1" || fact.terms !== terms) continue;
    const name = fact.shares.find(({ to }) => to === me)?.part;
    const sealed = name === undefined ? undefined : part(name);
    if (name === undefined || !sealed) continue;
    const share = await openShare(identity, sealed, caseId);
    const dealt = escrow?.shares.find(({ holder }) => holder === whose)?.commitment;
    if (share && share.opening === terms && commitmentOf(share) === dealt) shares.push(share);
    else differing.push(name);
  }
  const key = shares.length < 3 ? undefined : await joinShares(shares);
  const isRight = key !== undefined && (await recipientOf(key)) === received.storyRecipient;
  return { ...(isRight && { key }), differing };
}
