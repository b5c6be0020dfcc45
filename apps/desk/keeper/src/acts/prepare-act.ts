import {
  type AccessReason,
  accessReasons,
  barringForces,
  type CaseRefusal,
  type Escrow,
  type ExportReason,
  erasureReasons,
  type Grant as GrantOrder,
  holdersOfNewest,
  type MissionClass,
  missionClasses,
  mustReadOn,
  newestKey,
  nonAdmissionReasons,
  type OutgoingMessage,
  type PartRef,
  personOf,
  type Right,
  rights,
  type StaffCommand,
  seatsIn,
  seatsWithoutKey,
  type Told,
  wordsKey,
} from "@temwen/casework";
import { chooseHolders, type Directory, isEligible, type StaffMember } from "@temwen/office";
import { dealEscrow } from "@temwen/sealing/escrow";
import { digestOf } from "@temwen/sealing/open";
import {
  drawKeyPair,
  grantToBytes,
  type SealedText,
  sealExplanation,
  sealReply,
  sealTo,
  type TextRefusal,
} from "@temwen/sealing/seal";
import type { PiecesRefusal } from "@temwen/sealing/seal-pieces";
import {
  type Channel,
  childAnswers,
  type Digest,
  granted,
  type Result,
  refused,
  type StaffId,
} from "@temwen/vocabulary";
import { announcedDigests } from "../evidence/added-evidence.ts";
import type { OutgoingPiece } from "../evidence/outbox.ts";
import { type CaseRoom, hasReadWords } from "../room/case-room.ts";
import { readersByName } from "../showing/departures.ts";
import type { ActRequest } from "../views.ts";
import { prepareQuestion, prepareYes, type VaultPrepareRefusal } from "./vault-order.ts";

/** What a desk records by itself when somebody looks; the page cannot ask for it without looking. */
export type LookRequest =
  | { readonly act: "open-evidence"; readonly part: string }
  | { readonly act: "export-evidence"; readonly part: string; readonly reason: ExportReason }
  | { readonly act: "open-identity" };

/** Everything that a keeper signs. */
export type KeeperRequest = ActRequest | LookRequest;

export type PrepareRefusal =
  | TextRefusal
  | PiecesRefusal
  | VaultPrepareRefusal
  | { readonly code: "not-granted" }
  | Lacking
  | { readonly code: "manifest-differs-from-story" }
  | { readonly code: "no-lawful-escrow" }
  | { readonly code: "nobody-to-tell" }
  | { readonly code: "not-a-choice"; readonly field: string };

/** Who acts has no key to what is said now, and so gives none: who has it. */
type Lacking = Extract<CaseRefusal, { readonly code: "newest-key-missing" }>;

/** An order with the sealed parts it names. */
export type Prepared = {
  readonly command: StaffCommand;
  readonly sealed: { readonly [part: string]: Uint8Array };
  /** Evidence that follows the act. */
  readonly pieces?: readonly OutgoingPiece[];
};

type Preparing = Promise<Result<Prepared, PrepareRefusal>>;

/** Who acts, and the directory of those who serve now. */
export type Office = {
  readonly me: StaffMember;
  readonly serving: Directory;
  /** Those of the directory who have not expired, suspended or not: seats are counted by them. */
  readonly listed: readonly StaffMember[];
  /** How many days an erasure waits, by the pack. */
  readonly erasureDays: number;
};

/** Seals what an act needs and names it; nothing is decided here. */
export async function prepareAct(request: KeeperRequest, room: CaseRoom, office: Office): Preparing {
  const { serving, erasureDays } = office;
  // Who cannot read the story cannot compare it with the manifest, and would act on the server's word alone.
  if (!hasReadWords(room)) return refused({ code: "not-granted" });
  switch (request.act) {
    case "acknowledge":
      return prepareAcknowledgement(request.text, room, serving);
    case "assess":
      return prepareAssessment(request);
    case "reply":
      return withMessage(request.text, room, (told) => ({ type: "send-message", ...(told as OutgoingMessage) }));
    case "propose-not-admitted":
      return prepareProposal(request, room, office);
    case "confirm":
      return withMessage(request.text, room, (message) => ({ type: "confirm-non-admission", ...message }));
    case "keep-open":
      return withExplanation(request.text, room, (explanation) => ({ type: "keep-open", explanation }));
    case "grant":
      return prepareGrant(request, room, serving);
    case "let-in-panel":
      return prepareSeats(room, office);
    case "rekey":
      return prepareRekeying(request.to, room, office);
    case "deal-escrow":
      return prepareEscrow(room, serving);
    case "propose-erasure": {
      const reason = erasureReasons.find((name) => name === request.reason);
      if (!reason) return refused({ code: "not-a-choice", field: "reason" });
      return granted({ command: { type: "propose-erasure", reason }, sealed: {} });
    }
    case "confirm-erasure":
      return withMessage(request.text, room, (told) => ({ type: "confirm-erasure", days: erasureDays, ...told }));
    case "stop-erasure":
      return granted({ command: { type: "stop-erasure" }, sealed: {} });
    case "ask-identity": {
      const question = prepareQuestion(request.reason, room);
      if (!question.ok) return question;
      const order = (explanation: PartRef) => ({ type: "ask-identity", ...question.value, explanation }) as const;
      return withExplanation(request.text, room, order);
    }
    case "approve-identity":
      return prepareYes(room, serving);
    case "refuse-identity":
      return withExplanation(request.text, room, (explanation) => ({ type: "refuse-identity", explanation }));
    case "open-identity":
      return granted({ command: { type: "open-identity" }, sealed: {} });
    case "open-evidence":
    case "export-evidence":
      return prepareLook(request, room);
  }
}

