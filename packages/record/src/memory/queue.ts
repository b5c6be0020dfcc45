import type { QueuePage, QueueQuery, QueueRow, UnsaidCase, UnsaidQuery } from "../record.ts";

/** One page of the queue: by due hour, cases without a running clock last, then by id. */
export function readPage(cases: Iterable<QueueRow>, query: QueueQuery): QueuePage {
  const all = [...cases];
  const after = query.after;
  const rest = all
    .filter((row) => query.stage === undefined || row.stage === query.stage)
    .sort(inOrder)
    .filter((row) => after === undefined || isBehind(row, { due: after.due ?? last, caseId: after.caseId }));
  const stages: Record<string, number> = {};
  for (const row of all) stages[row.stage] = (stages[row.stage] ?? 0) + 1;
  return { rows: rest.slice(0, query.limit), stages, more: rest.length > query.limit };
}

/** By due hour, cases without a running clock last, then by id. */
export const inQueueOrder = (rows: readonly QueueRow[]): readonly QueueRow[] => rows.toSorted(inOrder);

/** Cases whose id begins so, by id. */
export const findBeginning = (cases: Iterable<QueueRow>, beginning: string, limit: number): readonly QueueRow[] =>
  [...cases]
    .filter(({ caseId }) => caseId.startsWith(beginning))
    .sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
    .slice(0, limit);

/** Cases closed as a flood of which somebody has to say that a clock passed: longest past first, then by id. */
export function findUnsaidOfFloods(
  cases: Iterable<QueueRow>,
  { now, limit, after }: UnsaidQuery,
): readonly UnsaidCase[] {
  const spelled = ({ unsaid, caseId }: UnsaidCase): string => `${unsaid} ${caseId}`;
  return [...cases]
    .filter(
      ({ stage, facts }) => stage === "closed-as-flood" && typeof facts.unsaid === "string" && facts.unsaid !== "",
    )
    .map(({ caseId, facts }) => ({ caseId, unsaid: String(facts.unsaid) }))
    .filter((one) => one.unsaid < now && (after === undefined || spelled(one) > spelled(after)))
    .sort((a, b) => (spelled(a) < spelled(b) ? -1 : 1))
    .slice(0, limit);
}

/** Sorts behind every instant, which begin with a digit. */
const last = "infinity";

type Place = { readonly due: string; readonly caseId: string };

const place = (row: QueueRow): Place => ({ due: row.clock?.due ?? last, caseId: row.caseId });

function inOrder(a: QueueRow, b: QueueRow): number {
  return isBehind(a, place(b)) ? 1 : -1;
}

function isBehind(row: QueueRow, other: Place): boolean {
  const { due, caseId } = place(row);
  return due === other.due ? caseId > other.caseId : due > other.due;
}
