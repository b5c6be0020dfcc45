// What `/reply` loads whenever a mailbox is opened, whatever it holds: how events are checked, and the law by which they are judged.
import { rolesFor, staffStatementShape } from "@temwen/casework/person";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import { findStaffSigner, isSignedBy, rememberDirectories } from "../reply/checking.ts";
import type { broughtNames, Lending } from "../reply/lent-names.ts";
import { openMailbox, readEntries } from "../reply/mailbox.ts";

/** How a mailbox is opened, and read again. */
export const mailbox = { openMailbox, readEntries };

/** Lends on, to what is loaded behind an open mailbox: it travels once. */
const brought: Lending<typeof broughtNames> = {
  law: [rolesFor, staffStatementShape],
  parcel: [complaintReceivedShape],
  checking: [findStaffSigner, isSignedBy, rememberDirectories],
};
Object.assign((globalThis as unknown as { readonly lent: object }).lent, brought);
