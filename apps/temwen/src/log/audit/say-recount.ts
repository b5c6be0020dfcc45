import type { Counts, Recount } from "./tally.ts";

/** What was counted, in lines for somebody who reads. */
export function spellRecount(month: string, recount: Recount): string {
  const events = Object.values(recount.events).reduce((sum, count) => sum + count, 0);
  const lines = [
    `${month}: ${recount.leaves} leaves of the month; each that can be opened is what is said of it.`,
    `Events of cases, ${events} in all${list(recount.events)}`,
    `Clocks stopped${list(recount.stops)}`,
    `${recount.cover} leaves are cover: they stand for nothing.`,
    `${recount.erased} leaves cannot be opened because their cases were erased; that is the office's word alone.`,
    ...(recount.lost > 0
      ? [`${recount.lost} leaves can be opened by nobody since a restore; that is the office's word alone.`]
      : []),
    `Public leaves of the whole log${list(recount.publicLeaves)}`,
    ...(recount.unreadable > 0 ? [`${recount.unreadable} leaves are of a kind that this release does not know.`] : []),
  ];
  return lines.join("\n");
}

function list(counts: Counts): string {
  const entries = Object.entries(counts);
  return entries.length === 0 ? ": none." : `:${entries.map(([word, count]) => `\n  ${count}  ${word}`).join("")}`;
}
