import { mayKnowOf, mayRead, tellRow } from "@temwen/casework";
import type { StaffMember } from "@temwen/office";
import type { QueuePage, QueueQuery, QueueRow } from "@temwen/record";
import { readCaseFile } from "../casefile.ts";
import type { OfficeContext } from "../office-context.ts";
import { type Place, placeOf } from "./queue-places.ts";

/** A page of the cases that one person holds by name; its counts are of these cases alone. */
export type HeldPage = Pick<QueuePage, "rows" | "stages"> & { readonly end?: Place };

/**
 * The cases that somebody was let into by name, nearest due first. The record names those that keep a key for them; the rules then
 * judge each that is told, for a key may outlast the right to read: whoever stepped back still has theirs there.
 */
export async function readHeld(
  office: Pick<OfficeContext, "record" | "registry">,
  reader: StaffMember,
  { stage, limit, after }: QueueQuery,
): Promise<HeldPage> {
  const kept = (await office.record.readKeptFor(reader.id)).filter((row) => mayKnowOf(row, reader));
  const rows: QueueRow[] = [];
  const asked = kept.filter((row) => (!stage || row.stage === stage) && (!after || isBehind(placeOf(row), after)));
  for (const row of asked) {
    if (!mayRead((await readCaseFile(office, row.caseId)).theCase, reader)) continue;
    const last = rows.at(-1);
    if (rows.length === limit && last) return { rows, stages: countStages(kept), end: placeOf(last) };
    rows.push(tellRow(row));
  }
  return { rows, stages: countStages(kept) };
}

function countStages(rows: readonly QueueRow[]): QueuePage["stages"] {
  const counts: Record<string, number> = {};
  for (const { stage } of rows) counts[stage] = (counts[stage] ?? 0) + 1;
  return counts;
}

/** Cases without a running clock stand last: no hour sorts behind the word. */
const sortable = ({ due, caseId }: Place): string => `${due ?? "without"} ${caseId}`;

const isBehind = (one: Place, other: Place): boolean => sortable(one) > sortable(other);
