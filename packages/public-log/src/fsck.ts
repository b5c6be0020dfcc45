export { type CheckedLog, type CheckProgress, checkLog } from "./fsck/check-log.ts";
