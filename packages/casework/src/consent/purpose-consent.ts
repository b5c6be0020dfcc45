import { type ConsentChoice, granted, type Instant, type Result, refused } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";
import type { PurposeConsent } from "../case/consent-state.ts";
import type { ConsentWithdrawnFact } from "../facts/own-facts.ts";
import type { ConsentPart, ConsentPurpose } from "../words/consent-words.ts";
import { rankOf } from "./consent-uses.ts";
import { withoutOverrides } from "./going-on.ts";

type Recording = Extract<LaterOrder, { readonly type: "record-consent" }>;
type Recorded = Extract<LaterFact, { readonly type: "case.consent-recorded/1" }>;

/** What takes a case to others: never against a choice that the person signed. */
const leavesTheOffice: readonly ConsentPurpose[] = ["referral", "transfer"];

/**
 * What the person allows now for a purpose and a recipient: what was said last, if it is a yes and its days are not over.
 * Undefined is no consent; nobody may take silence for one.
 */
export function consentFor(
  theCase: KnownCase,
  purpose: ConsentPurpose,
  recipient: string,
  hour: Instant,
): PurposeConsent | undefined {
  const said = findSaid(theCase, { purpose, recipient });
  return said?.given === "yes" && !isOver(said.until, hour) ? said : undefined;
}

/**
 * What may go along to a body outside the office besides the words: what the person named when they said yes to this very one.
 * Undefined where no such yes counts; what they allow in all names nobody, and nothing.
 */
export function alongTo(theCase: KnownCase, recipient: string, hour: Instant): readonly ConsentPart[] | undefined {
  const [said] = leavesTheOffice.flatMap((purpose) => consentFor(theCase, purpose, recipient, hour) ?? []);
  return said?.including;
}

/** Why what the person is said to allow may not be written down so. */
export function againstConsent(theCase: KnownCase, order: Recording, at: Instant): CaseRefusal | undefined {
  if (order.given === "withdrawn" && findSaid(theCase, order)?.given !== "yes") return { code: "no-such-consent" };
  if (order.given !== "yes") return undefined;
  if (isOver(order.until[0], at)) return { code: "consent-over" };
  const { consentChange } = theCase;
  const isAgainst =
    leavesTheOffice.includes(order.purpose) && consentChange !== undefined && isBelowCourt(consentChange);
  return isAgainst ? { code: "beyond-consent", given: consentChange, needs: "court" } : undefined;
}

/** The person takes one back; who got something by it before keeps it. */
export function decideTakenBack(
  theCase: KnownCase,
  fact: ConsentWithdrawnFact,
): Result<ConsentWithdrawnFact, CaseRefusal> {
  return findSaid(theCase, fact)?.given === "yes" ? granted(fact) : refused({ code: "no-such-consent" });
}

/**
 * The case after something was said; it takes the place of what was said of the same before. What the person signs ends what
 * two people agreed to against them before; what they are heard to say of a forum ends it for that one.
 */
export function evolveConsent(before: LivingCase, fact: Recorded | ConsentWithdrawnFact, at: Instant): LivingCase {
  const { purpose, recipient } = fact;
  const isSigned = fact.type === "case.consent-withdrawn/1";
  const theCase =
    isSigned || purpose === "referral" ? withoutOverrides(before, isSigned ? undefined : recipient) : before;
  const others = (theCase.consents ?? []).filter((one) => !isSame(one, fact));
  if (isSigned)
    return { ...theCase, consents: [...others, { purpose, recipient, given: "withdrawn", including: [], at }] };
  const { given, including, until } = fact;
  const [end] = until;
  const said: PurposeConsent = { purpose, recipient, given, including, at, ...(end !== undefined && { until: end }) };
  return { ...theCase, consents: [...others, said] };
}

/** What the person signs for the whole case ends what they were heard to say for a part of it. */
export function withLess(theCase: LivingCase, choice: ConsentChoice, at: Instant): LivingCase {
  const { consents } = theCase;
  if (!consents || !isBelowCourt(choice)) return theCase;
  const isEnded = ({ purpose, given }: PurposeConsent): boolean => given === "yes" && leavesTheOffice.includes(purpose);
  return {
    ...theCase,
    consents: consents.map((one) => (isEnded(one) ? { ...one, given: "withdrawn", including: [], at } : one)),
  };
}

type Which = Pick<PurposeConsent, "purpose" | "recipient">;

const isSame = (one: Which, other: Which): boolean =>
  one.purpose === other.purpose && one.recipient === other.recipient;

const findSaid = ({ consents }: KnownCase, which: Which): PurposeConsent | undefined =>
  consents?.find((one) => isSame(one, which));

const isBelowCourt = (choice: ConsentChoice): boolean => rankOf(choice) < rankOf("court");

const isOver = (until: string | undefined, hour: Instant): boolean => until !== undefined && until < hour.slice(0, 10);
