import type { ReceiptKeys } from "@temwen/sealing/receipt";
import { type Instant, parseBase64 } from "@temwen/vocabulary";
import { digestOf } from "../../digest.ts";
import { readSeen } from "../../mailbox/frame.ts";
import { noteOpening } from "../../mailbox/openings.ts";
import type { OfficeContext } from "../../office-context.ts";
import { type ToldStep, tellStep } from "./told-steps.ts";

export type Step = ToldStep & { readonly at: Instant };

/**
 * Where the case of a receipt stands, oldest step first. Nothing for a code that nobody has and for a case without an
 * answer alike, as the mailbox itself (docs/specs/receipt.md). What the office wrote is not opened here, although the
 * digits would open it.
 */
export async function readSteps(
  office: Pick<OfficeContext, "record" | "now">,
  { mailbox, caseId }: Pick<ReceiptKeys, "mailbox" | "caseId">,
): Promise<readonly Step[]> {
  const id = parseBase64(mailbox);
  if (!id.ok) throw new Error("a derived mailbox id is base64");
  const digest = digestOf(id.value);
  const owned = (await office.record.readMailbox(digest)).find((entry) => entry.caseId === caseId);
  const seen = owned && (await readSeen(office.record, caseId, owned.receiptKey));
  noteOpening(office, digest);
  return (seen?.events ?? []).flatMap(({ fact, event }) => {
    const told = tellStep(fact);
    return told ? [{ ...told, at: event.at }] : [];
  });
}
