// What a holder seals for whoever is to read, and the terms it names; for `vectors/escrow-opening.json`.
import { openingTerms } from "@temwen/casework";
import { shareToBytes } from "@temwen/sealing/seal";
import { createId, type Instant, type Json, utf8ToText } from "@temwen/vocabulary";
import { staffIdOf } from "./office-vectors.ts";

/** Terms of a proposal, and a share handed over for it. */
export function openingVectors(): Json {
  const caseId = createId("case", new Uint8Array(16).fill(1));
  const readers = [staffIdOf("intake-2"), staffIdOf("investigator-1")];
  const proposedBy = staffIdOf("intake-1");
  const proposedAt = "2026-11-03T15:04:05.678Z" as Instant;
  const terms = openingTerms(caseId, { number: 2, because: "life-at-risk", readers, proposedBy, proposedAt });
  const share = { share: new Uint8Array(33).fill(2), salt: new Uint8Array(32).fill(3) };
  const text = utf8ToText(shareToBytes({ case: caseId, ...share, opening: terms }));
  if (!text.ok) throw new Error("a share is text");
  return {
    spec: "docs/specs/escrow-opening.md",
    proposal: { case: caseId, opening: 2, because: "life-at-risk", readers, by: proposedBy, at: proposedAt },
    terms,
    handed: text.value,
  };
}
