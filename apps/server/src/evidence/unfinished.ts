import { randomBytes } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

// A piece lies beside the place of its blob until it is whole: under a name of its own while it comes in one request,
// under one that its sender finds again while it comes bit by bit.

/** Where a piece lies that comes in one request. */
export const partPlaceOf = (blob: string): string => `${blob}.${randomBytes(6).toString("hex")}.part`;
/** Where a piece lies that comes bit by bit. */
export const growingPlaceOf = (blob: string): string => `${blob}.growing`;

const partName = /^[0-9a-f]{64}\.[0-9a-f]{12}\.part$/;
const growingName = /^[0-9a-f]{64}\.growing$/;

/** Milliseconds since 1970; what was last written before is removed. */
export type Stale = { readonly parts: number; readonly growing: number };

/**
 * Removes the parts that a killed process left, and growing pieces to which no sender came back for so long. Those that
 * this process writes are spared whatever their age.
 */
export async function sweepUnfinished(folder: string, ours: ReadonlySet<string>, stale: Stale): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const place = join(entry.parentPath, entry.name);
    const before = readBefore(entry.name, stale);
    if (before === undefined || ours.has(place)) continue;
    // Another process may finish or sweep it at the same moment.
    const written = await stat(place).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (written !== undefined && written < before) await rm(place, { force: true });
  }
}

function readBefore(name: string, stale: Stale): number | undefined {
  if (partName.test(name)) return stale.parts;
  return growingName.test(name) ? stale.growing : undefined;
}
