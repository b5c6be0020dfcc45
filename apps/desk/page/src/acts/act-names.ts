import type { ActRequest, CaseView } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { type LaterAct, laterActs, sheetOf } from "./sheets.ts";

/** The acts of the first hour, each with a form of its own; those who decide are let in by one press, without any (`panel/without-key.tsx`). */
export type EarlyAct = Exclude<ActRequest["act"], "let-in-panel">;
/** What this page has a form for: those, and whatever has a sheet. */
export type Act = EarlyAct | LaterAct;
type Order = CaseView["orders"][number]["order"];

/** The order of the rules behind each early act, in the order the acts are shown. */
const earlyOrders: { readonly [A in EarlyAct]: Order } = {
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
  "refuse-identity": "refuse-identity",
  "deal-escrow": "deal-escrow",
  "confirm-erasure": "confirm-erasure",
  "stop-erasure": "stop-erasure",
  "propose-erasure": "propose-erasure",
};

/** Everything that this page has a form for. */
export const allActs: readonly Act[] = [...(Object.keys(earlyOrders) as readonly EarlyAct[]), ...laterActs];

export const isEarly = (act: Act): act is EarlyAct => Object.hasOwn(earlyOrders, act);

/** Whether this page has a form of that name; a draft of a newer desk may be of an act that it does not know. */
export const isAct = (name: string): name is Act => allActs.some((act) => act === name);

/** The order of the rules behind an act of the desk. */
export function orderOf(act: Act | "let-in-panel"): Order {
  if (act === "let-in-panel") return "grant-access";
  return isEarly(act) ? earlyOrders[act] : act;
}

/** Why the rules refuse this act now; undefined when it is lawful. */
export const refusalOf = (view: CaseView, act: Act): CaseView["orders"][number]["refusal"] =>
  view.orders.find(({ order }) => order === orderOf(act))?.refusal;

/**
 * Whether an act would lead anywhere: the name is opened by those who hold half of its key, one question at a time; an
 * erasure is answered when somebody proposed one.
 */
export function isOffered(view: CaseView, act: Act): boolean {
  if (!isEarly(act)) return sheetOf(act)?.isOffered?.(view) ?? true;
  // Of the panel those who decide let in the others who do, and nobody else.
  if (act === "grant") return person.value?.me.role !== "panel";
  if (act === "ask-identity") return view.holdsIdentityHalf && view.vault.state === "sealed";
  if (act === "approve-identity") return view.holdsIdentityHalf && view.vault.state === "asked";
  // For a no nobody needs a half, and nobody gives one to their own question.
  if (act === "refuse-identity") return view.vault.state === "asked" && !view.vault.isMine;
  if (act === "propose-erasure") return view.erasure === undefined;
  if (act === "confirm-erasure") return view.erasure?.step === "proposed";
  if (act === "stop-erasure") return view.erasure !== undefined;
  return true;
}

export const isLawful = (view: CaseView, act: Act): boolean =>
  view.orders.some(({ order, refusal }) => order === orderOf(act) && refusal === undefined);
