import { type CaseId, canonicalBytes, type Digest, type Json, type StaffId } from "@temwen/vocabulary";
import { digestOfBytes } from "@temwen/vocabulary/sha256";
import type { LaterFact } from "../acts/later-acts.ts";

type Fact<T extends LaterFact["type"]> = Extract<LaterFact, { readonly type: T }>;

/** The words that everybody votes on, whatever stands around them in the record or on a screen. */
export type DecisionWords = Omit<Fact<"case.decision-proposed/3">, "type">;

/** What a vote names (docs/specs/inquiry.md); a desk computes it from what it shows. */
export function nameDecision(caseId: CaseId, words: DecisionWords): Digest {
  const { sitting, decides, findings, measures, outcome, published, explanation } = words;
  const said = { decides, explanation, findings, measures, outcome, published, sitting };
  return digestOfWords({ type: "temwen.decision/1", case: caseId, ...said });
}

/** What a decision names of each vote that counted. */
export function nameVote(
  caseId: CaseId,
  { sitting, decision, vote, dissent }: Fact<"case.vote-cast/1">,
  by: StaffId,
): Digest {
  return digestOfWords({ type: "temwen.vote/1", case: caseId, by, decision, dissent, sitting, vote });
}

const digestOfWords = (words: object): Digest => digestOfBytes(canonicalBytes(words as Json));
