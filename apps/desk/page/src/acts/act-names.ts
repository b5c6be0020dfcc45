import type { ActRequest, CaseView } from "../../../keeper/src/views.ts";

/** What this page has a form for; a case is erased at the command line. */
export type Act = Exclude<ActRequest["act"], "propose-erasure" | "confirm-erasure" | "stop-erasure">;
type Order = CaseView["orders"][number]["order"];

/** The order of the rules behind each act of the desk, in the order the acts are shown. */
export const orderOf: { readonly [A in Act]: Order } = {
  acknowledge: "acknowledge-case",
  assess: "assess-case",
  confirm: "confirm-non-admission",
  "keep-open": "keep-open",
  reply: "send-message",
  "propose-not-admitted": "propose-non-admission",
  grant: "grant-access",
  rekey: "rekey-case",
  "ask-identity": "ask-identity",
  "approve-identity": "approve-identity",
  "deal-escrow": "deal-escrow",
};

export const acts = Object.keys(orderOf) as readonly Act[];

/** Why the rules refuse this act now; undefined when it is lawful. */
export const refusalOf = (view: CaseView, act: Act): CaseView["orders"][number]["refusal"] =>
  view.orders.find(({ order }) => order === orderOf[act])?.refusal;

/** Whether an act would lead anywhere: the name is opened by those who hold half of its key, one question at a time. */
export function isOffered(view: CaseView, act: Act): boolean {
  if (act === "ask-identity") return view.holdsIdentityHalf && view.vault.state === "sealed";
  if (act === "approve-identity") return view.holdsIdentityHalf && view.vault.state === "asked";
  return true;
}

export const isLawful = (view: CaseView, act: Act): boolean =>
  view.orders.some(({ order, refusal }) => order === orderOf[act] && refusal === undefined);
