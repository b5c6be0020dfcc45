import { granted, type Result, refused } from "@temwen/vocabulary";

/** The largest u64: sizes and indexes of a log go no further. */
export const largestU64 = 2n ** 64n - 1n;

/** ASCII decimal of a u64 in its only spelling: no sign, no leading zero, no space. */
export function parseDecimal(text: string): Result<bigint, "malformed-decimal"> {
  if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text)) return refused("malformed-decimal");
  const value = BigInt(text);
  return value <= largestU64 ? granted(value) : refused("malformed-decimal");
}
