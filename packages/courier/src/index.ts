export {
  type Courier,
  createCourier,
  type FilingReceipt,
  type Mailbox,
  type MailboxAddress,
  type PersonAct,
  type ServedDirectory,
  type Worker,
} from "./courier.ts";
export type { CallRefusal, LineOptions, LineRefusal, ServerRefusal } from "./line.ts";
export type { ServedEvent } from "./served.ts";
