import {
  fieldsOf,
  listOf,
  oneOf,
  parseDigest,
  parsed,
  parseId,
  type Shape,
  type StaffId,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type PartRef, partName } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

/** Why a story would be opened by its escrow. In words from this list only: nobody is left to seal an explanation to. */
export const openingReasons = ["all-readers-gone", "readers-refuse", "readers-unreachable", "life-at-risk"] as const;
export type OpeningReason = (typeof openingReasons)[number];

/** Why an opening was stopped within its wait. */
export const stoppingReasons = ["not-needed", "person-asked", "wrong-reader", "doubted"] as const;

const opening = wholeUpTo(1000);
const terms = parsed(parseDigest);
const staff = parsed((value) => parseId("staff", value));

/** A holder's share, sealed to one of those who are to read. */
export type HandedShare = PartRef & { readonly to: StaffId };
const shares: Shape<readonly HandedShare[]> = listOf(
  fieldsOf({ to: staff, part: partName, digest: parsed(parseDigest) }),
  2,
);

/**
 * A story is opened by those who hold its shares (docs/specs/escrow-opening.md). There is no act of refusing: whoever
 * does not agree says nothing, and nothing tells that from not having looked.
 */
export const openingActs = {
  "propose-opening": {
    fact: "case.opening-proposed/1",
    /** `readers`: one or two, who are to have the story's key. */
    says: { opening, because: oneOf(...openingReasons), readers: listOf(staff, 2) },
    beside: "nothing",
  },
  /** Somebody of another role says too that a life is at risk: it waits no longer. */
  "confirm-danger": { fact: "case.danger-confirmed/1", says: { opening, terms }, beside: "nothing" },
  "agree-opening": { fact: "case.opening-agreed/1", says: { opening, terms, shares }, beside: "nothing" },
  "stop-opening": {
    fact: "case.opening-stopped/1",
    says: { opening, terms, because: oneOf(...stoppingReasons) },
    beside: "nothing",
  },
  /** Recorded before the shares are joined. */
  "open-escrow": {
    fact: "case.escrow-opened/1",
    says: { opening, terms, because: oneOf(...openingReasons) },
    beside: "nothing",
  },
} as const satisfies SaidActs;

/** What an order of an opening says of the one that stands, and of whoever gives it: no person has to. */
export function saidByCase(order: string): readonly string[] {
  if (order === "propose-opening") return ["opening"];
  if (order === "open-escrow") return ["opening", "terms", "because"];
  if (order === "agree-opening") return ["opening", "terms", "shares"];
  return openingOrders.includes(order) ? ["opening", "terms"] : [];
}

/** What an opening leaves in the record. */
export const openingFacts: readonly string[] = Object.values(openingActs).map(({ fact }) => fact);

/** The orders of an opening: who gives them need not, and mostly cannot, read the words. */
export const openingOrders: readonly string[] = Object.keys(openingActs);
