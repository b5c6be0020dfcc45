import { recordBytes, type Signer, vouchFor } from "@temwen/office";
import type { EventToAppend } from "@temwen/record";
import { canonicalBytes, type Instant, type Json } from "@temwen/vocabulary";
import { digestOf } from "../digest.ts";

/** What the server says by itself, as an event to append in its place: signed by its clock key. */
export function eventByClock(
  fact: Json & { readonly type: string },
  { at, index }: { readonly at: Instant; readonly index: number },
  clockKey: Signer,
): EventToAppend {
  const body = canonicalBytes(fact);
  const vouchings = [vouchFor(body, clockKey)];
  return { type: fact.type, at, body, vouchings, digest: digestOf(recordBytes({ at, body: fact, index, vouchings })) };
}
