export { type Cleared, clearTraces } from "./clear-traces.ts";
export type { Connection } from "./connect.ts";
export { RecordFault, type RecordFaultCode } from "./faults.ts";
export { lookForTraces, type TraceCounts, type TracesView } from "./look-for-traces.ts";
export { type DoneMigration, migrate, readMigrations } from "./migrate.ts";
export { openPostgresRecord } from "./open.ts";
export { openReturn, type RecordReturn, refuseFullDatabase } from "./put-back.ts";
export { type KeptTable, keptTables, leftOutTables, parseKeptTable, type TableForm } from "./tables.ts";
export { openPicture, type RecordPicture } from "./take-out.ts";
