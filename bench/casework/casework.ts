import type { Part } from "../report.ts";
import { runClocks } from "./clocks.ts";
import { runImport } from "./importing.ts";

/** What the office does with cases, and with registers from before it. */
export const casework: readonly Part[] = [
  { name: "import", run: runImport },
  { name: "clocks", run: runClocks },
];