/** The piece that is looked at, as it was announced. */
function prepareLook(
  request: Exclude<LookRequest, { readonly act: "open-identity" }>,
  room: CaseRoom,
): Result<Prepared, PrepareRefusal> {
  const { part } = request;
  const digest = announcedDigests(room).get(part);
  if (!digest) return refused({ code: "not-a-choice", field: "part" });
  const evidence = { part, digest };
  const command: StaffCommand =
    request.act === "open-evidence"
      ? { type: "open-evidence", evidence }
      : { type: "export-evidence", evidence, reason: request.reason };
  return granted({ command, sealed: {} });
}

/** Trust in the page ends here: the story is compared with the manifest, and the escrow dealt anew. */
async function prepareAcknowledgement(text: string, room: CaseRoom, serving: Directory): Preparing {
  const { story } = room;
  const dealt = await sealEscrow(room, serving);
  if (!dealt.ok) return dealt;
  const { escrow, sealed } = dealt.value;
  // The office opened it: nobody chose what may be done, and nobody is told.
  if (!story)
    return text === ""
      ? granted({ command: { type: "acknowledge-case", escrow }, sealed })
      : refused({ code: "nobody-to-tell" });
  const consent = { choice: story.consent, language: story.language, explainer: explainerOf(story.channel) };
  const message = await withMessage(text, room, (told) =>
    told.message ? { type: "acknowledge-case", escrow, consent, ...told } : { type: "acknowledge-case", escrow },
  );
  return message.ok
    ? granted({ command: message.value.command, sealed: { ...sealed, ...message.value.sealed } })
    : message;
}

/** Who explained what may be allowed: without script it is a page too, and the event in clear need not tell them apart. */
const explainerOf = (channel: Channel) => (channel === "no-script" ? "page" : channel);

/** Whether somebody who read the case before still may; who helps with the support part only reads no words. */
const mayGoOn =
  (wanted: StaffId, { theCase }: CaseRoom) =>
  ({ id, role, ties }: StaffMember): boolean => {
    const forces = "forces" in theCase ? barringForces(theCase) : ["unknown"];
    return id === wanted && role !== "support" && forces.every((force) => isEligible({ ties }, force));
  };

/** A holder left: the story's key goes to five who serve now. */
async function prepareEscrow(room: CaseRoom, serving: Directory): Preparing {
  const dealt = await sealEscrow(room, serving);
  if (!dealt.ok) return dealt;
  const { escrow, sealed } = dealt.value;
  return granted({ command: { type: "deal-escrow", escrow }, sealed });
}

type SealedEscrow = { readonly escrow: Escrow; readonly sealed: Prepared["sealed"] };

/** Deals to holders without a tie to any force that an assessment named, or before it, to the one that the person named. */
async function sealEscrow(room: CaseRoom, serving: Directory): Promise<Result<SealedEscrow, PrepareRefusal>> {
  const { story, keys, theCase } = room;
  if (!keys.story || !hasReadWords(room)) return refused({ code: "not-granted" });
  const known = barringForces(theCase);
  const [first = "unknown", ...others] = known.length > 0 ? known : [story?.force ?? "unknown"];
  const staff = serving.staff.filter((member) => others.every((force) => isEligible(member, force)));
  const holders = chooseHolders({ ...serving, staff }, first);
  if (!holders) return refused({ code: "no-lawful-escrow" });
  const recipients = holders.map(({ recipient }) => recipient);
  const sealed: { [part: string]: Uint8Array } = {};
  const dealt = await dealEscrow(room.caseId, keys.story, recipients);
  const shares = dealt.map(({ sealed: bytes, digest, commitment }, i) => {
    const part = `escrow-${room.stream.last.index + 1}-${i + 1}`;
    sealed[part] = bytes;
    return { part, digest, commitment, holder: (holders[i] as StaffMember).id };
  });
  return granted({ escrow: { threshold: 3, shares }, sealed });
}

