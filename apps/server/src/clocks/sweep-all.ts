import type { Signer } from "@temwen/office";
import type { Logger } from "pino";
import type { Blobs } from "../evidence/blob-folder.ts";
import { nameOfFault } from "../log.ts";
import type { OfficeContext } from "../office-context.ts";
import { sweepErasures } from "./erasures.ts";
import { sweepClocks } from "./sweep.ts";
import { createMatterSweep } from "./sweep-matters.ts";

type Sweeping = {
  readonly office: OfficeContext;
  readonly blobs: Pick<Blobs, "remove">;
  readonly clockKey: Signer;
  readonly log: Logger;
};

/**
 * What one round of the clocks does: says what was missed, and erases what is due. None waits for another to work, nor one case or
 * matter for another; whoever runs the machine reads of each that failed, and the next round tries again.
 */
export function createSweep({ office, blobs, clockKey, log }: Sweeping): () => Promise<void> {
  const unread = (error: unknown): void => log.error({ fault: nameOfFault(error) }, "clocks could not be read");
  const sweepMatters = createMatterSweep(office, clockKey);
  return async () => {
    if (!(await office.registry.read().catch(unread))) return;
    const unsaid = [await sweepClocks(office, clockKey).catch(unread), await sweepMatters().catch(unread)];
    for (const fault of unsaid.flatMap((faults) => faults ?? []))
      log.error({ fault }, "a missed clock could not be said");
    const erasures = await sweepErasures(office, blobs, clockKey).catch(unread);
    for (const fault of erasures?.faults ?? []) log.error({ fault }, "an erasure could not be run");
  };
}
