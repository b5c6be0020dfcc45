import {
  type Case,
  type CaseFact,
  clockMissedShape,
  foldCase,
  type Happened,
  personFactShape,
  staffStatementShape,
} from "@temwen/casework";
import type { RecordedEvent, TheRecord } from "@temwen/record";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import { type CaseId, parseCanonical } from "@temwen/vocabulary";

/** A case as the record tells it. */
export type CaseFile = { readonly events: readonly RecordedEvent[]; readonly theCase: Case };

/** Reads a case's events and folds them. What cannot be read is a fault: only read facts were ever appended. */
export async function readCaseFile(record: TheRecord, caseId: CaseId): Promise<CaseFile> {
  const events = await record.readStream(caseId);
  return { events, theCase: foldCase(events.map(readEvent)) };
}

/** A recorded event as the rules see it. */
export function readEvent(event: RecordedEvent): Happened {
  const body = parseCanonical(event.body);
  if (!body.ok) throw new Error(`event ${event.stream}/${event.index} is not canonical`);
  const statement = staffStatementShape(body.value);
  if (statement) return { fact: statement, at: event.at, by: statement.by };
  const fact: CaseFact | undefined =
    complaintReceivedShape(body.value) ?? personFactShape(body.value) ?? clockMissedShape(body.value);
  if (!fact) throw new Error(`event ${event.stream}/${event.index} has an unknown type`);
  return { fact, at: event.at };
}
