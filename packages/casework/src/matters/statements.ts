import { recordBytes, type Vouching } from "@temwen/office";
import {
  canonicalBytes,
  type Digest,
  fieldsOf,
  type Instant,
  type Json,
  oneOf,
  parseDigest,
  parsed,
  parseId,
  parseInstant,
  parseMatterId,
  type Shape,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type MatterFact, matterFields } from "./acts.ts";
import { type MatterServerFact, matterServerShape } from "./clock-facts.ts";
import type { MatterEvent } from "./evolve.ts";
import type { MatterHeader } from "./matter.ts";

/** A fact of a matter with its header: the body that is signed. The first event of a stream names none before it. */
export type MatterStatement = MatterFact & MatterHeader & { readonly previous?: Digest };

const header = {
  matter: parsed(parseMatterId),
  office: parsed((value) => parseId("office", value)),
  epoch: wholeUpTo(1e9),
  index: wholeUpTo(1e9),
  by: parsed((value) => parseId("staff", value)),
  at: parsed(parseInstant),
};

/** Reads a signed statement of a matter: with the record before it exactly where there is one. */
export const matterStatementShape: Shape<MatterStatement> = (value) => {
  for (const [type, fields] of Object.entries(matterFields)) {
    const said = { type: oneOf(type), ...fields, ...header };
    const statement = (fieldsOf(said)(value) ?? fieldsOf({ ...said, previous: parsed(parseDigest) })(value)) as
      | MatterStatement
      | undefined;
    if (statement) return (statement.index === 0) === (statement.previous === undefined) ? statement : undefined;
  }
  return undefined;
};

/** A step of a matter as the record gives it back: somebody of staff signed it, or the server by itself. */
export type MatterHappened = MatterStatement | (MatterServerFact & { readonly index: number; readonly at: Instant });

/** Reads the body of a recorded step; undefined for what no release of the rules knows. */
export function readMatterBody(
  body: Json,
  { index, at }: { readonly index: number; readonly at: Instant },
): MatterHappened | undefined {
  const byServer = matterServerShape(body);
  return byServer ? { ...byServer, index, at } : matterStatementShape(body);
}

/** A step as states are made of it. */
export const eventOf = (step: MatterHappened): MatterEvent =>
  "by" in step ? { fact: step, at: step.at, by: step.by } : { fact: step, at: step.at };

/** A statement in its place: the bytes to sign and to store, whose word it is, and the digest of its record. */
export type PlacedMatterStatement = {
  readonly statement: MatterStatement;
  readonly body: Uint8Array;
  readonly vouching: Vouching;
  readonly digest: Digest;
};

/** Puts a fact behind a matter's last record; a desk signs there, the server hands over the vouching it received. */
export function placeMatterFact(
  fact: MatterFact,
  header: Omit<MatterHeader, "index">,
  last: { readonly index: number; readonly digest: Digest } | undefined,
  tools: { readonly vouch: (body: Uint8Array) => Vouching; readonly digest: (bytes: Uint8Array) => Digest },
): PlacedMatterStatement {
  const index = last ? last.index + 1 : 0;
  const statement: MatterStatement = { ...fact, ...header, index, ...(last && { previous: last.digest }) };
  const body = canonicalBytes(statement as unknown as Json);
  const vouching = tools.vouch(body);
  const digest = tools.digest(recordBytes({ at: header.at, body, index, vouchings: [vouching] }));
  return { statement, body, vouching, digest };
}
