export { type Basis, bases, type Clock, clockDue, clocksShape, periodOf } from "./clocks.ts";
export {
  type Forum,
  type ForumBasis,
  type ForumKind,
  type ForumObstacle,
  type ForumsRefusal,
  forumBases,
  forumKinds,
  forumLanguages,
  forumObstacles,
  parseForums,
} from "./forums.ts";
export {
  type Department,
  deadlinePolicy,
  type ErasurePolicy,
  type Pack,
  type PackForce,
  type PackRefusal,
  parsePack,
  publishableClocks,
} from "./pack.ts";
export { parseRetention } from "./retention.ts";
export {
  type Care,
  type Known,
  type Line,
  type Need,
  needOf,
  needs,
  needsMet,
  noSource,
  type Offer,
  type Place,
  type Service,
  servicesIn,
} from "./services.ts";
