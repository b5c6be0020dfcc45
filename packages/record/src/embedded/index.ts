export { type Embedded, type EmbeddedConnection, type EmbeddedOptions, startEmbedded } from "./embedded.ts";
export { EmbeddedFault, type EmbeddedFaultCode } from "./faults.ts";
export { removeEmbedded } from "./remove.ts";
