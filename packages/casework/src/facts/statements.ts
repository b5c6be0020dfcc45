import {
  type CaseId,
  type Digest,
  fieldsOf,
  type Instant,
  type OfficeId,
  oneOf,
  parseDigest,
  parsed,
  parseId,
  parseInstant,
  type Shape,
  type StaffId,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type StaffFact, staffFactFields } from "./facts.ts";

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

const header = {
  case: parsed((value) => parseId("case", value)),
  office: parsed((value) => parseId("office", value)),
  epoch: wholeUpTo(1e9),
  index: wholeUpTo(1e9),
  previous: parsed(parseDigest),
  by: parsed((value) => parseId("staff", value)),
  at: parsed(parseInstant),
};

/** By the type that each names: a history has hundreds, and none is held against every kind there is. */
const statements: ReadonlyMap<unknown, Shape<unknown>> = new Map(
  Object.entries(staffFactFields).map(([type, fields]) => [
    type,
    fieldsOf({ type: oneOf(type), ...fields, ...header }),
  ]),
);

/** Reads a signed staff statement. */
export const staffStatementShape: Shape<StaffStatement> = (value) => {
  const type = typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
  return statements.get(type)?.(value) as StaffStatement | undefined;
};
