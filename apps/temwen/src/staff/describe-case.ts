import { formOf, type LaterOrder } from "@temwen/casework";
import type { CaseView } from "@temwen/desk";
import type { ActName } from "./act-words.ts";

/**
 * A case in lines for whoever works on it at the command line. What the person asks of the office stands before their
 * words: who reads only so far must not act against it.
 */
export function describeCase(view: CaseView): string {
  const { story } = view;
  const lines = [
    `case      ${view.caseId}`,
    `stage     ${view.stage}`,
    `received  ${view.receivedAt}`,
    ...describeOpened(view),
    ...view.clocks.map(({ id, due }) => `clock     ${id} ${due < view.now ? "LATE since" : "due"} ${due}`),
    ...(view.withdrawalAsked ? ["WITHDRAWN the person asked to stop: speak with them before anything else"] : []),
    ...describeConsent(view),
    ...(story
      ? [`about     force ${story.force}, child ${story.child}${story.place ? `, place ${story.place}` : ""}`]
      : []),
    ...describeAttribution(view),
    ...describeSupport(view),
    ...describeEvidence(view),
    ...view.links.map(({ other, reason }) => `linked    ${other} ${reason}`),
    "",
    (story ?? view.opened?.words)?.text ?? "",
    "",
    ...view.messages.map(describeMessage),
    "next:",
    ...view.orders.map(describeOrder),
  ];
  return lines.join("\n");
}

/** Flags of a line in the queue that nobody may overlook: the person asked to stop, or waits for an answer. */
export function flagsOf(facts: { readonly [name: string]: unknown }): readonly string[] {
  return [
    ...(facts.withdrawalAsked === true ? ["WITHDRAWAL ASKED"] : []),
    ...(facts.unanswered === true ? ["person wrote"] : []),
    ...(facts.opened === undefined ? [] : [`opened by the office: ${facts.opened}`]),
  ];
}

/** Nobody brought it: who opened it, on what, and that there is nobody to write to. */
function describeOpened({ opened }: CaseView): readonly string[] {
  if (!opened) return [];
  const { by, because, matter, from, basis, forces, words } = opened;
  const of = because === "handed-over" ? `${from}, ${basis}` : matter.join(" ");
  return [
    `opened    by the office: ${because}${of === "" ? "" : ` (${of})`}, by ${by}; nobody holds a receipt of it`,
    `about     force ${forces.join(", ")}`,
    ...(words?.reference ? [`reference ${words.reference}`] : []),
  ];
}

function describeConsent({ consents }: CaseView): readonly string[] {
  const now = consents.find(({ countsNow }) => countsNow);
  return now && now.how !== "asked-to-stop" ? [`allows    ${now.choice} (${now.how} ${now.at})`] : [];
}

/** What follows from whom it is about; nothing, where it is a contingent alone, a company, or nobody knows. */
function describeAttribution({ attribution: { is, owesFocalPoint, told } }: CaseView): readonly string[] {
  if (is === "host-police")
    return ["about     the host police alone: help and record; elsewhere only as the person wants"];
  if (is !== "joint") return [];
  return [
    "joint     rule on the mission's part; what others should make good is recommended",
    ...(owesFocalPoint
      ? ["OWED      notify-focal-point: the UN's due-diligence focal point; without it no closure"]
      : []),
    ...told.map(({ at, by }) => `told      the UN's due-diligence focal point, ${at} by ${by}`),
  ];
}

function describeSupport({ support }: CaseView): readonly string[] {
  if (!support || (support.needs.length === 0 && !support.words)) return [];
  return [`needs     ${[...support.needs, ...(support.words ? [support.words] : [])].join(", ")}`];
}

function describeEvidence({ evidence }: CaseView): readonly string[] {
  if (evidence.length === 0) return [];
  const waiting = evidence.filter(({ arrived }) => !arrived).length;
  const taken = evidence.flatMap((piece) =>
    piece.taken ? [`taken in  ${piece.part} ${piece.taken.at} from ${piece.taken.source} by ${piece.taken.by}`] : [],
  );
  return [`evidence  ${evidence.length}, ${waiting} not arrived; opened at the desk`, ...taken];
}

function describeMessage({ direction, at, text, pressed }: CaseView["messages"][number]): string {
  const said = pressed === undefined ? "" : `  pressed to withdraw: ${pressed}`;
  return `${at}  ${direction}${said}\n${text ?? "(sealed to others)"}\n`;
}

type Order = CaseView["orders"][number]["order"];

function describeOrder({ order, refusal }: CaseView["orders"][number]): string {
  const act = verbFor[order] ?? (formOf(order) ? order : actFor[order as keyof typeof actFor]);
  const name = act ?? `${order} (at the desk)`;
  return `  ${name.padEnd(28)} ${refusal ? `no: ${refusal.code}` : "yes"}`;
}

/** Orders that are given in two cases at once, by a verb of their own. */
const verbFor: { readonly [O in Order]?: string } = { "link-case": "link", "unlink-case": "unlink" };

/** What the command calls an order of those before admission; later ones have one name: an act, or the verb that takes many cases; null where only the desk can do it. */
const actFor: { readonly [order in Exclude<Order, LaterOrder["type"]>]: ActName | "close-flood" | null } = {
  "acknowledge-case": "acknowledge",
  "assess-case": "assess",
  "send-message": "reply",
  "propose-non-admission": "propose-not-admitted",
  "confirm-non-admission": "confirm",
  "keep-open": "keep-open",
  "grant-access": "grant",
  "rekey-case": "rekey",
  "deal-escrow": "deal-escrow",
  "open-evidence": null,
  "export-evidence": null,
  "ask-identity": null,
  "approve-identity": null,
  "refuse-identity": null,
  "open-identity": null,
  "propose-flood": "close-flood",
  "confirm-flood": "close-flood",
  "propose-erasure": "propose-erasure",
  "confirm-erasure": "confirm-erasure",
  "stop-erasure": "stop-erasure",
};
