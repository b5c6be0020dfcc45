export { createLog } from "./log.ts";
export { policyDigest, type RunningServer, ServerFault, type ServerOptions, startServer } from "./start.ts";
