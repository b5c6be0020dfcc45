import { type Role, strictTiesWith } from "@temwen/office";
import { granted, type MatterId, type MatterKind, type Result, refused } from "@temwen/vocabulary";
import type { Actor } from "../case/commands.ts";
import { fitsKind, type MatterOrder, ordersOf } from "./acts.ts";
import { mayEraseClaim } from "./erasing.ts";
import type { KnownMatter, Matter } from "./matter.ts";
import type { MatterRefusal } from "./refusals.ts";

type Stage = Matter["stage"];
type Order = { readonly roles: readonly Role[]; readonly stages: readonly Stage[] };

/** Who works on matters at all, and sees that they are there. */
export const matterRoles: readonly Role[] = ["intake", "investigator", "panel", "child-protection"];
const makers: readonly Role[] = ["investigator", "panel", "child-protection"];
const panel: readonly Role[] = ["panel"];
/** Who works with families; nobody of intake, which has no further part in them. */
const familyRoles: readonly Role[] = ["investigator", "panel", "support", "child-protection"];
const carers: readonly Role[] = ["investigator", "support", "child-protection"];
const openClaim: readonly Stage[] = ["open", "recognised"];
const everybody: readonly Role[] = ["intake", "investigator", "panel", "support", "child-protection"];

/** The roles that may be let into a matter of a kind. */
export const rolesIn: { readonly [K in MatterKind]: readonly Role[] } = {
  recommendation: matterRoles,
  visit: matterRoles,
  paternity: familyRoles,
};
const always: readonly Stage[] = [
  ...(["made", "handed-over", "answered", "claimed", "changed", "closed"] as const),
  ...(["planned", "reported", "called-off"] as const),
  ...openClaim,
];

const orders: { readonly [O in MatterOrder["type"]]: Order } = {
  "make-recommendation": { roles: makers, stages: ["unknown"] },
  "hand-over-recommendation": { roles: panel, stages: ["made"] },
  "publish-recommendation": {
    roles: panel,
    stages: ["made", "handed-over", "answered", "claimed", "changed", "closed"],
  },
  "record-recommendation-answer": { roles: matterRoles, stages: ["handed-over", "answered"] },
  "record-claim": { roles: matterRoles, stages: ["handed-over", "answered"] },
  "check-change": { roles: makers, stages: ["claimed"] },
  // Behind an answer, or behind a silence that was written down: never past both.
  "close-recommendation": { roles: panel, stages: ["answered"] },
  "plan-visit": { roles: makers, stages: ["unknown"] },
  "record-visit": { roles: makers, stages: ["planned"] },
  "call-off-visit": { roles: panel, stages: ["planned"] },
  "report-visit": { roles: panel, stages: ["made"] },
  "record-visit-answer": { roles: matterRoles, stages: ["reported", "answered"] },
  "make-claim": { roles: carers, stages: ["unknown"] },
  "record-sample-consent": { roles: carers, stages: openClaim },
  "record-sample": { roles: carers, stages: openClaim },
  "ask-state": { roles: panel, stages: openClaim },
  "record-state-answer": { roles: familyRoles, stages: openClaim },
  "record-recognition": { roles: panel, stages: openClaim },
  "record-payment": { roles: familyRoles, stages: ["recognised"] },
  "record-claim-withdrawal": { roles: carers, stages: openClaim },
  "close-claim": { roles: panel, stages: openClaim },
  "propose-claim-erasure": { roles: carers, stages: ["closed"] },
  "confirm-claim-erasure": { roles: panel, stages: ["closed"] },
  // Whoever may want it may also stop it, so that it never hangs on two people who have left.
  "stop-claim-erasure": { roles: familyRoles, stages: ["closed"] },
  "let-in": { roles: everybody, stages: always },
  // A colleague may leave, and words be written, after the end too.
  "rekey-matter": { roles: everybody, stages: always },
  "step-back": { roles: everybody, stages: always },
};

