import { spell } from "./numbers.ts";

/** What a reader sees of one measurement. */
export type Table = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
};

/** A number that somebody promised, beside what was measured. */
export type Verdict = {
  readonly what: string;
  readonly measured: number;
  readonly sense: "at least" | "at most";
  readonly bound: number;
};

/** What one part of an area found: tables for readers, figures for machines. */
export type PartReport = {
  readonly tables: readonly Table[];
  readonly verdicts: readonly Verdict[];
  readonly figures: { readonly [name: string]: unknown };
  /** True when something acknowledged was lost or something lawful was refused: no speed makes up for that. */
  readonly isBroken?: boolean;
};

/** What a part is given. Whatever it starts it also registers in `closing`, which is emptied whatever happens. */
export type BenchContext = {
  readonly quick: boolean;
  /** Where the server's CPU profile goes, if one was asked for. */
  readonly profile?: string;
  readonly say: (line: string) => void;
  readonly closing: AsyncDisposableStack;
};

export type Part = { readonly name: string; readonly run: (context: BenchContext) => Promise<PartReport> };

export function isKept({ measured, sense, bound }: Verdict): boolean {
  return sense === "at least" ? measured >= bound : measured <= bound;
}

export function describeVerdict(verdict: Verdict): string {
  const { what, measured, sense, bound } = verdict;
  return `${isKept(verdict) ? "✔" : "✖"} ${what}: ${spell(measured)} (${sense} ${bound})`;
}

/** A table in plain text: the first column to the left, numbers to the right. */
export function drawTable({ title, head, rows, notes = [] }: Table): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => (row[at] ?? "").length)));
  const draw = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ");
  const lines = [title, draw(head), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(draw)];
  return [...lines, ...notes.map((note) => `  ${note}`)].map((line) => line.trimEnd()).join("\n");
}
