import {
  type Digest,
  granted,
  type Instant,
  instantToMillis,
  type Result,
  refused,
  type StaffId,
} from "@temwen/vocabulary";
import type { PartRef } from "../words/part-ref.ts";
import type {
  IdentityApprovedFact,
  IdentityAskedFact,
  IdentityOpenedFact,
  IdentityReason,
  IdentityRefusedFact,
  VaultFact,
} from "./vault-facts.ts";

/** Who asked for the name, or was allowed to see it. A case without one is sealed: nobody has asked. */
export type Vault =
  | {
      readonly state: "asked";
      readonly askedBy: StaffId;
      readonly askedAt: Instant;
      readonly reason: IdentityReason;
      readonly half: Digest;
    }
  | {
      readonly state: "approved";
      readonly askedBy: StaffId;
      readonly reason: IdentityReason;
      readonly approvedBy: StaffId;
      readonly approvedAt: Instant;
    };

export type AskIdentity = {
  readonly type: "ask-identity";
  readonly reason: IdentityReason;
  readonly half: Digest;
  readonly explanation: PartRef;
};
export type ApproveIdentity = { readonly type: "approve-identity"; readonly half: Digest; readonly grant: PartRef };
export type RefuseIdentity = { readonly type: "refuse-identity"; readonly explanation: PartRef };
export type OpenIdentity = { readonly type: "open-identity" };
export type VaultOrder = AskIdentity | ApproveIdentity | RefuseIdentity | OpenIdentity;

export type VaultRefusal =
  | { readonly code: "identity-already-asked" }
  | { readonly code: "identity-not-asked" }
  | { readonly code: "identity-not-approved" }
  | { readonly code: "identity-ask-expired" }
  | { readonly code: "cannot-approve-own-ask" }
  | { readonly code: "same-half" };

/** A question waits three days for an answer, and a yes lasts three days: a platform default. */
const vaultMillis = 3 * 86_400_000;

/** Until when a question or a yes counts. */
export const vaultEnds = (vault: Vault): number =>
  instantToMillis(vault.state === "asked" ? vault.askedAt : vault.approvedAt) + vaultMillis;

/** What does not depend on the hour: nobody answers their own question, and only who asked may look. */
export function mayTouchVault(order: string, vault: Vault | undefined, actor: StaffId): VaultRefusal | undefined {
  if (order === "approve-identity" || order === "refuse-identity") {
    if (vault?.state !== "asked") return { code: "identity-not-asked" };
    return vault.askedBy === actor ? { code: "cannot-approve-own-ask" } : undefined;
  }
  if (order !== "open-identity") return undefined;
  return vault?.state === "approved" && vault.askedBy === actor ? undefined : { code: "identity-not-approved" };
}

/** Decides an order of the vault, after `mayTouchVault`. */
export function decideVault(
  vault: Vault | undefined,
  order: VaultOrder,
  at: Instant,
): Result<readonly VaultFact[], VaultRefusal> {
  const isOver = vault === undefined || instantToMillis(at) >= vaultEnds(vault);
  if (order.type === "ask-identity") {
    if (!isOver) return refused({ code: "identity-already-asked" });
    const { reason, half, explanation } = order;
    return granted([{ type: "case.identity-asked/1", reason, half, explanation } satisfies IdentityAskedFact]);
  }
  if (isOver) return refused({ code: "identity-ask-expired" });
  if (order.type === "refuse-identity") {
    const { askedBy } = asked(vault);
    const { explanation } = order;
    return granted([{ type: "case.identity-refused/1", askedBy, explanation } satisfies IdentityRefusedFact]);
  }
  if (order.type === "approve-identity") {
    const { askedBy, half: theirs } = asked(vault);
    const { half, grant } = order;
    // Two officers hold the same half: together they could open nothing.
    if (theirs === half) return refused({ code: "same-half" });
    return granted([{ type: "case.identity-approved/1", askedBy, half, grant } satisfies IdentityApprovedFact]);
  }
  if (vault.state !== "approved") throw new Error("that somebody said yes was checked before");
  const { reason, approvedBy } = vault;
  return granted([{ type: "case.identity-opened/1", reason, approvedBy } satisfies IdentityOpenedFact]);
}

function asked(vault: Vault): Extract<Vault, { readonly state: "asked" }> {
  if (vault.state !== "asked") throw new Error("that somebody asks was checked before");
  return vault;
}

/** The vault after one of its facts. A fact out of order is a fault: the rules never let it into the record. */
export function evolveVault(vault: Vault | undefined, fact: VaultFact, by: StaffId, at: Instant): Vault | undefined {
  if (fact.type === "case.identity-asked/1") {
    const { reason, half } = fact;
    return { state: "asked", askedBy: by, askedAt: at, reason, half };
  }
  if (fact.type === "case.identity-opened/1") return vault;
  if (vault?.state !== "asked" || vault.askedBy === by) throw new Error("nobody else asked");
  if (fact.type === "case.identity-refused/1") return undefined;
  const { askedBy, reason } = vault;
  return { state: "approved", askedBy, reason, approvedBy: by, approvedAt: at };
}

/** The order behind a fact of the vault. */
export function vaultOrder(fact: VaultFact): VaultOrder {
  switch (fact.type) {
    case "case.identity-asked/1": {
      const { reason, half, explanation } = fact;
      return { type: "ask-identity", reason, half, explanation };
    }
    case "case.identity-approved/1":
      return { type: "approve-identity", half: fact.half, grant: fact.grant };
    case "case.identity-refused/1":
      return { type: "refuse-identity", explanation: fact.explanation };
    case "case.identity-opened/1":
      return { type: "open-identity" };
  }
}