/** Somebody left: a fresh key for what comes next, for oneself and those who go on with the case. */
async function prepareRekeying(to: readonly StaffId[], room: CaseRoom, { me, serving, listed }: Office): Preparing {
  const unknown = to.some((id) => !serving.staff.some((member) => member.id === id));
  if (unknown) return refused({ code: "not-a-choice", field: "to" });
  const readers = [...readersByName(room), ...mustReadOn(room.theCase, { staff: serving.staff, listed })];
  const chosen = to.length > 0 ? to : readers.filter((id) => serving.staff.some(mayGoOn(id, room)));
  const colleagues = serving.staff.filter(({ id }) => id !== me.id && chosen.includes(id));
  const { identity, recipient } = await drawKeyPair();
  const key = wordsKey(room.theCase.formerRecipients.length + 1);
  const grants = await sealGrants([me, ...colleagues], { ...room, keys: { ...room.keys, [key]: identity } });
  if (!grants.ok) return grants;
  const { orders, sealed } = grants.value;
  return granted({ command: { type: "rekey-case", recipient, grants: orders }, sealed });
}

async function prepareAssessment(request: Extract<ActRequest, { readonly act: "assess" }>): Preparing {
  const { department, forces, month } = request;
  const unknownRight = request.rights.find((right) => !rights.includes(right as Right));
  if (unknownRight !== undefined) return refused({ code: "not-a-choice", field: "rights" });
  const missionClass = missionClasses.find((name) => name === request.class);
  if (!missionClass) return refused({ code: "not-a-choice", field: "class" });
  const child = childAnswers.find((name) => name === request.child);
  if (!child) return refused({ code: "not-a-choice", field: "child" });
  const command: StaffCommand = {
    type: "assess-case",
    rights: request.rights as readonly Right[],
    class: missionClass satisfies MissionClass,
    forces,
    department,
    month,
    child,
  };
  return granted({ command, sealed: {} });
}

async function prepareProposal(
  request: Extract<ActRequest, { readonly act: "propose-not-admitted" }>,
  room: CaseRoom,
  { serving, listed }: Office,
): Preparing {
  const reason = nonAdmissionReasons.find((name) => name === request.reason);
  if (!reason) return refused({ code: "not-a-choice", field: "reason" });
  const forces = "forces" in room.theCase ? barringForces(room.theCase) : ["unknown"];
  const free = serving.staff.filter(
    (member) => member.role === "panel" && forces.every((force) => isEligible(member, force)),
  );
  const first = free.filter(({ bench }) => bench === "first");
  // One of them is enough; of the reserve, who stays free for a review, somebody only where nobody else is left.
  const sit = seatsIn(room.theCase, { staff: serving.staff, listed });
  const panel = first.length > 0 ? first : free.filter(({ id }) => sit.includes(id));
  const lacking = lacksNewestKey(room, serving);
  if (lacking) return refused(lacking);
  const grants = await sealGrants(panel, room);
  if (!grants.ok) return grants;
  const { orders, sealed } = grants.value;
  const explained = await withExplanation(request.text, room, (explanation) => ({
    type: "propose-non-admission",
    reason,
    explanation,
    grants: orders,
  }));
  return explained.ok
    ? granted({ command: explained.value.command, sealed: { ...sealed, ...explained.value.sealed } })
    : explained;
}

async function prepareGrant(
  request: Extract<ActRequest, { readonly act: "grant" }>,
  room: CaseRoom,
  serving: Directory,
): Preparing {
  const reason = accessReasons.find((name) => name === request.reason);
  if (!reason) return refused({ code: "not-a-choice", field: "reason" });
  const member = serving.staff.find(({ id }) => id === request.to);
  if (!member) return refused({ code: "not-a-choice", field: "to" });
  const lacking = lacksNewestKey(room, serving);
  if (lacking) return refused(lacking);
  const grants = await sealGrants([member], room);
  if (!grants.ok) return grants;
  const command: StaffCommand = {
    type: "grant-access",
    reason: reason satisfies AccessReason,
    grants: grants.value.orders,
  };
  return granted({ command, sealed: grants.value.sealed });
}

