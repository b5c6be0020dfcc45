import { readCheckedEntries } from "@temwen/public-log/tiles";
import { type Exit, exits } from "../../exit.ts";
import type { Terminal } from "../../terminal.ts";
import { openLogPlace } from "../place/open-place.ts";
import { primitives } from "../primitives.ts";
import { readLog } from "../read-log.ts";
import { readPolicy } from "../read-policy.ts";
import { sayCosigned, sayHead } from "../say-head.ts";
import { reaching, sayFinding, toPlain } from "../speak.ts";
import { createProofNumbers } from "./proof-numbers.ts";

export type IncludedOptions = { readonly log: string; readonly number: string; readonly policy: string | null };

/** `temwen included`: where a leaf stands whose proof number somebody holds. */
export async function included(options: IncludedOptions, terminal: Terminal): Promise<Exit> {
  const policy = options.policy === null ? null : await readPolicy(options.policy, primitives);
  if (policy?.ok === false) return sayFinding(terminal, policy.refusal);
  const place = await openLogPlace(options.log);
  return reaching(terminal, async () => {
    const log = await readLog(place, policy?.value ?? null);
    if (!log.ok) return sayFinding(terminal, log.refusal);
    const { head, tree } = log.value;
    const { size } = head.checkpoint;
    const numbers = createProofNumbers();
    const extended = await numbers.extend(tree);
    if (!extended.ok) return sayFinding(terminal, extended.refusal);
    const indexes = numbers.find(options.number);
    for (const index of indexes) {
      // Only hashes were read so far: a log whose entry is gone or changed holds the leaf no more.
      const checked = await readCheckedEntries(tree, BigInt(index) / 256n);
      if (!checked.ok) return sayFinding(terminal, checked.refusal);
    }
    const found = { number: options.number, ...sayHead(head) };
    if (indexes.length === 0) return sayFinding(terminal, { code: "not-included", ...found });
    terminal.result(
      toPlain({ included: true, indexes, ...found }),
      `${options.number}: included at ${indexes.join(", ")} of ${size}. ${sayCosigned(head)}`,
    );
    return exits.done;
  });
}
