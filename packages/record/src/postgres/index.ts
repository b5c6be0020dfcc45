export type { Connection } from "./connect.ts";
export { RecordFault, type RecordFaultCode } from "./faults.ts";
export { migrate } from "./migrate.ts";
export { openPostgresRecord } from "./open.ts";
