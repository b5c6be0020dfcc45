import type { Signer } from "@temwen/office";
import type { Logger } from "pino";
import type { Blobs } from "../evidence/blob-folder.ts";
import { nameOfFault } from "../log.ts";
import type { OfficeContext } from "../office-context.ts";
import { sweepErasures } from "./erasures.ts";
import { sweepClocks } from "./sweep.ts";

type Sweeping = {
  readonly office: OfficeContext;
  readonly blobs: Pick<Blobs, "remove">;
  readonly clockKey: Signer;
  readonly log: Logger;
};

/**
 * One round of the clocks: says what was missed, and erases what is due. Neither waits for the other to work, nor one case
 * for another; whoever runs the machine reads of each that failed, and the next round tries again.
 */
export async function sweepAll({ office, blobs, clockKey, log }: Sweeping): Promise<void> {
  const unread = (error: unknown): void => log.error({ fault: nameOfFault(error) }, "clocks could not be read");
  if (!(await office.registry.read().catch(unread))) return;
  const unsaid = await sweepClocks(office, clockKey).catch(unread);
  for (const fault of unsaid ?? []) log.error({ fault }, "a missed clock could not be said");
  const erasures = await sweepErasures(office, blobs, clockKey).catch(unread);
  for (const fault of erasures?.faults ?? []) log.error({ fault }, "an erasure could not be run");
}