/** By two people: what one of them did, by order, somebody else does not go on with. */
const ownWork: { readonly [O in MatterOrder["type"]]?: (matter: KnownMatter, actor: Actor) => boolean } = {
  "hand-over-recommendation": ({ openedBy }, { id }) => openedBy === id,
  "publish-recommendation": ({ openedBy }, { id }) => openedBy === id,
  "close-recommendation": ({ openedBy }, { id }) => openedBy === id,
  "call-off-visit": ({ openedBy }, { id }) => openedBy === id,
  "ask-state": ({ openedBy }, { id }) => openedBy === id,
  "record-recognition": ({ openedBy }, { id }) => openedBy === id,
  "close-claim": ({ openedBy }, { id }) => openedBy === id,
  "report-visit": (matter, { id }) => matter.kind === "visit" && matter.madeBy === id,
};

/** Whether this person may give this order now. What only its content decides is for `decide.ts`. */
export function mayGiveInMatter(
  order: MatterOrder["type"],
  matter: Matter,
  about: MatterId,
  actor: Actor,
): Result<Matter, MatterRefusal> {
  const { roles, stages } = orders[order];
  if (!fitsKind(order, about)) return refused({ code: "wrong-stage", stage: matter.stage, allowed: [] });
  if (!roles.includes(actor.role)) return refused({ code: "wrong-role", role: actor.role, allowed: roles });
  if (!stages.includes(matter.stage)) return refused({ code: "wrong-stage", stage: matter.stage, allowed: stages });
  if (matter.stage === "unknown") return granted(matter);
  const ties = tiesTo(matter.forces, actor);
  if (ties.length > 0) return refused({ code: "tied-to-respondent", ties });
  if (matter.steppedBack.includes(actor.id)) return refused({ code: "recused" });
  if (!matter.access.includes(actor.id)) return refused({ code: "not-let-in" });
  if (ownWork[order]?.(matter, actor)) return refused({ code: "cannot-confirm-own-proposal" });
  if (order === "publish-recommendation" && matter.told) return refused({ code: "already-published" });
  if (order === "record-state-answer" && matter.askedAt === undefined) return refused({ code: "nothing-asked" });
  const erasing = mayEraseClaim(order, matter, actor.id);
  if (erasing) return refused(erasing);
  const isClaimer = matter.kind === "recommendation" && matter.claimedBy.includes(actor.id);
  if (order === "check-change" && isClaimer) return refused({ code: "cannot-check-own-claim" });
  return granted(matter);
}

/** The ties that bar somebody; where it is unknown whom a matter concerns, any tie does. */
export const tiesTo = (forces: readonly string[], { ties }: Pick<Actor, "ties">): readonly string[] =>
  strictTiesWith(ties, forces);

/**
 * Whether somebody sees that a matter is there, and what is clear of it. Its words need a key besides. Of a family's claim only
 * whoever was let in sees even that it is there.
 */
export function mayReadMatter(matter: Matter, actor: Actor): matter is KnownMatter {
  if (matter.stage === "unknown" || matter.steppedBack.includes(actor.id)) return false;
  if (matter.kind === "paternity" && !matter.access.includes(actor.id)) return false;
  return rolesIn[matter.kind].includes(actor.role) && tiesTo(matter.forces, actor).length === 0;
}

/** The orders of a matter's kind, each with the reason why this person could not give it now. */
export const lawfulMatterOrders = (
  matter: KnownMatter,
  about: MatterId,
  actor: Actor,
): readonly { readonly order: MatterOrder["type"]; readonly refusal?: MatterRefusal }[] =>
  ordersOf(matter.kind)
    .filter((order) => !orders[order].stages.includes("unknown"))
    .map((order) => {
      const may = mayGiveInMatter(order, matter, about, actor);
      return may.ok ? { order } : { order, refusal: may.refusal };
    });
