export { type Basis, bases, type Clock, clockDue, periodOf } from "./clocks.ts";
export { type Department, deadlinePolicy, type Pack, type PackForce, parsePack, publishableClocks } from "./pack.ts";
