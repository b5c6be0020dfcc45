import { type Digest, type Instant, parseCanonical } from "@temwen/vocabulary";
import { staffStatementShape } from "../facts/statements.ts";

/** An answer that came over the receipt page, for which referral, and when. */
type Came = { readonly referral: number; readonly digest: Digest; readonly at: Instant };

/**
 * The answers that came to a case and that nobody wrote down, as one line of words for a list: of each referral the hour of the oldest. Empty
 * where none waits. `bodies` are those of the case's events.
 */
export function spellCame(came: readonly Came[], bodies: Iterable<Uint8Array>): string {
  if (came.length === 0) return "";
  const recorded = new Set<string>();
  for (const body of bodies) {
    const value = parseCanonical(body);
    const fact = value.ok ? staffStatementShape(value.value) : undefined;
    if (fact?.type === "case.referral-answered/1") for (const digest of fact.received) recorded.add(digest);
  }
  const oldest = new Map<number, Instant>();
  for (const { referral, digest, at } of came) {
    const known = oldest.get(referral);
    if (!recorded.has(digest) && (known === undefined || at < known)) oldest.set(referral, at);
  }
  return [...oldest].map(([referral, at]) => `${referral}/${at}`).join(" ");
}

/** Reads them back: since when an answer for a referral waits. */
export function readCame(spelled: unknown): ReadonlyMap<number, Instant> {
  if (typeof spelled !== "string" || spelled === "") return new Map();
  return new Map(
    spelled.split(" ").map((one) => {
      const [referral = "", at = ""] = one.split("/");
      return [Number(referral), at as Instant];
    }),
  );
}
