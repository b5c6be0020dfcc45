export { type Basis, bases, type Clock, clockDue, clocksShape, periodOf } from "./clocks.ts";
export {
  type ForumBasis,
  type ForumKind,
  type ForumObstacle,
  forumBases,
  forumKinds,
  forumLanguages,
  forumObstacles,
} from "./forum-words.ts";
export { type AnswerTime, type Forum, type ForumsRefusal, parseAnswerTime, parseForums } from "./forums.ts";
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
