export { readEvent } from "./casefile.ts";
export { type Erasures, sweepErasures } from "./clocks/erasures.ts";
export { sweepAll } from "./clocks/sweep-all.ts";
export { openS3Shelf, type S3Place } from "./evidence/s3-shelf.ts";
export { openDiskShelf, type Shelf, ShelfFault } from "./evidence/shelf.ts";
export { createLog } from "./log.ts";
export type { PublicLogOptions } from "./public-log/open.ts";
export { foldRegistry, type RegistryState } from "./registry/registry.ts";
export { policyDigest, type RunningServer, ServerFault, type ServerOptions, startServer } from "./start.ts";
