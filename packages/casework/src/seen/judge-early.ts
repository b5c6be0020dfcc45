import { type Role, strictTiesWith, tiesWith } from "@temwen/office";
import { type Instant, neverHere, type Shape } from "@temwen/vocabulary";
import { barringBeside, type NamedForces, nameAnew } from "../case/named-forces.ts";
import { isNamedAsAdded, mostAdded } from "../facts/added.ts";
import { type earlyPersonShape, earlyStaffFields, rekeyedFields } from "../facts/early-facts.ts";
import type { CaseFact, StaffFact } from "../facts/facts.ts";
import { statementsOf } from "../facts/statement-shape.ts";
import type { StaffStatement } from "../facts/statements.ts";
import type { Witnessed } from "../history/read-acts.ts";
import { type DirectoryOf, signedUnder } from "../history/step-law.ts";

// What a person may see of a case until it is assessed, judged by a short law of its own: the whole one is four times as long,
// and most who open a mailbox wait for nothing else yet. It is no other law: a test holds it against the whole one, over lawful
// histories and bent ones (`judge-early.test.ts`).

type EarlyStaffFact = Extract<StaffFact, { readonly type: keyof typeof earlyStaffFields }>;
type EarlyPersonFact = NonNullable<ReturnType<typeof earlyPersonShape>>;
type OfNobody = "case.received/1" | "case.clock-missed/1";
/** A fact that this law knows. */
export type EarlyFact = EarlyStaffFact | EarlyPersonFact | Extract<CaseFact, { readonly type: OfNobody }>;

type Stage = "unknown" | "received" | "acknowledged" | "assessed";
type Rule = { readonly roles: readonly Role[]; readonly stages: readonly Stage[]; readonly leadsTo?: Stage };

const answered: readonly Stage[] = ["acknowledged", "assessed"];

const assessing: Rule = { roles: ["intake"], stages: answered, leadsTo: "assessed" };

/** Who takes which step at which stage. */
const rules: { readonly [T in EarlyStaffFact["type"]]: Rule } = {
  "case.acknowledged/1": { roles: ["intake"], stages: ["received"], leadsTo: "acknowledged" },
  "case.message-sent/1": {
    roles: ["intake", "investigator", "support", "child-protection", "panel"],
    stages: answered,
  },
  "case.assessed/1": assessing,
  "case.assessed/2": assessing,
  "case.assessed/3": assessing,
};

const byOthers: { readonly [T in Exclude<EarlyFact, EarlyStaffFact>["type"]]: true } = {
  "case.received/1": true,
  "case.message-received/1": true,
  "case.withdrawal-asked/1": true,
  "case.consent-changed/1": true,
  "case.evidence-added/1": true,
  "case.clock-missed/1": true,
};

/** Whether this law knows facts of a kind. A case in which any other stands is judged by the whole law alone. */
export const isEarly = (type: string): boolean => Object.hasOwn(rules, type) || Object.hasOwn(byOthers, type);

type Statement<T extends StaffFact["type"]> = Extract<StaffStatement, { readonly type: T }>;

/** Reads a signed staff statement of a fact that this law knows. */
export const earlyStatementShape = statementsOf(earlyStaffFields) as Shape<Statement<EarlyStaffFact["type"]>>;

/** Reads the signed statement that gave a case another key. */
export const rekeyedStatementShape = statementsOf(rekeyedFields) as Shape<Statement<"case.rekeyed/1">>;

/** What is known of a case while this law goes on. */
type Known = NamedForces & {
  readonly stage: Stage;
  readonly sequence: number;
  readonly forces: readonly string[];
  readonly hasWithdrawn: boolean;
  readonly choice: string;
  readonly added: number;
  readonly missed: readonly string[];
};

type EarlyEvent<E extends Witnessed> = E & { readonly fact: EarlyFact };

/** A history as this law knows it; codes are those of the whole law. */
export type JudgedEarly<E> = {
  readonly stage: Stage;
  readonly lawful: readonly E[];
  readonly unlawful: readonly { readonly index: number; readonly code: string }[];
};

