import type { StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { AdmittedCase, KnownCase } from "../case/case.ts";
import type { Actor, CaseRefusal } from "../case/commands.ts";
import type { RespondentAsk } from "../case/respondent-state.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
type AskFact = Extract<LaterFact, { readonly type: "case.respondent-asked/1" | "case.respondent-answered/1" }>;

const asksOf = (theCase: KnownCase): readonly RespondentAsk[] => ("inquiry" in theCase && theCase.inquiry.asks) || [];

/** What somebody of the case asks is written down as it comes, whatever is thought of it. */
export function againstAsk(
  theCase: KnownCase,
  { number, respondent }: Order<"record-respondent-ask">,
): CaseRefusal | undefined {
  const isKnown = "inquiry" in theCase && theCase.inquiry.respondents[respondent - 1] !== undefined;
  if (!isKnown) return { code: "unknown-respondent" };
  const expected = asksOf(theCase).length + 1;
  return number === expected ? undefined : { code: "out-of-number", expected };
}

/** Answered once, with a reason where it is not done, and by somebody else than whoever took it down: not by one alone. */
export function againstAnswering(
  theCase: KnownCase,
  { ask, became, cause }: Order<"answer-respondent-ask">,
  { id }: Pick<Actor, "id">,
): CaseRefusal | undefined {
  const asked = asksOf(theCase)[ask - 1];
  if (!asked) return { code: "unknown-ask" };
  if (asked.became) return { code: "ask-answered" };
  if (asked.by === id) return { code: "cannot-confirm-own-proposal" };
  return (became === "done") === (cause === "none") ? undefined : { code: "answer-misfit", what: "cause" };
}

/** Whether a respondent still waits to have something put right: until then nobody finds that they answer. */
export const waitsForCorrection = (asks: readonly RespondentAsk[] | undefined, respondent: number): boolean =>
  asks?.some((ask) => ask.respondent === respondent && ask.wants === "correction" && !ask.became) === true;

/** The case after one of these facts. */
export function evolveAsks(theCase: AdmittedCase, fact: AskFact, by: StaffId): AdmittedCase {
  const { inquiry } = theCase;
  const known = asksOf(theCase);
  if (fact.type === "case.respondent-asked/1") {
    const { respondent, wants } = fact;
    return { ...theCase, inquiry: { ...inquiry, asks: [...known, { respondent, wants, by }] } };
  }
  const asks = known.map((one, place) => (place === fact.ask - 1 ? { ...one, became: fact.became } : one));
  return { ...theCase, inquiry: { ...inquiry, asks } };
}
