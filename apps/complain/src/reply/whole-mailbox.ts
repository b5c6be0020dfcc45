import type { MailboxCourier } from "@temwen/courier";
import type { Receipt, ReceiptKeys } from "@temwen/sealing/receipt";
import { granted } from "@temwen/vocabulary";
import type { Office } from "../page/office.ts";
import { openMailbox as openBy, readEntries as readBy } from "./mailbox.ts";
import { wholeLaw } from "./whole-law.ts";

export type { Opened } from "./mailbox.ts";

const findLaw = async () => granted(wholeLaw);

/** Opens the mailbox of a receipt, for a reader who has all of the law at hand. */
export const openMailbox = (courier: MailboxCourier, office: Office, receipt: Receipt) =>
  openBy(courier, office, receipt, findLaw);

/** Reads what is in the mailbox now. */
export const readEntries = (courier: MailboxCourier, office: Office, keys: ReceiptKeys) =>
  readBy(courier, office, keys, findLaw);
