export { bases, type Basis, type Clock, clockDue, periodOf } from "./clocks.ts";
export { deadlinePolicy, type Department, type Pack, type PackForce, parsePack, publishableClocks } from "./pack.ts";
