import type { Forum } from "@temwen/mission-pack";
import type { Instant, StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import type { Override, Referral } from "../case/referral-state.ts";
import { consentOf } from "../consent/consent.ts";
import { rankOf } from "../consent/consent-uses.ts";
import { isGraveEnough, overrideCounts } from "../consent/grave.ts";
import { consentFor } from "../consent/purpose-consent.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
type Refer = Order<"refer-case">;
type ReferralFact = Extract<
  LaterFact,
  {
    readonly type:
      | "case.override-proposed/1"
      | "case.override-proposed/2"
      | "case.override-confirmed/1"
      | "case.referred/1"
      | "case.referred/2"
      | "case.referral-answered/1"
      | "case.token-proposed/1"
      | "case.token-confirmed/1";
  }
>;

const referralsOf = ({ referrals }: KnownCase): readonly Referral[] => referrals ?? [];
const findReferral = (theCase: KnownCase, number: number): Referral | undefined => referralsOf(theCase)[number - 1];

/** What the person said of one forum; undefined where they said nothing of it. */
export function saidOfForum(theCase: KnownCase, forum: string, at: Instant): boolean | undefined {
  if (consentFor(theCase, "referral", forum, at)) return true;
  const isSaid = theCase.consents?.some(({ purpose, recipient }) => purpose === "referral" && recipient === forum);
  return isSaid ? false : undefined;
}

/**
 * Whether a case may go to a forum by what the person allows: what was said of that forum counts before the choice for the
 * whole case, and a withdrawal says that nothing more goes out.
 */
function isAllowed(theCase: KnownCase, forum: string, at: Instant): boolean {
  if (theCase.withdrawalAsked) return false;
  const said = saidOfForum(theCase, forum, at);
  if (said !== undefined) return said;
  const given = consentOf(theCase);
  return given !== undefined && rankOf(given) >= rankOf("court");
}

/** Two people may go beyond it for one forum, for a child or in danger alone; what is allowed anyway needs nobody to. */
export function againstOverriding(
  theCase: KnownCase,
  order: Order<"propose-override" | "confirm-override">,
  { office, at, actor, formerly = false }: Deciding,
): CaseRefusal | undefined {
  if (order.type === "confirm-override") return againstAgreeing(theCase, order, actor);
  const { forum } = order;
  if (office.forums && !office.forums.some(({ id }) => id === forum)) return { code: "unknown-forum" };
  if (isAllowed(theCase, forum, at)) return { code: "nothing-to-override" };
  return formerly || isGraveEnough(theCase, order) ? undefined : { code: "not-grave-enough" };
}

/** The second of them is another one, and its ground is still there. */
function againstAgreeing(
  theCase: KnownCase,
  order: Order<"confirm-override">,
  actor: Deciding["actor"],
): CaseRefusal | undefined {
  const against = againstSecond(theCase, order, actor);
  if (against) return against;
  const override = theCase.overrides?.find(({ forum }) => forum === order.forum);
  return override && !overrideCounts(theCase, override) ? { code: "not-grave-enough" } : undefined;
}

/** A case goes out: to a forum that is one, on what that forum's work rests, and as far as the person allows. */
export function againstReferring(
  theCase: KnownCase,
  order: Refer,
  { office, at, formerly = false }: Deciding,
): CaseRefusal | undefined {
  const expected = referralsOf(theCase).length + 1;
  if (order.number !== expected) return { code: "out-of-number", expected };
  const misfit =
    misfitWith(order, office.forums) ?? misfitInItself(order, at) ?? (formerly ? undefined : misfitOfWaiver(order));
  return misfit ?? againstConsent(theCase, order, at);
}

function againstConsent(theCase: KnownCase, { forum, beyond }: Refer, at: Instant): CaseRefusal | undefined {
  const override = theCase.overrides?.find((one) => one.forum === forum && one.confirmed);
  if (isAllowed(theCase, forum, at)) return beyond === "none" ? undefined : { code: "nothing-to-override" };
  if (!override) return { code: "beyond-consent", given: consentOf(theCase) ?? "help-only", needs: "court" };
  if (beyond !== override.beyond) return { code: "referral-misfit", what: "beyond" };
  return overrideCounts(theCase, override) ? undefined : { code: "not-grave-enough" };
}

/** What the pack knows of the forum; nobody knows it who judges an old history. */
function misfitWith(order: Refer, forums: readonly Forum[] | undefined): CaseRefusal | undefined {
  if (!forums) return undefined;
  const forum = forums.find(({ id }) => id === order.forum);
  if (!forum) return { code: "unknown-forum" };
  if (order.fallback !== "none" && !forums.some(({ id }) => id === order.fallback)) return { code: "unknown-forum" };
  if (order.basis.some((word) => !forum.basis.includes(word))) return { code: "referral-misfit", what: "basis" };
  if (order.obstacle.some((word) => !forum.obstacle.includes(word)))
    return { code: "referral-misfit", what: "obstacle" };
  const isMilitary = forum.kind === "military-justice";
  return isMilitary === (order.military === "none") ? { code: "referral-misfit", what: "military" } : undefined;
}

function misfitInItself({ basis, asks, fallback, forum, due }: Refer, at: Instant): CaseRefusal | undefined {
  if (basis.length === 0) return { code: "referral-misfit", what: "basis" };
  if (asks.length === 0) return { code: "referral-misfit", what: "asks" };
  if (fallback === forum) return { code: "referral-misfit", what: "fallback" };
  return due < at.slice(0, 10) ? { code: "referral-misfit", what: "due" } : undefined;
}

/** A waiver that is asked for stands among what is asked: nobody else tells the receiver of it. */
const misfitOfWaiver = ({ waiver, asks }: Refer): CaseRefusal | undefined =>
  (waiver === "asked") === asks.includes("waive-immunity") ? undefined : { code: "referral-misfit", what: "waiver" };

/** An answer of what was asked, on the way it came. */
export function againstReferralAnswer(
  theCase: KnownCase,
  order: Order<"record-referral-answer">,
  at: Instant,
): CaseRefusal | undefined {
  const referral = findReferral(theCase, order.referral);
  if (!referral) return { code: "unknown-referral" };
  const { answered, obstacle, on, cameBy, received } = order;
  const isObstacle = answered === "obstacle-raised" || answered === "obstacle-challenged";
  if (isObstacle !== (obstacle.length === 1)) return { code: "answer-misfit", what: "obstacle" };
  const named = [...referral.obstacle, ...referral.answers.flatMap((one) => one.obstacle)];
  if (answered === "obstacle-challenged" && obstacle.some((word) => !named.includes(word)))
    return { code: "answer-misfit", what: "obstacle" };
  if (on > at.slice(0, 10)) return { code: "answer-misfit", what: "on" };
  if ((cameBy === "receipt-page") !== (received.length === 1)) return { code: "answer-misfit", what: "cameBy" };
  const isKnown = referralsOf(theCase).some(({ answers }) =>
    answers.some((one) => one.received !== undefined && one.received === received[0]),
  );
  return isKnown ? { code: "answer-already-recorded" } : undefined;
}

/** That an answer is only a token is for the panel to say, of what was answered, and once. */
export function againstToken(theCase: KnownCase, { referral }: { readonly referral: number }): CaseRefusal | undefined {
  const found = findReferral(theCase, referral);
  if (!found) return { code: "unknown-referral" };
  if (found.token) return { code: "already-token" };
  return found.answers.length === 0 ? { code: "nothing-answered" } : undefined;
}

/** The second of two people, who is another one. Asked also by whoever sees only the person's part of a case. */
export function againstSecond(
  theCase: KnownCase,
  said: { readonly forum: string } | { readonly referral: number },
  { id }: { readonly id: StaffId },
): CaseRefusal | undefined {
  if ("forum" in said) {
    const override = theCase.overrides?.find(({ forum, confirmed }) => forum === said.forum && !confirmed);
    if (!override) return { code: "no-override-proposed" };
    return override.proposedBy === id ? { code: "cannot-confirm-own-proposal" } : undefined;
  }
  const against = againstToken(theCase, said);
  if (against) return against;
  const by = findReferral(theCase, said.referral)?.tokenProposedBy;
  if (by === undefined) return { code: "no-token-proposed" };
  return by === id ? { code: "cannot-confirm-own-proposal" } : undefined;
}

/** The case after one of these facts. */
export function evolveReferrals(theCase: LivingCase, fact: ReferralFact, by: StaffId, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.override-proposed/1":
    case "case.override-proposed/2": {
      // A newer proposal for a forum takes the place of an older one.
      const others = (theCase.overrides ?? []).filter(({ forum }) => forum !== fact.forum);
      const proposed: Override = { forum: fact.forum, beyond: fact.beyond, proposedBy: by };
      const isFormer = fact.type === "case.override-proposed/1";
      return { ...theCase, overrides: [...others, isFormer ? { ...proposed, formerly: true } : proposed] };
    }
    case "case.override-confirmed/1":
      return {
        ...theCase,
        overrides: (theCase.overrides ?? []).map((one) =>
          one.forum === fact.forum ? { ...one, confirmed: true } : one,
        ),
      };
    case "case.referred/1":
    case "case.referred/2": {
      const { number, forum, due, waiver, fallback, asks, language, obstacle, dossier } = fact;
      const named = dossier[0] === undefined ? {} : { dossier: dossier[0] };
      const referral = { number, forum, at, due, waiver, fallback, asks, language, obstacle, ...named, answers: [] };
      return { ...theCase, referrals: [...referralsOf(theCase), referral] };
    }
    case "case.referral-answered/1": {
      const { answered, obstacle, on, cameBy, received } = fact;
      const came = received[0] === undefined ? {} : { received: received[0] };
      return withReferral(theCase, fact.referral, (one) => ({
        ...one,
        answers: [...one.answers, { answered, obstacle, on, at, cameBy, ...came }],
      }));
    }
    case "case.token-proposed/1":
      return withReferral(theCase, fact.referral, (one) => ({ ...one, tokenProposedBy: by }));
    case "case.token-confirmed/1":
      return withReferral(theCase, fact.referral, (one) => ({ ...one, token: true }));
  }
}

const withReferral = (theCase: LivingCase, number: number, change: (one: Referral) => Referral): LivingCase => ({
  ...theCase,
  referrals: referralsOf(theCase).map((one) => (one.number === number ? change(one) : one)),
});
