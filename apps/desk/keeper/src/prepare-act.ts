import {
  type AccessReason,
  accessReasons,
  type Grant as GrantOrder,
  type MissionClass,
  missionClasses,
  nonAdmissionReasons,
  type PartRef,
  type Right,
  rights,
  type StaffCommand,
} from "@temwen/casework";
import { chooseHolders, isEligible, type StaffMember, type Standing } from "@temwen/office";
import { dealEscrow } from "@temwen/sealing/escrow";
import { digestOf } from "@temwen/sealing/open";
import {
  grantToBytes,
  type SealedText,
  sealExplanation,
  sealReply,
  sealTo,
  type TextRefusal,
} from "@temwen/sealing/seal";
import { childAnswers, type Digest, granted, type Result, refused, type StaffId } from "@temwen/vocabulary";
import type { CaseRoom } from "./case-room.ts";
import type { ActRequest } from "./views.ts";

export type PrepareRefusal =
  | TextRefusal
  | { readonly code: "not-granted" }
  | { readonly code: "manifest-differs-from-story" }
  | { readonly code: "no-lawful-escrow" }
  | { readonly code: "not-a-choice"; readonly field: string };

/** An order with the sealed parts it names. */
export type Prepared = { readonly command: StaffCommand; readonly sealed: { readonly [part: string]: Uint8Array } };

type Preparing = Promise<Result<Prepared, PrepareRefusal>>;

/** Seals what an act needs and names it; nothing is decided here. */
export async function prepareAct(request: ActRequest, room: CaseRoom, standing: Standing): Preparing {
  // Who cannot read the story cannot compare it with the manifest, and would act on the server's word alone.
  if (!room.story) return refused({ code: "not-granted" });
  switch (request.act) {
    case "acknowledge":
      return prepareAcknowledgement(request.text, room, standing);
    case "assess":
      return prepareAssessment(request);
    case "reply":
      return withMessage(request.text, room, (message) => ({ type: "send-message", ...message }));
    case "propose-not-admitted":
      return prepareProposal(request, room, standing);
    case "confirm":
      return withMessage(request.text, room, (message) => ({ type: "confirm-non-admission", ...message }));
    case "keep-open":
      return withExplanation(request.text, room, (explanation) => ({ type: "keep-open", explanation }));
    case "grant":
      return prepareGrant(request, room, standing);
  }
}

/** Trust in the page ends here: the story is compared with the manifest, and the escrow dealt anew. */
async function prepareAcknowledgement(text: string, room: CaseRoom, standing: Standing): Preparing {
  const { story, keys } = room;
  const storyKey = keys.story;
  if (!story || !storyKey) return refused({ code: "not-granted" });
  const holders = chooseHolders(withoutSuspended(standing), story.force);
  if (!holders) return refused({ code: "no-lawful-escrow" });
  const dealt = await dealEscrow(
    room.caseId,
    storyKey,
    holders.map(({ recipient }) => recipient),
  );
  const sealed: { [part: string]: Uint8Array } = {};
  const shares = dealt.map(({ sealed: bytes, digest, commitment }, i) => {
    const part = `escrow-${room.stream.last.index + 1}-${i + 1}`;
    sealed[part] = bytes;
    return { part, digest, commitment, holder: (holders[i] as StaffMember).id };
  });
  const consent = { choice: story.consent, language: story.language, explainer: story.channel };
  const message = await withMessage(text, room, (refs) => ({
    type: "acknowledge-case",
    escrow: { threshold: 3, shares },
    consent,
    ...refs,
  }));
  return message.ok
    ? granted({ command: message.value.command, sealed: { ...sealed, ...message.value.sealed } })
    : message;
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
  standing: Standing,
): Preparing {
  const reason = nonAdmissionReasons.find((name) => name === request.reason);
  if (!reason) return refused({ code: "not-a-choice", field: "reason" });
  const forces = "forces" in room.theCase ? room.theCase.forces : ["unknown"];
  const panel = withoutSuspended(standing).staff.filter(
    (member) =>
      member.role === "panel" && member.bench === "first" && forces.every((force) => isEligible(member, force)),
  );
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
  standing: Standing,
): Preparing {
  const reason = accessReasons.find((name) => name === request.reason);
  if (!reason) return refused({ code: "not-a-choice", field: "reason" });
  const member = withoutSuspended(standing).staff.find(({ id }) => id === request.to);
  if (!member) return refused({ code: "not-a-choice", field: "to" });
  const grants = await sealGrants([member], room);
  if (!grants.ok) return grants;
  const command: StaffCommand = {
    type: "grant-access",
    reason: reason satisfies AccessReason,
    grants: grants.value.orders,
  };
  return granted({ command, sealed: grants.value.sealed });
}

async function sealGrants(
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

/** A message to the person: sealed to them, and once more to the story's readers. */
async function withMessage(
  text: string,
  room: CaseRoom,
  order: (refs: { readonly message: PartRef; readonly copy: PartRef }) => StaffCommand,
): Preparing {
  const isForged = room.alarms.some(({ code }) => code === "manifest-differs-from-story");
  if (isForged) return refused({ code: "manifest-differs-from-story" });
  const number = room.theCase.sent + 1;
  const reply = { case: room.caseId, number, text };
  const message = await sealReply(reply, room.theCase.replyRecipient);
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

async function withExplanation(text: string, room: CaseRoom, order: (explanation: PartRef) => StaffCommand): Preparing {
  const explanation = await sealExplanation({ case: room.caseId, text }, room.theCase.storyRecipient);
  if (!explanation.ok) return explanation;
  const part = `explanation-${room.stream.last.index + 1}`;
  return granted({ command: order(refTo(part, explanation.value)), sealed: { [part]: explanation.value.sealed } });
}

const refTo = (part: string, { digest }: SealedText): { part: string; digest: Digest } => ({ part, digest });

/** The directory as it counts now: nothing new is sealed to a suspended person. */
function withoutSuspended({ directory, suspended }: Standing): Standing["directory"] {
  return { ...directory, staff: directory.staff.filter(({ id }: { readonly id: StaffId }) => !suspended.has(id)) };
}
