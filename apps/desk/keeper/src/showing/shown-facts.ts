import type { Json } from "@temwen/vocabulary";

/**
 * What the record says in clear and a reader can use, in the order in which it is read; digests, keys and headers are for
 * the audit. The page says each in words.
 */
export const shownFacts = [
  ...["choice", "language", "number", "sequence", "reason"],
  ...["rights", "class", "forces", "department", "month", "child"],
  ...["clock", "due", "piece", "source", "track", "replaces", "right", "respondent", "kind", "subject", "of"],
  ...[
    "as",
    "wishes",
    "chosenBy",
    "sex",
    "interpreter",
    "repeats",
    "holder",
    "request",
    "answer",
    "how",
    "because",
    "represented",
  ],
  ...["level", "service", "offered", "about", "other", "to", "keys", "key", "proposedBy", "askedBy", "approvedBy"],
  ...["sitting", "decides", "vote", "outcome", "measure", "delivered", "decidedBy", "recipient"],
] as const;

export type ShownFact = (typeof shownFacts)[number];

/** The clear facts of an event by name, as text. */
export function factsIn(event: { readonly [name: string]: Json | undefined }): { readonly [F in ShownFact]?: string } {
  return Object.fromEntries(
    shownFacts.flatMap((name) => {
      const value = name === "piece" ? piecesIn(event.evidence) : event[name];
      if (value === undefined) return [];
      return [[name, Array.isArray(value) ? value.join(", ") : String(value)]];
    }),
  );
}

/** Custody is of one piece; what a person adds may be several. */
function piecesIn(evidence: Json | undefined): readonly string[] | undefined {
  if (evidence === undefined) return undefined;
  return [evidence].flat().map((piece) => (piece as { readonly part: string }).part);
}
