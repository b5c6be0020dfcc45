import type { LogPolicy } from "@temwen/public-log/policy";
import { openTileTree, type TileTree } from "@temwen/public-log/tiles";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { type Head, openHead } from "./open-head.ts";
import type { LogPlace } from "./place/log-place.ts";
import { readAhead } from "./place/read-ahead.ts";
import { primitives } from "./primitives.ts";
import type { Finding } from "./speak.ts";

/** A log's head as far as it is believed, and its files, of which nothing is used before it was held against the head. */
export type ReadLog = { readonly head: Head; readonly tree: TileTree };

/** Reads the head of a log, and judges it where there is a policy. */
export async function readHead(place: LogPlace, policy: LogPolicy | null): Promise<Result<Head, Finding>> {
  const bytes = await place.readFile("checkpoint");
  return bytes === null ? refused({ code: "no-checkpoint", place: place.name }) : openHead(bytes, policy);
}

/** Opens a log to be read: its head, and its right edge checked against it. Reads ahead over a line. */
export async function readLog(place: LogPlace, policy: LogPolicy | null): Promise<Result<ReadLog, Finding>> {
  const head = await readHead(place, policy);
  if (!head.ok) return head;
  const { size, root } = head.value.checkpoint;
  const readTile = place.isFar ? readAhead(place.readFile, size) : place.readFile;
  const tree = await openTileTree({ hasher: primitives.hasher, readTile, size, root });
  return tree.ok ? granted({ head: head.value, tree: tree.value }) : refused(tree.refusal);
}
