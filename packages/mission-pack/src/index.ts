export { type Basis, bases } from "./basis.ts";
export { calendarsShape, type WorkCalendar } from "./calendars.ts";
export {
  answerDay,
  type Clock,
  type ClockCondition,
  type Counting,
  clockDue,
  clocksShape,
  hourBehind,
  turnsOf,
} from "./clocks.ts";
export { type DeadlineBook, type Deadlines, deadlinePolicy, deadlinesUnder, publishableClocks } from "./deadlines.ts";
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
  type ErasurePolicy,
  type Pack,
  type PackForce,
  type PackRefusal,
  parsePack,
} from "./pack.ts";
export { periodOf } from "./period.ts";
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
