import { partsOf, wordsKey } from "@temwen/casework";
import type { VerifiedStream } from "./verify-stream.ts";

/**
 * For every sealed part of this name the keys it may be sealed to, the one it should be sealed to first: a message may
 * have been on its way when the case was given another key.
 */
export function wordsKeysOf(
  { happened }: Pick<VerifiedStream, "happened">,
  name: RegExp,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  let keys: readonly string[] = ["story"];
  for (const { fact } of happened) {
    if (fact.type === "case.rekeyed/1") keys = [wordsKey(keys.length), ...keys];
    for (const { part } of partsOf(fact)) if (name.test(part)) found.set(part, keys);
  }
  return found;
}
