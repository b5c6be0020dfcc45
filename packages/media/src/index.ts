export type { CopyRefusal, RemovedPiece, WorkingType } from "./cleaned.ts";
export { type MediaKind, recogniseKind, type WorkingKind } from "./recognise-kind.ts";
export { makeWorkingCopy, type WorkingCopy, type WorkingCopyResult } from "./working-copy.ts";
