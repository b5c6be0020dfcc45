import type { SignedBody, Vouching } from "@temwen/office";
import {
  canonicalBytes,
  fieldsOf,
  granted,
  type Instant,
  type Json,
  listOf,
  parsed,
  parseInstant,
  type Result,
  refused,
  type Shape,
  textUpTo,
  wholeUpTo,
} from "@temwen/vocabulary";
import type { CallRefusal } from "./line.ts";

/** An event of a case as the person may see it. */
export type ServedEvent = {
  readonly at: Instant;
  readonly index: number;
  readonly body: Uint8Array;
  readonly vouchings: readonly Vouching[];
};

/** Any JSON object that has canonical bytes; a hostile server may send one that has none. */
const json: Shape<Json> = (value) => {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    canonicalBytes(value as Json);
    return value as Json;
  } catch {
    return undefined;
  }
};

const vouching = fieldsOf({ key: textUpTo(44), signature: textUpTo(88) });

/** A signed body as it travels: bodies go as JSON, which compresses; what is verified is their canonical bytes. */
export const signedShape = fieldsOf({ body: json, vouchings: listOf(vouching, 16) });

/** An event as it travels. */
export const eventShape = fieldsOf({
  at: parsed(parseInstant),
  index: wholeUpTo(1e9),
  body: json,
  vouchings: listOf(vouching, 16),
});

type Served = { readonly body: Json; readonly vouchings: readonly Vouching[] };

export const toSigned = ({ body, vouchings }: Served): SignedBody => ({ body: canonicalBytes(body), vouchings });

export const toEvent = (served: Served & { readonly at: Instant; readonly index: number }): ServedEvent => ({
  at: served.at,
  index: served.index,
  body: canonicalBytes(served.body),
  vouchings: served.vouchings,
});

/** Reads an answer by its shape; one that does not fit tells nothing. */
export async function call<T>(
  asked: Promise<Result<unknown, CallRefusal>>,
  shape: Shape<T>,
): Promise<Result<T, CallRefusal>> {
  const answer = await asked;
  return answer.ok ? readAs(answer.value, shape) : answer;
}

/** The same for what has come already. */
export function readAs<T>(value: unknown, shape: Shape<T>): Result<T, CallRefusal> {
  const read = shape(value);
  return read === undefined ? refused({ code: "cannot-tell" }) : granted(read);
}
