import type { Part } from "../report.ts";
import { acting } from "./acting.ts";
import { runClocks } from "./clocks.ts";
import { runImport } from "./importing.ts";
import { longCase } from "./long-case.ts";
import { queueAndSearch } from "./queue-and-search.ts";

/** What the office does with cases, and with registers from before it. */
export const casework: readonly Part[] = [
  acting,
  longCase,
  queueAndSearch,
  { name: "clocks", run: runClocks },
  { name: "import", run: runImport },
];