/** Judges what a person sees of a case in which only early facts stand. */
export function judgeEarly<E extends Witnessed>(
  events: readonly EarlyEvent<E>[],
  directoryOf: DirectoryOf,
): JudgedEarly<E> {
  let known: Known = {
    ...{ stage: "unknown", sequence: 0, forces: [], hasWithdrawn: false },
    ...{ choice: "", added: 0, missed: [] },
  };
  const lawful: E[] = [];
  const unlawful: { index: number; code: string }[] = [];
  for (const event of events) {
    const judged = judgeStep(known, event, directoryOf);
    if (typeof judged === "string") unlawful.push({ index: event.index, code: judged });
    else {
      known = judged;
      lawful.push(event);
    }
  }
  return { stage: known.stage, lawful, unlawful };
}

/** The case after one more step, or why the law does not know that step. */
function judgeStep(known: Known, event: EarlyEvent<Witnessed>, directoryOf: DirectoryOf): Known | string {
  const { fact, at } = event;
  if (isOfStaff(fact)) return judgeStaffStep(known, fact, event, directoryOf);
  if (fact.type === "case.received/1")
    return known.stage === "unknown" ? { ...known, stage: "received" } : "wrong-stage";
  if (known.stage === "unknown") return "unknown-case";
  return fact.type === "case.clock-missed/1" ? judgeMissed(known, fact, at) : judgeOwn(known, fact);
}

const isOfStaff = (fact: EarlyFact): fact is EarlyStaffFact => Object.hasOwn(rules, fact.type);

function judgeStaffStep(
  known: Known,
  fact: EarlyStaffFact,
  event: Witnessed,
  directoryOf: DirectoryOf,
): Known | string {
  const signed = signedUnder(event, directoryOf);
  if (!signed.ok) return signed.refusal.code;
  const { role, ties } = signed.value.signer;
  const { roles, stages, leadsTo = known.stage } = rules[fact.type];
  if (known.stage === "unknown") return "unknown-case";
  if (!roles.includes(role)) return "wrong-role";
  if (!stages.includes(known.stage)) return "wrong-stage";
  const isNamed = "forces" in fact;
  const barring = isNamed && fact.type !== "case.assessed/1" ? strictTiesWith : tiesWith;
  const isTied = barring(ties, barringBeside(known.forces, known)).length > 0;
  if (isTied || (isNamed && barring(ties, fact.forces).length > 0)) return "tied-to-respondent";
  if (!isNamed) return { ...known, stage: leadsTo };
  return { ...known, stage: leadsTo, ...nameAnew(known, known.forces, fact.type), forces: fact.forces };
}

function judgeMissed(
  known: Known,
  { clock, due }: Extract<EarlyFact, { readonly type: "case.clock-missed/1" }>,
  at: Instant,
): Known | string {
  const name = `${clock} ${due}`;
  return due < at && !known.missed.includes(name) ? { ...known, missed: [...known.missed, name] } : "clock-not-missed";
}

function judgeOwn(known: Known, fact: EarlyPersonFact): Known | string {
  const { sequence } = fact;
  if (sequence !== known.sequence + 1) return "out-of-turn";
  switch (fact.type) {
    case "case.message-received/1":
      return { ...known, sequence };
    case "case.withdrawal-asked/1":
      return known.hasWithdrawn ? "already-withdrawn" : { ...known, sequence, hasWithdrawn: true };
    case "case.consent-changed/1":
      return known.choice === fact.choice ? "consent-unchanged" : { ...known, sequence, choice: fact.choice };
    case "case.evidence-added/1": {
      if (!isNamedAsAdded(fact)) return "evidence-misnamed";
      const added = known.added + fact.evidence.length;
      return added > mostAdded ? "too-much-evidence" : { ...known, sequence, added };
    }
    default:
      return neverHere(fact);
  }
}
