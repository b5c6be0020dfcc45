import type { laterWords } from "@temwen/casework";

/** Under which words of the catalogue the answers to each question of an order stand: `track.sea`, `respondent.unit`. */
export const wordKinds = {
  track: "track",
  reason: "recusal",
  kind: "respondent",
  of: "subject",
  language: "language",
  interpreter: "interpreter",
  repeats: "repeats",
  holder: "holder",
  answer: "answer",
  how: "how",
  because: "because",
  represented: "represented",
  level: "level",
  service: "service",
  offered: "offered",
  finds: "finds",
  ...{ purpose: "purpose", given: "given", including: "along", explainer: "explained" },
  ...{ spoke: "spoke", free: "free", goesOnFor: "goesOnFor", facts: "newFacts" },
  decides: "decides",
  outcome: "outcome",
  vote: "vote",
  delivered: "delivered",
  decidedBy: "decider",
} as const satisfies { readonly [N in keyof typeof laterWords]?: string };
