import { UsageError } from "../exit.ts";

const units = { s: 1n, m: 60n, h: 3_600n, d: 86_400n } as const;

/** `90s`, `15m`, `24h` or `7d`, in seconds. Throws `UsageError`. */
export function readDuration(value: string, name: string): bigint {
  const [, count, unit] = /^([1-9]\d{0,5})([smhd])$/.exec(value) ?? [];
  if (count === undefined || !isUnit(unit)) throw new UsageError(`${name} needs a time like 90s, 15m, 24h or 7d`);
  return BigInt(count) * units[unit];
}

const isUnit = (unit: string | undefined): unit is keyof typeof units => unit !== undefined && unit in units;
