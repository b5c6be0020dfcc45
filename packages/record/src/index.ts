export {
  emptyLogHead,
  eventKey,
  type LoggedLeaf,
  type LogHead,
  type LogLeaf,
  type LogRows,
  type LogStep,
  type OpenableLeaf,
} from "./log-rows.ts";
export type {
  Append,
  AppendOutcome,
  CaseSummary,
  Erasable,
  Erasure,
  EventToAppend,
  Filing,
  FilingOutcome,
  MatterErasure,
  QueuePage,
  QueueQuery,
  QueueRow,
  RecordedEvent,
  SealedPart,
  Session,
  TheRecord,
  Vouching,
} from "./record.ts";
export type { CodeOfReferral, ReferralRows, SpentCode } from "./referral-rows.ts";
export type {
  BatchOutcome,
  ImportState,
  RegisterBatch,
  RegisterCase,
  RegisterRows,
  StandingCase,
} from "./register-rows.ts";
