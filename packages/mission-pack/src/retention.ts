import {
  fieldsOf,
  granted,
  listOf,
  oneOf,
  type Result,
  refused,
  type Shape,
  textLike,
  textUpTo,
} from "@temwen/vocabulary";
import { type Basis, bases } from "./basis.ts";

/** What an office leaves behind, where, how long, and who takes it away (docs/specs/retention.md). */
export type Trace = {
  readonly id: string;
  readonly what: string;
  /** `table NAME` of the record, or a place in words. */
  readonly where: string;
  readonly kept: string;
  /** Whose work it is: the server's own, of `temwen retention run`, of the operator, or of nobody. */
  readonly removedBy: "server" | "retention-run" | "operator" | "nobody";
  readonly basis: Basis;
};

const traceShape: Shape<Trace> = fieldsOf({
  id: textLike(/^[a-z][a-z0-9-]{1,31}$/),
  what: textUpTo(200),
  where: textUpTo(120),
  kept: textUpTo(200),
  removedBy: oneOf("server", "retention-run", "operator", "nobody"),
  basis: oneOf(...bases),
});
const tableShape = fieldsOf({ traces: listOf(traceShape, 200) });

/** Reads a retention table; each trace is named once. */
export function parseRetention(value: unknown): Result<readonly Trace[], { readonly code: "malformed-retention" }> {
  const table = tableShape(value);
  const isWhole = table && new Set(table.traces.map(({ id }) => id)).size === table.traces.length;
  return isWhole ? granted(table.traces) : refused({ code: "malformed-retention" });
}
