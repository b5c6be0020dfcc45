import type { Part } from "../report.ts";
import { reading } from "./reading.ts";
import { sequencing } from "./sequencing.ts";

/** The public log: how fast it grows, and what it costs to prove and to check. */
export const log: readonly Part[] = [sequencing, reading];
