import type { KnownCase } from "@temwen/casework";
import type { Digest, Instant, StaffId } from "@temwen/vocabulary";

/** To whom somebody proposed to hand the case, or to whom it was handed. */
export type TransferView = {
  readonly recipient: string;
  /** Of the dossier that was handed over: SHA-256 of its `tagmanifest-sha256.txt`, in hex. */
  readonly dossier: Digest;
  readonly proposedBy: StaffId;
  readonly proposedAt: Instant;
  /** Why, for colleagues; absent where this person has no key to it. */
  readonly text?: string;
  /** The second person; absent as long as nobody confirmed it. */
  readonly confirmedBy?: StaffId;
};

/** The transfer that stands, proposed or done. */
export function describeTransfer(
  { theCase }: { readonly theCase: KnownCase },
  timeline: readonly { readonly type: string; readonly by: string; readonly text?: string }[],
): TransferView | undefined {
  const { transfer, stage } = theCase;
  if (!transfer) return undefined;
  const text = timeline.findLast(({ type }) => type.startsWith("case.transfer-proposed/"))?.text;
  const done = stage === "transferred" ? timeline.findLast(({ type }) => type === "case.transferred/1") : undefined;
  return {
    ...transfer,
    ...(text !== undefined && { text }),
    // Signed by somebody of the staff: the law knows no other.
    ...(done && { confirmedBy: done.by as StaffId }),
  };
}
