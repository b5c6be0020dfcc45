export { type Checkpoint, formatCheckpoint, parseCheckpoint } from "./checkpoint/checkpoint-text.ts";
export { type CheckpointRefusal, type OpenedCheckpoint, openCheckpoint } from "./checkpoint/open-checkpoint.ts";
