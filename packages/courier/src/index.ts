export { type Courier, createCourier, createFilingCourier, type DoWork, type FilingReceipt } from "./courier.ts";
export type { FetchDirectory, ServedDirectory } from "./directory.ts";
export { isFinal } from "./evidence.ts";
export { fetchWhole } from "./fetch-whole.ts";
export { frameStep } from "./frame-step.ts";
export type { CallRefusal, LineOptions, LineRefusal, ServerRefusal } from "./line.ts";
export {
  createMailboxCourier,
  type Mailbox,
  type MailboxAddress,
  type MailboxCase,
  type MailboxCourier,
  type PersonAct,
} from "./mailbox-courier.ts";
export type { ServedEvent } from "./served.ts";
