import {
  type Case,
  type CaseFact,
  clockMissedShape,
  erasedShape,
  judgeHistory,
  openedShape,
  personFactShape,
  staffStatementShape,
  type UnlawfulStep,
  type Witnessed,
} from "@temwen/casework";
import type { RecordedEvent } from "@temwen/record";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import type { CaseId } from "@temwen/vocabulary";
import type { OfficeContext } from "./office-context.ts";
import { readBody, readJudged } from "./stream-file.ts";

/** A case as the record tells it, as far as it is lawful. */
export type CaseFile = {
  readonly events: readonly RecordedEvent[];
  readonly theCase: Case;
  /** The steps that made it so. */
  readonly lawful: readonly Witnessed[];
  /** Steps that this server would never have taken: somebody else wrote into its record. */
  readonly unlawful: readonly UnlawfulStep[];
};

/** Reads a case's events as far as they are lawful. */
export const readCaseFile = (office: Pick<OfficeContext, "record" | "registry">, caseId: CaseId): Promise<CaseFile> =>
  readJudged(office, caseId, { read: readEvent, judge: judgeHistory<Witnessed> });

/** A recorded event as the rules see it. */
export function readEvent(event: RecordedEvent): Witnessed {
  const { at, index } = event;
  const body = readBody(event);
  const statement = staffStatementShape(body);
  if (statement) return { fact: statement, at, index, by: statement.by, epoch: statement.epoch };
  const opened = openedShape(body);
  if (opened) return { fact: opened, at, index, by: opened.by, epoch: opened.epoch };
  const fact: CaseFact | undefined =
    complaintReceivedShape(body) ?? personFactShape(body) ?? clockMissedShape(body) ?? erasedShape(body);
  if (!fact) throw new Error(`event ${event.stream}/${index} has an unknown type`);
  return { fact, at, index };
}
