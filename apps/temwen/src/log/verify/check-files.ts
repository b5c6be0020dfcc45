import type { Checkpoint } from "@temwen/public-log/checkpoint";
import { type CheckedLog, checkLog } from "@temwen/public-log/fsck";
import { granted, type Result, refused } from "@temwen/vocabulary";
import type { Terminal } from "../../terminal.ts";
import type { LogPlace } from "../place/log-place.ts";
import { readAhead } from "../place/read-ahead.ts";
import { primitives } from "../primitives.ts";
import type { Finding } from "../speak.ts";
import { findFirstWrong } from "./first-wrong.ts";

const sayEvery = 65_536n;

/** Reads every file of a log and holds it against the checkpoint. Of what is wrong it says where, and from which leaf on. */
export async function checkFiles(
  place: LogPlace,
  { size, root }: Checkpoint,
  terminal: Terminal,
): Promise<Result<CheckedLog, Finding>> {
  const { hasher } = primitives;
  const readTile = place.isFar ? readAhead(place.readFile, size) : place.readFile;
  const checking = checkLog({ hasher, readTile, size, root });
  for (;;) {
    const step = await checking.next();
    if (!step.done) {
      const { entries, of } = step.value;
      if (entries % sayEvery === 0n && entries < of) terminal.progress(`${entries} of ${of} leaves checked`);
    } else if (step.value.ok) return granted(step.value.value);
    else {
      const firstIndex = await findFirstWrong(place.readFile, hasher, step.value.refusal);
      return refused({ ...step.value.refusal, ...(firstIndex !== undefined && { firstIndex }) });
    }
  }
}
