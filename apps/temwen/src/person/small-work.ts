import { setImmediate as turn } from "node:timers/promises";
import type { DoWork } from "@temwen/courier";
import { doWork, readWork } from "@temwen/courier/work";
import type { Terminal } from "../terminal.ts";

/** Does what a server asks for in a flood, and says so. */
export function doSmallWork(terminal: Terminal): DoWork {
  return async (refusal) => {
    const work = readWork(refusal);
    if (!work) return undefined;
    terminal.progress("the office is receiving very much: doing the small work it asks for");
    return doWork(work, () => turn());
  };
}
