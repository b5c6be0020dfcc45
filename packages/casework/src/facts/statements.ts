import type { CaseId, Digest, Instant, OfficeId, Shape, StaffId } from "@temwen/vocabulary";
import { type StaffFact, staffFactFields } from "./facts.ts";
import { statementsOf } from "./statement-shape.ts";

/** What a member of staff says with every fact: where it stands, after what, under which directory, who and when. */
export type StatementHeader = {
  readonly case: CaseId;
  readonly office: OfficeId;
  readonly epoch: number;
  readonly index: number;
  /** Digest of the record before this one in the same stream. */
  readonly previous: Digest;
  readonly by: StaffId;
  readonly at: Instant;
};

/** A fact with its header: the body that is signed. */
export type StaffStatement = StaffFact & StatementHeader;

/** Puts the header on a fact. */
export function stateFact(fact: StaffFact, header: StatementHeader): StaffStatement {
  return { ...fact, ...header };
}

const readStatement = statementsOf(staffFactFields);

/** Reads a signed staff statement. */
export const staffStatementShape: Shape<StaffStatement> = (value) => readStatement(value) as StaffStatement | undefined;
