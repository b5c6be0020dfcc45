export {
  fitsKind,
  formOfMatter,
  type MatterFact,
  type MatterForm,
  type MatterOrder,
  matterOrderShape,
  openingOf,
  ordersOf,
} from "./acts.ts";
export { briefMatter, type MatterInBrief } from "./brief.ts";
export {
  type ClaimErasedFact,
  type MatterClockMissedFact,
  type MatterServerFact,
  matterMissedShape,
} from "./clock-facts.ts";
export { clocksOfMatter, isMissed } from "./clocks.ts";
export { decideMatter } from "./decide.ts";
export { dueOfMatter } from "./erasing.ts";
export { evolveMatter, foldMatter } from "./evolve.ts";
export { type JudgedMatter, judgeMatter, type UnlawfulMatterStep } from "./judge.ts";
export { holdersOf, type KnownMatter, type Matter } from "./matter.ts";
export { lawfulMatterOrders, matterRoles, mayReadMatter, rolesIn, tiesTo } from "./orders.ts";
export { partsOfMatter } from "./parts.ts";
export { toldOfStep } from "./public.ts";
export type { MatterRefusal } from "./refusals.ts";
export type { MatterGrant } from "./shared-acts.ts";
export {
  eventOf,
  type MatterHappened,
  type MatterStatement,
  matterStatementShape,
  type PlacedMatterStatement,
  placeMatterFact,
  readMatterBody,
} from "./statements.ts";
export { matterWords, reasonsOf } from "./words.ts";
