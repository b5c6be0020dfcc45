import { type Instant, neverHere, type StaffId } from "@temwen/vocabulary";
import type { CaseFact } from "../facts/facts.ts";
import { goingKinds } from "./going-kinds.ts";

/** To whom a case is handed over, and which pieces of evidence go along. */
type HandedTo = { readonly forum: string; readonly parts: ReadonlySet<string> };

/** A step in its place; whoever of the staff signed it, and under which directory. */
type Placed = {
  readonly fact: CaseFact;
  readonly at: Instant;
  readonly index: number;
  readonly by?: StaffId;
  readonly epoch?: number;
};

/**
 * Which steps of a case go out to a forum, by their indexes. Of every other step a dossier holds the digest and nothing else
 * (docs/specs/dossier.md): a body before which somebody is accused needs what is alleged, proved, answered and decided, and must
 * not learn what protects the person, what help they took, whom the office let in, or who else was asked.
 */
export function stepsGoingOut(happened: readonly Placed[], to: HandedTo): ReadonlySet<number> {
  const telling = { ...to, happened };
  const kept = happened.filter(({ fact }) => !goesOut(fact, telling));
  // The words that went to the person with such a step tell of it as well.
  const told = happened.filter((one) => isMessage(one) && kept.some((other) => isSaidWith(one, other)));
  const staying = new Set([...kept, ...told].map(({ index }) => index));
  return new Set(happened.flatMap(({ index }) => (staying.has(index) ? [] : [index])));
}

type Telling = HandedTo & { readonly happened: readonly Placed[] };

const isMessage = ({ fact }: Placed): boolean => fact.type === "case.message-sent/1";

/** Steps of one act bear one signer and one hour. */
const isSaidWith = (one: Placed, other: Placed): boolean =>
  one.by !== undefined && one.by === other.by && one.at === other.at && one.epoch === other.epoch;

function goesOut(fact: CaseFact, telling: Telling): boolean {
  const how = goingKinds[fact.type];
  switch (how) {
    case "goes":
      return true;
    case "stays":
      return false;
    case "forum":
      return forumsIn(fact).includes(telling.forum);
    case "evidence":
      return piecesIn(fact).some((part) => telling.parts.has(part));
    case "newest":
      return telling.happened.findLast((one) => goingKinds[one.fact.type] === "newest")?.fact === fact;
    case "answer":
      return isAnswerOf(fact, telling);
    case "consent":
      return forumsIn(fact).includes(telling.forum) && isToHandOver(fact);
    default:
      return neverHere(how);
  }
}

/** The body that a step names. */
function forumsIn(fact: CaseFact): readonly string[] {
  if ("forum" in fact) return [fact.forum];
  return "recipient" in fact ? [fact.recipient] : [];
}

function piecesIn(fact: CaseFact): readonly string[] {
  if (fact.type === "case.evidence-opened/1" || fact.type === "case.evidence-exported/1") return [fact.evidence.part];
  if (fact.type === "case.evidence-added/1" || fact.type === "case.evidence-taken/1") {
    return fact.evidence.map(({ part }) => part);
  }
  return [];
}

const isToHandOver = (fact: CaseFact): boolean =>
  "purpose" in fact && (fact.purpose === "referral" || fact.purpose === "transfer");

function isAnswerOf(fact: CaseFact, { forum, happened }: Telling): boolean {
  if (fact.type !== "case.referral-answered/1") return false;
  return happened.some(
    (one) =>
      (one.fact.type === "case.referred/1" || one.fact.type === "case.referred/2") &&
      one.fact.number === fact.referral &&
      one.fact.forum === forum,
  );
}
