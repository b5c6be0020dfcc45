import {
  judgeMatter,
  type Matter,
  type MatterHappened,
  readMatterBody,
  type UnlawfulMatterStep,
} from "@temwen/casework/matters";
import type { RecordedEvent } from "@temwen/record";
import type { MatterId } from "@temwen/vocabulary";
import type { OfficeContext } from "../office-context.ts";
import { readBody, readJudged } from "../stream-file.ts";

/** A matter as the record tells it, as far as it is lawful. */
export type MatterFile = {
  readonly events: readonly RecordedEvent[];
  readonly matter: Matter;
  /** Steps that this server would never have taken: somebody else wrote into its record. */
  readonly unlawful: readonly UnlawfulMatterStep[];
};

/** Reads a matter's events as far as they are lawful. */
export const readMatterFile = (
  office: Pick<OfficeContext, "record" | "registry">,
  about: MatterId,
): Promise<MatterFile> =>
  readJudged(office, about, {
    read: readMatterEvent,
    judge: (steps, directoryOf) => judgeMatter(about, steps, directoryOf),
  });

/** A recorded event as the rules see it. */
export function readMatterEvent(event: RecordedEvent): MatterHappened {
  const step = readMatterBody(readBody(event), event);
  if (!step) throw new Error(`event ${event.stream}/${event.index} has an unknown type`);
  return step;
}
