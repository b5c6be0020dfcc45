import type { Part } from "../report.ts";
import { filing } from "./filing.ts";
import { queue } from "./queue.ts";
import { sealing } from "./sealing.ts";

/** The way of a complaint from a phone into the record, and what it does to those who read the queue. */
export const intake: readonly Part[] = [filing, queue, sealing];
