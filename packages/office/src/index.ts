export {
  type CompositionRefusal,
  checkComposition,
  chooseHolders,
  eligibleIntake,
  escrowShares,
  escrowThreshold,
  intakeRecipients,
  intakeSlots,
  isLawfulEscrow,
  rootKeys,
  rootThreshold,
} from "./composition.ts";
export { type Directory, directoryShape, type Force, hybridRecipient, type StaffMember } from "./directory.ts";
export { type BenchLack, benchSeats, benchSeatsOfPeople, panelLacks } from "./panel.ts";
export { type Role, roles } from "./roles.ts";
export {
  eventMessage,
  isVouchedFor,
  recordBytes,
  type Signer,
  type SignMessage,
  sessionMessage,
  type VerifySignature,
  type Vouching,
  vouchFor,
} from "./statement.ts";
export { isEligible, isNameable, type NamedForce, privateCompany, strictTiesWith, tiesWith } from "./ties.ts";
export {
  type DirectoryRefusal,
  findActive,
  type SignedBody,
  type Standing,
  type Suspension,
  type SuspensionRefusal,
  type Trust,
  trustShape,
  verifyDirectory,
  verifySuspension,
} from "./trust.ts";
