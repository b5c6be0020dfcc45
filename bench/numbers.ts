/** The value below which this share of the numbers lies (nearest rank); NaN when there are none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A number as a table shows it: three digits that mean something, no more. */
export function spell(number: number): string {
  if (!Number.isFinite(number)) return "–";
  const size = Math.abs(number);
  if (size >= 100) return number.toFixed(0);
  return size >= 10 ? number.toFixed(1) : number.toFixed(2);
}

/** A number for machines: enough digits, and not seventeen. */
export const round = (number: number): number => Math.round(number * 1000) / 1000;
