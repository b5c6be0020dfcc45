import type { Part } from "../report.ts";
import { reading } from "./reading.ts";
import { sequencing } from "./sequencing.ts";
import { witnessing } from "./witnessing.ts";

/** The public log: how fast it grows, what it costs to prove and to check, and what a witness bears. */
export const log: readonly Part[] = [sequencing, reading, witnessing];
