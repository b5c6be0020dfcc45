import type { MailboxCourier, ServedEvent } from "@temwen/courier";
import { isVouchedFor } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { type ComplaintReceived, complaintReceivedShape } from "@temwen/sealing/parcel";
import type { ReceiptKeys } from "@temwen/sealing/receipt";
import { granted, parseCanonical, type Result, refused } from "@temwen/vocabulary";

/** An event that is shown to the person, and where it is said to stand; without a place it waits for the next batch. */
export type ShownStep = {
  readonly event: ServedEvent;
  readonly salt: Uint8Array | undefined;
  readonly index: bigint | undefined;
};

/** A person's own case: what they filed, and every event that they may see, with each of its leaves. */
export type OwnCase = { readonly filed: ComplaintReceived; readonly steps: readonly ShownStep[] };

/** What the mailbox shows, and the filing itself, which a mailbox shows only beside an answer. */
export async function readOwnCase(
  courier: MailboxCourier,
  keys: ReceiptKeys,
): Promise<Result<OwnCase, { readonly code: string }>> {
  const address = await courier.findAddress(keys.mailbox);
  if (!address.ok) return address;
  const mailbox = await courier.readMailbox(keys.mailbox);
  if (!mailbox.ok) return mailbox;
  const { received, leaf } = address.value;
  const filed = readFiled(received, keys);
  if (!filed) return refused({ code: "not-what-was-filed" });
  const kept = mailbox.value.cases.find((one) => one.case === keys.caseId);
  const later = (kept?.events ?? []).filter(({ index }) => index > 0);
  const rest = later.flatMap((event): readonly ShownStep[] => {
    const leaves = (kept?.leaves ?? []).filter((one) => one.event === event.index);
    const nowhere = { event, salt: undefined, index: undefined };
    return leaves.length === 0 ? [nowhere] : leaves.map(({ salt, index }) => ({ event, salt, index }));
  });
  return granted({ filed, steps: [{ event: received, salt: leaf?.salt, index: leaf?.index }, ...rest] });
}

/** The first event, if it is the one that this receipt signed. */
function readFiled({ body, vouchings, index }: ServedEvent, keys: ReceiptKeys): ComplaintReceived | undefined {
  const value = parseCanonical(body);
  const filed = value.ok ? complaintReceivedShape(value.value) : undefined;
  const own = vouchings.find(({ key }) => key === keys.signer.key);
  const isOwn = own !== undefined && isVouchedFor(body, own, verifyOnNode);
  return isOwn && index === 0 && filed?.case === keys.caseId ? filed : undefined;
}
