// What `/reply` loads whenever a mailbox is opened, whatever it holds: how events are checked, and the law until an assessment.
import { rekeyedStatementShape, whoRekeys } from "@temwen/casework/person";
import { frameStep, type MailboxCourier } from "@temwen/courier";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import type { Receipt, ReceiptKeys } from "@temwen/sealing/receipt";
import { granted } from "@temwen/vocabulary";
import { loadAnnex } from "../page/annexes.ts";
import type { Office } from "../page/office.ts";
import { findStaffSigner, isSignedBy, rememberDirectories } from "../reply/checking.ts";
import { earlyLaw, isEarlyCase } from "../reply/early-law.ts";
import type { broughtNames, Lending } from "../reply/lent-names.ts";
import { type FindLaw, openMailbox, readEntries } from "../reply/mailbox.ts";

/**
 * A short answer is judged by the law that is here. A longer one by the whole law, also where it would not be needed: how long
 * an answer is shows anyway, and what is loaded behind it must show nothing more (docs/specs/pages.md).
 */
const findLaw: FindLaw = async (kept, size) => {
  if (size <= frameStep && isEarlyCase(kept)) return granted(earlyLaw);
  const loaded = await loadAnnex<typeof import("../law/main.ts")>("law");
  return loaded.ok ? granted(loaded.value.law) : loaded;
};

/** How a mailbox is opened, and read again. */
export const mailbox = {
  openMailbox: (courier: MailboxCourier, office: Office, receipt: Receipt) =>
    openMailbox(courier, office, receipt, findLaw),
  readEntries: (courier: MailboxCourier, office: Office, keys: ReceiptKeys) =>
    readEntries(courier, office, keys, findLaw),
};

/** Lends on, to what is loaded behind an open mailbox: it travels once. */
const brought: Lending<typeof broughtNames> = {
  law: [rekeyedStatementShape, whoRekeys],
  parcel: [complaintReceivedShape],
  checking: [findStaffSigner, isSignedBy, rememberDirectories],
};
Object.assign((globalThis as unknown as { readonly lent: object }).lent, brought);
