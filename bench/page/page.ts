import type { Part } from "../report.ts";
import { cutLine } from "./cut-line.ts";
import { locking } from "./locking.ts";
import { slowLine } from "./slow-line.ts";

/** What somebody with a cheap phone and a bad line waits for. */
export const page: readonly Part[] = [slowLine, locking, cutLine];
