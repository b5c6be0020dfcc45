import {
  judgeMatter,
  type Matter,
  type MatterStatement,
  matterStatementShape,
  type UnlawfulMatterStep,
} from "@temwen/casework/matters";
import type { RecordedEvent } from "@temwen/record";
import { type MatterId, parseCanonical } from "@temwen/vocabulary";
import type { OfficeContext } from "../office-context.ts";

/** A matter as the record tells it, as far as it is lawful. */
export type MatterFile = {
  readonly events: readonly RecordedEvent[];
  readonly matter: Matter;
  /** Steps that this server would never have taken: somebody else wrote into its record. */
  readonly unlawful: readonly UnlawfulMatterStep[];
};

/** Reads a matter's events and judges them by the law that decides orders, as every reader does. */
export async function readMatterFile(
  { record, registry }: Pick<OfficeContext, "record" | "registry">,
  about: MatterId,
): Promise<MatterFile> {
  const events = await record.readStream(about);
  const state = await registry.read();
  const judged = judgeMatter(about, events.map(readMatterEvent), (epoch) => state?.byEpoch.get(epoch)?.directory);
  return { events, matter: judged.matter, unlawful: judged.unlawful };
}

/** A recorded event as the rules see it. What cannot be read is a fault: only read statements were ever appended. */
export function readMatterEvent({ stream, index, body }: RecordedEvent): MatterStatement {
  const value = parseCanonical(body);
  const statement = value.ok ? matterStatementShape(value.value) : undefined;
  if (!statement) throw new Error(`event ${stream}/${index} has an unknown type`);
  return statement;
}
