import { type Cosigned, isQuorum } from "./judge-checkpoint.ts";
import type { LogPolicy } from "./policy-file.ts";

/**
 * The latest hour, in seconds since 1970, at which enough witnesses together had seen the head; null where none says a time.
 * The newest of all would let one witness alone make an old head look new.
 */
export function quorumTime(policy: LogPolicy, cosigned: readonly Cosigned[]): bigint | null {
  const newestFirst = [...cosigned].sort((a, b) => (a.time < b.time ? 1 : -1));
  const names = new Set<string>();
  for (const { name, time } of newestFirst) {
    names.add(name);
    if (isQuorum(policy, names)) return time;
  }
  return null;
}
