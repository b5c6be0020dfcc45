export { type DeskCopy, type DeskCopyResult, type DeskType, makeDeskCopy } from "./desk-copy.ts";
