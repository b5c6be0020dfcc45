export { createMemoryRecord, type MemoryOptions } from "./memory-record.ts";
