export { type AboutWords, aboutWords } from "./generated/about.ts";
export { type CommonWords, commonWords } from "./generated/common.ts";
export { type ComplainWords, complainWords } from "./generated/complain.ts";
export { type HelpWords, helpWords } from "./generated/help.ts";
export { type HomeWords, homeWords } from "./generated/home.ts";
export { type RefusalsWords, refusalsWords } from "./generated/refusals.ts";
export { type ReplyWords, replyWords } from "./generated/reply.ts";
