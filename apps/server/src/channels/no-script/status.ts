import type { CaseFact } from "@temwen/casework";
import type { ReceiptKeys } from "@temwen/sealing/receipt";
import { type Instant, parseBase64 } from "@temwen/vocabulary";
import { digestOf } from "../../digest.ts";
import { readSeen } from "../../mailbox/frame.ts";
import { noteOpening } from "../../mailbox/openings.ts";
import type { OfficeContext } from "../../office-context.ts";

/** What the page has a sentence for. */
export type StepKind =
  | "received"
  | "acknowledged"
  | "message"
  | "assessed"
  | "not-admitted"
  | "kept-open"
  | "closed-as-flood"
  | "admitted"
  | "taken"
  | "hearing"
  | "recommended"
  | "found"
  | "ruled"
  | "delivery"
  | "closed"
  | "transferred"
  | "review-asked"
  | "reviewed"
  | "withdrawn"
  | "ended"
  | "goes-on-asked"
  | "goes-on"
  | "reopened"
  | "summary";
export type Step = { readonly kind: StepKind; readonly at: Instant };

const kinds: { readonly [T in CaseFact["type"]]?: StepKind } = {
  "case.received/1": "received",
  "case.acknowledged/1": "acknowledged",
  "case.message-sent/1": "message",
  "case.assessed/1": "assessed",
  "case.not-admitted/1": "not-admitted",
  "case.kept-open/1": "kept-open",
  "case.closed-as-flood/1": "closed-as-flood",
  "case.admitted/1": "admitted",
  "case.taken/1": "taken",
  "case.hearing-offered/1": "hearing",
  "case.findings-recommended/1": "recommended",
  "case.found/1": "found",
  "case.ruled/1": "ruled",
  "case.delivery-recorded/1": "delivery",
  "case.closed/1": "closed",
  "case.transferred/1": "transferred",
  "case.review-asked/1": "review-asked",
  "case.review-decided/1": "reviewed",
  "case.withdrawal-asked/1": "withdrawn",
  "case.withdrawal-accepted/1": "ended",
  "case.going-on-proposed/1": "goes-on-asked",
  "case.going-on-confirmed/1": "goes-on",
  "case.reopened/1": "reopened",
  "case.summary-shown/1": "summary",
};

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
    const kind = kinds[fact.type];
    return kind === undefined ? [] : [{ kind, at: event.at }];
  });
}
