import { recordBytes, type Vouching } from "@temwen/office";
import { canonicalBytes, type Digest } from "@temwen/vocabulary";
import type { StaffFact } from "./facts.ts";
import { type StaffStatement, type StatementHeader, stateFact } from "./statements.ts";

/** A statement in its place: the bytes to sign and to store. */
export type PlacedStatement = { readonly statement: StaffStatement; readonly body: Uint8Array };

/**
 * Puts facts of one act one after another behind a stream's last record. Each names the digest of the record before
 * it, so the signature of each is needed before the next can be stated: `vouch` gives it. A desk signs there; the
 * server hands over what it received. The hour of a staff record is the one signed.
 */
export function chainFacts(
  facts: readonly StaffFact[],
  header: Omit<StatementHeader, "index" | "previous">,
  last: { readonly index: number; readonly digest: Digest },
  tools: {
    readonly vouch: (body: Uint8Array, place: number) => Vouching;
    readonly digest: (bytes: Uint8Array) => Digest;
  },
): readonly (PlacedStatement & { readonly vouching: Vouching; readonly digest: Digest })[] {
  let previous = last.digest;
  return facts.map((fact, place) => {
    const index = last.index + 1 + place;
    const statement = stateFact(fact, { ...header, index, previous });
    const body = canonicalBytes(statement);
    const vouching = tools.vouch(body, place);
    previous = tools.digest(recordBytes({ at: header.at, body: statement, index, vouchings: [vouching] }));
    return { statement, body, vouching, digest: previous };
  });
}