/** One key each for all who decide and have none: there is nobody to choose. */
async function prepareSeats(room: CaseRoom, { serving, listed }: Office): Preparing {
  const to = seatsWithoutKey(room.theCase, { staff: serving.staff, listed });
  if (to.length === 0) return refused({ code: "not-a-choice", field: "to" });
  const lacking = lacksNewestKey(room, serving);
  if (lacking) return refused(lacking);
  const members = serving.staff.filter(({ id }) => to.includes(id));
  const grants = await sealGrants(members, room);
  if (!grants.ok) return grants;
  const command: StaffCommand = { type: "grant-access", reason: "before-panel", grants: grants.value.orders };
  return granted({ command, sealed: grants.value.sealed });
}

/** What stands against letting in by whoever could not give the key to what comes next. */
export const lacksNewestKey = (room: CaseRoom, { staff }: Pick<Directory, "staff">): Lacking | undefined =>
  holdsNewestKey(room) ? undefined : { code: "newest-key-missing", staff: holdersOfNewest(room.theCase, { staff }) };

/** Whom somebody lets in without it, they could not read what comes next. */
export const holdsNewestKey = ({ keys, theCase }: CaseRoom): boolean => keys[newestKey(theCase)] !== undefined;

/** Every key of this room, sealed to each of them; of support needs only what is theirs. */
export async function sealGrants(
  members: readonly StaffMember[],
  room: CaseRoom,
): Promise<
  Result<
    { readonly orders: readonly GrantOrder[]; readonly sealed: { readonly [part: string]: Uint8Array } },
    { readonly code: "not-granted" }
  >
> {
  if (!room.keys.story) return refused({ code: "not-granted" });
  const orders: GrantOrder[] = [];
  const sealed: { [part: string]: Uint8Array } = {};
  for (const [i, member] of members.entries()) {
    const names = Object.keys(room.keys).filter((name) => (member.role === "support") === (name === "support"));
    const keys = Object.fromEntries(names.map((name) => [name, room.keys[name] ?? ""]));
    const part = `access-${room.stream.last.index + 1}-${i + 1}`;
    const bytes = await sealTo(member.recipient, grantToBytes({ case: room.caseId, keys }));
    sealed[part] = bytes;
    orders.push({ to: member.id, keys: names, grant: { part, digest: digestOf(bytes) } });
  }
  return granted({ orders, sealed });
}

/** A message to the person: sealed to them, and once more to the story's readers; nothing where there is nobody. */
export async function withMessage(text: string, room: CaseRoom, order: (told: Told) => StaffCommand): Preparing {
  const person = personOf(room.theCase);
  // What nobody would read is not written: the act goes without.
  if (!person) return text === "" ? granted({ command: order({}), sealed: {} }) : refused({ code: "nobody-to-tell" });
  const isForged = room.alarms.some(({ code }) => code === "manifest-differs-from-story");
  if (isForged) return refused({ code: "manifest-differs-from-story" });
  const number = room.theCase.sent + 1;
  const reply = { case: room.caseId, number, text };
  const message = await sealReply(reply, person.replyRecipient);
  if (!message.ok) return message;
  const copy = await sealReply(reply, room.theCase.storyRecipient);
  if (!copy.ok) return copy;
  const parts = { message: `message-out-${number}`, copy: `message-copy-${number}` };
  const command = order({ message: refTo(parts.message, message.value), copy: refTo(parts.copy, copy.value) });
  return granted({
    command,
    sealed: { [parts.message]: message.value.sealed, [parts.copy]: copy.value.sealed },
  });
}

/** The reasons of an act, sealed to whoever may read the words. */
export async function withExplanation(
  text: string,
  room: CaseRoom,
  order: (explanation: PartRef) => StaffCommand,
): Preparing {
  const explained = await explain(text, room);
  if (!explained.ok) return explained;
  return granted({ command: order(explained.value.explanation), sealed: explained.value.sealed });
}

/** Seals reasons, and says which part of the case they become. */
export async function explain(text: string, room: CaseRoom) {
  const explanation = await sealExplanation({ case: room.caseId, text }, room.theCase.storyRecipient);
  if (!explanation.ok) return explanation;
  const part = `explanation-${room.stream.last.index + 1}`;
  return granted({
    explanation: refTo(part, explanation.value),
    sealed: { [part]: explanation.value.sealed },
  });
}

const refTo = (part: string, { digest }: SealedText): { part: string; digest: Digest } => ({ part, digest });
