import type { Part } from "../report.ts";
import { runImport } from "./importing.ts";

/** What the office does with cases, and with registers from before it. */
export const casework: readonly Part[] = [{ name: "import", run: runImport }];
