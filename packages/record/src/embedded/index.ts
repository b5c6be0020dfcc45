export { type Embedded, type EmbeddedConnection, startEmbedded } from "./embedded.ts";
export { EmbeddedFault, type EmbeddedFaultCode } from "./faults.ts";
