import type { Figures } from "@temwen/disclosure";
import type { CountedSource } from "./counted-source.ts";

type Table = Figures["tables"][number];

/** Cells as rows of CSV (RFC 4180): which table, its values, and the count, empty where it is hidden. */
export function spellCsv({ tables }: Figures): string {
  const rows = [["of", "field", "value", "field2", "value2", "count"]];
  for (const { by, of, cells } of tables) {
    const [field = "", field2 = ""] = by;
    for (const { at, count } of cells) {
      rows.push([of, field, at[0] ?? "", field2, at[1] ?? "", count === null ? "" : String(count)]);
    }
  }
  return rows.map((row) => row.map(quote).join(",")).join("\n");
}

const quote = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** For a person at a terminal. */
export function spellPlain(about: CountedSource["about"], figures: Figures): string {
  const { cases, allegations, respondents, durations, shares, tables, suppressed, threshold } = figures;
  const head = Object.entries(about).map(([name, value]) => `${name}: ${value}`);
  const days = Object.entries(durations).map(([name, summary]) => {
    const said = summary && `median ${summary.median}${summary.p90 === undefined ? "" : `, p90 ${summary.p90}`}`;
    return `${name}, days: ${said ?? "not told"}`;
  });
  const parts = Object.entries(shares).map(([name, share]) => `${name}: ${share ? percent(share.share) : "not told"}`);
  return [
    ...head,
    `cases ${sayCount(cases)}, allegations ${sayCount(allegations)}, respondents ${sayCount(respondents.distinct)}`,
    ...days,
    ...parts,
    ...tables.map(spellTable),
    suppressed
      ? `* hidden: below ${threshold}, or so that nothing below ${threshold} can be calculated`
      : "NOT SUPPRESSED",
  ].join("\n");
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const sayCount = (count: number | null): string => (count === null ? "*" : String(count));

function spellTable({ by, of, cells, withheld, merged }: Table): string {
  const title = `\n${of} by ${by.join(" and ")}`;
  if (withheld) return `${title}: not told (${withheld})`;
  const lines = cells
    .toSorted((a, b) => (a.at.join() < b.at.join() ? -1 : 1))
    .map(({ at, count }) => `${sayCount(count).padStart(10)}  ${at.join(" · ")}`);
  const together = Object.entries(merged ?? {}).flatMap(([name, values]) =>
    values.length === 0 ? [] : [`            (others) of ${name}: ${values.join(", ")}`],
  );
  return [title, ...lines, ...together].join("\n");
}
