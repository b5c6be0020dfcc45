import {
  type Case,
  type CaseFact,
  clockMissedShape,
  erasedShape,
  judgeHistory,
  personFactShape,
  staffStatementShape,
  type UnlawfulStep,
  type Witnessed,
} from "@temwen/casework";
import type { RecordedEvent } from "@temwen/record";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import { type CaseId, parseCanonical } from "@temwen/vocabulary";
import type { OfficeContext } from "./office-context.ts";

/** A case as the record tells it, as far as it is lawful. */
export type CaseFile = {
  readonly events: readonly RecordedEvent[];
  readonly theCase: Case;
  /** Steps that this server would never have taken: somebody else wrote into its record. */
  readonly unlawful: readonly UnlawfulStep[];
};

/**
 * Reads a case's events and judges them by the law that decides orders, as every reader does. What cannot be read is a
 * fault: only read facts were ever appended. What is not lawful is no fault: the person must still be heard.
 */
export async function readCaseFile(
  { record, registry }: Pick<OfficeContext, "record" | "registry">,
  caseId: CaseId,
): Promise<CaseFile> {
  const events = await record.readStream(caseId);
  const state = await registry.read();
  const { theCase, unlawful } = judgeHistory(events.map(readEvent), (epoch) => state?.byEpoch.get(epoch)?.directory);
  return { events, theCase, unlawful };
}

/** A recorded event as the rules see it. */
export function readEvent(event: RecordedEvent): Witnessed {
  const { at, index } = event;
  const body = parseCanonical(event.body);
  if (!body.ok) throw new Error(`event ${event.stream}/${index} is not canonical`);
  const statement = staffStatementShape(body.value);
  if (statement) return { fact: statement, at, index, by: statement.by, epoch: statement.epoch };
  const fact: CaseFact | undefined =
    complaintReceivedShape(body.value) ??
    personFactShape(body.value) ??
    clockMissedShape(body.value) ??
    erasedShape(body.value);
  if (!fact) throw new Error(`event ${event.stream}/${index} has an unknown type`);
  return { fact, at, index };
}
