export { bytesToBase64, hasLoneSurrogate, joinBytes, parseBase64, sameBytes, utf8, utf8ToText } from "./bytes.ts";
export { canonicalBytes, canonicalText, type Json, parseCanonical } from "./canonical.ts";
export {
  type Channel,
  type ChildAnswer,
  type ConsentChoice,
  channels,
  childAnswers,
  consentChoices,
  type Language,
  languages,
  type PressureAnswer,
  pressureAnswers,
  type SupportNeed,
  supportNeeds,
  type TreatmentAnswer,
  type TreatmentQuestion,
  treatmentAnswers,
  treatmentQuestions,
} from "./choices.ts";
export { bytesToDigest, type Digest, digestToBytes, parseDigest } from "./digests.ts";
export {
  type CaseId,
  createId,
  type Id,
  type IdKind,
  type ImportedCaseId,
  type MessageId,
  type OfficeId,
  parseId,
  type RegisterId,
  type StaffId,
} from "./ids.ts";
export { type Instant, instantToMillis, millisToInstant, parseInstant } from "./instants.ts";
export {
  createMatterId,
  kindOfMatter,
  type MatterId,
  type MatterKind,
  matterKinds,
  parseMatterId,
  prefixOfMatters,
} from "./matter-ids.ts";
export { granted, neverHere, type Result, refused } from "./result.ts";
export {
  fieldsOf,
  listOf,
  oneOf,
  onlyTrue,
  parsed,
  type Shape,
  type Shaped,
  tableOf,
  textLike,
  textUpTo,
  truth,
  wholeUpTo,
} from "./shape.ts";
export type { StreamId } from "./stream-ids.ts";
