import type { MailboxCourier } from "@temwen/courier";
import type { ReceiptKeys } from "@temwen/sealing/receipt";
import type { Office } from "../page/office.ts";
import type { Entry } from "../reply/entries.ts";

/** What an act is signed and sent with. */
export type Mailbox = { readonly courier: MailboxCourier; readonly office: Office; readonly keys: ReceiptKeys };

/** The open mailbox, as the page lends it to the screens of an act. */
export type Room = Mailbox & {
  /** What the page shows of the case now. */
  readonly entries: () => readonly Entry[];
  /** Reads the mailbox anew; what cannot be read leaves what was there. */
  readonly readAgain: () => Promise<void>;
  /** As long as this holds, the browser asks before the page closes. */
  readonly keepFromLosing: (isAtRisk: () => boolean) => void;
  /** Where the screens stand, in the place of the mailbox. */
  readonly place: HTMLElement;
  /** The screens are gone; the mailbox is to be shown again. */
  readonly closed: () => void;
};
