import { isNameable, privateCompany } from "@temwen/office";
import { granted, kindOfMatter, neverHere, type Result, refused } from "@temwen/vocabulary";
import { againstNewKey } from "../intake/new-key.ts";
import { endOfDay } from "../words/end-of-day.ts";
import { factOfMatter, type MatterFact, type MatterOrder } from "./acts.ts";
import { againstClaimErasure } from "./erasing.ts";
import { type DecidingMatter, holdersOf, type KnownMatter, type Matter, paternity } from "./matter.ts";
import { mayGiveInMatter, rolesIn, tiesTo } from "./orders.ts";
import { againstEnding, againstSample } from "./paternity.ts";
import type { MatterRefusal } from "./refusals.ts";
import type { MatterGrant } from "./shared-acts.ts";

type Opening = Extract<MatterOrder, { readonly forces: readonly string[] }>;

/** Decides an order in a matter: its one fact, or why not. */
export function decideMatter(
  matter: Matter,
  order: MatterOrder,
  deciding: DecidingMatter,
): Result<MatterFact, MatterRefusal> {
  const may = mayGiveInMatter(order.type, matter, deciding.about, deciding.actor);
  if (!may.ok) return may;
  const against = "forces" in order ? againstOpening(order, deciding) : againstLater(matter, order, deciding);
  return against ? refused(against) : granted(factOfMatter(order, deciding));
}

/** Whoever opens a matter holds its key, and so does somebody else of the panel: nobody goes on with their own work alone. */
function againstOpening(order: Opening, { about, actor, office }: DecidingMatter): MatterRefusal | undefined {
  const { forces, grants } = order;
  const isList = forces.length > 0 && new Set(forces).size === forces.length;
  if (!isList || !forces.every((force) => isNameable(force, office.forces))) return { code: "unknown-force" };
  if (forces.includes("unknown") && forces.length > 1) return { code: "forces-misfit" };
  if (order.type === "plan-visit" && ![...office.departments, "unknown"].includes(order.department))
    return { code: "unknown-department" };
  if (order.type === "make-recommendation" && !isConcerned(order.to, forces)) return { code: "forces-misfit" };
  const ties = tiesTo(forces, actor);
  if (ties.length > 0) return { code: "tied-to-respondent", ties };
  if (!grants.some(({ to }) => to === actor.id)) return { code: "key-would-be-lost" };
  const others = office.staff.filter(({ id }) => id !== actor.id && grants.some(({ to }) => to === id));
  return (
    againstGrants(grants, { kind: kindOfMatter(about), forces, access: [], steppedBack: [] }, office) ??
    (others.some(({ role }) => role === "panel") ? undefined : { code: "too-few-of-panel", least: 1 })
  );
}

function againstLater(
  matter: Matter,
  order: Exclude<MatterOrder, Opening>,
  deciding: DecidingMatter,
): MatterRefusal | undefined {
  const { actor, office, at } = deciding;
  if (matter.stage === "unknown") throw new Error("only what opens a matter comes before it");
  switch (order.type) {
    case "hand-over-recommendation":
      return againstDay(order.answerDue, at);
    case "ask-state":
    case "report-visit":
      return isConcerned(order.to, matter.forces) ? againstDay(order.answerDue, at) : { code: "forces-misfit" };
    case "record-sample":
      return againstSample(paternity(matter), order);
    case "close-claim":
      return againstEnding(paternity(matter), order, deciding);
    case "record-state-answer":
    case "record-recommendation-answer":
    case "record-visit-answer":
      return order.answer === "none" ? againstSilence(matter, at) : undefined;
    case "let-in":
      return order.grants.length === 0
        ? { code: "no-grants" }
        : againstGrants(order.grants, { ...matter, access: holdersOf(matter) }, office);
    case "rekey-matter":
      return againstRekeying(matter, order, actor, office);
    case "propose-claim-erasure":
    case "confirm-claim-erasure":
    case "stop-claim-erasure":
      return againstClaimErasure(paternity(matter), order, { at, erasureDays: office.erasureDays });
    case "publish-recommendation":
    case "record-sample-consent":
    case "record-recognition":
    case "record-payment":
    case "record-claim-withdrawal":
    case "record-claim":
    case "check-change":
    case "close-recommendation":
    case "record-visit":
    case "call-off-visit":
    case "step-back":
      return undefined;
    default:
      return neverHere(order);
  }
}

/** As a case gets a new key; and somebody of the panel keeps reading, or nobody could go on with it. */
function againstRekeying(
  matter: KnownMatter,
  { recipient, grants }: Extract<MatterOrder, { readonly type: "rekey-matter" }>,
  actor: DecidingMatter["actor"],
  office: DecidingMatter["office"],
): MatterRefusal | undefined {
  const to = grants.map((grant) => grant.to);
  const former = matter.formerRecipients ?? [];
  const isOfPanel = ({ id, role }: DecidingMatter["office"]["staff"][number]): boolean =>
    role === "panel" && to.includes(id);
  return (
    againstNewKey({ recipient, to }, { former, taken: [matter.recipient] }, actor.id) ??
    againstGrants(grants, { ...matter, access: [] }, office) ??
    (office.staff.some(isOfPanel) ? undefined : { code: "too-few-of-panel", least: 1 })
  );
}

/** A State that is asked must be one whose people are concerned: so that nobody tied to it speaks for the office here. No company is a State. */
const isConcerned = (to: string, forces: readonly string[]): boolean =>
  !to.startsWith("contributing-state:") ||
  forces.some((force) => force !== privateCompany && to === `contributing-state:${force}`);

type Present = Pick<KnownMatter, "kind" | "forces" | "access" | "steppedBack">;

function againstGrants(
  grants: readonly MatterGrant[],
  { kind, forces, access, steppedBack }: Present,
  office: DecidingMatter["office"],
): MatterRefusal | undefined {
  const seen = new Set(access);
  for (const { to } of grants) {
    const grantee = office.staff.find(({ id }) => id === to);
    const isFit = grantee && rolesIn[kind].includes(grantee.role) && tiesTo(forces, grantee).length === 0;
    if (!isFit || steppedBack.includes(to) || seen.has(to)) return { code: "grantee-not-eligible", to };
    seen.add(to);
  }
  return undefined;
}

/** A question that is due before it is asked is none. */
const againstDay = (day: string, at: string): MatterRefusal | undefined =>
  day <= at.slice(0, 10) ? { code: "day-is-past" } : undefined;

/** Silence is told when the day is over everywhere. */
function againstSilence({ answerDue }: KnownMatter, at: DecidingMatter["at"]): MatterRefusal | undefined {
  if (answerDue === undefined) throw new Error("nobody was asked");
  return at < endOfDay(answerDue) ? { code: "day-not-past", day: answerDue } : undefined;
}
