import type { CaseId, OfficeId, RegisterId, StaffId } from "./ids.ts";
import type { MatterId } from "./matter-ids.ts";

/** A stream of the record is named by the id of the thing it is about. */
export type StreamId = CaseId | MatterId | OfficeId | RegisterId | StaffId;
