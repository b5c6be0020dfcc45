import { officeFactsOf } from "@temwen/casework";
import {
  decideMatter,
  formOfMatter,
  holdersOf,
  type Matter,
  type MatterGrant,
  type MatterOrder,
  matterOrderShape,
  openingOf,
  placeMatterFact,
} from "@temwen/casework/matters";
import { findActive, type StaffMember, type Standing, vouchFor } from "@temwen/office";
import { sealMatterKeys, sealMatterWords } from "@temwen/sealing/matter";
import { digestOf } from "@temwen/sealing/open";
import { drawKeyPair } from "@temwen/sealing/seal";
import {
  granted,
  type Json,
  type MatterId,
  type MatterKind,
  type Result,
  refused,
  type StaffId,
} from "@temwen/vocabulary";
import { brokenHistory, type Desk } from "../acts/send-act.ts";
import type { RecordPlace } from "../room/verify-stream.ts";
import type { KeeperRefusal } from "../views.ts";
import { findLeavers } from "./leavers.ts";
import { holdsNewest, type MatterRoom } from "./matter-room.ts";

/** An act in a matter: what it says in clear, the words that are sealed with it, and whom it lets in. */
export type MatterRequest = {
  readonly act: MatterOrder["type"];
  readonly says: { readonly [name: string]: Json };
  readonly text: string;
  readonly letIn: readonly StaffId[];
};

type Myself = { readonly member: StaffMember; readonly standing: Standing };
type Sent = Promise<Result<{ readonly matter: MatterId; readonly version: number }, KeeperRefusal>>;
type Sealed = { [part: string]: Uint8Array };
/** Where an act goes: what stands before it, to whom words are sealed, and the keys that whoever is let in gets, newest first. */
type At = {
  readonly id: MatterId;
  readonly matter: Matter;
  readonly last: RecordPlace | undefined;
  readonly keys: readonly string[];
  /** Who goes on reading where nobody is named. */
  readonly readers: readonly StaffId[];
};

/** Opens a matter under an id drawn here: with a fresh key, for oneself and those named. */
export async function openNewMatter(
  desk: Desk,
  myself: Myself,
  request: MatterRequest,
  { kind, id }: { readonly kind: MatterKind; readonly id: MatterId },
): Sent {
  if (request.act !== openingOf(kind)) return refused({ code: "not-a-choice", field: "act" });
  return send(desk, myself, request, { id, matter: { stage: "unknown" }, last: undefined, keys: [], readers: [] });
}

/** Goes on with a matter that was checked. */
export async function goOnInMatter(
  desk: Desk,
  myself: Myself,
  { room, expected }: { readonly room: MatterRoom; readonly expected: number | undefined },
  request: MatterRequest,
): Sent {
  if (expected !== undefined && expected !== room.version) {
    return refused({ code: "conflict", expected, actual: room.version, since: [] });
  }
  if (room.alarms.some(({ code }) => brokenHistory.includes(code))) return refused({ code: "matter-not-trusted" });
  const { id, matter, last } = room;
  const recipients = [matter.recipient, ...(matter.formerRecipients ?? []).toReversed()];
  const keys = recipients.flatMap((recipient) => room.keys.get(recipient) ?? []);
  // Whoever cannot read what comes next would act on the server's word alone; stepping back needs no key.
  if (!holdsNewest(room) && request.act !== "step-back") return refused({ code: "not-granted" });
  const leavers = findLeavers(room, myself.standing, desk.now());
  const readers = holdersOf(matter).filter((one) => !leavers.includes(one));
  return send(desk, myself, request, { id, matter, last, keys, readers });
}

/** Seals, decides, signs and sends. The server decides again and must come to the same bytes. */
async function send(desk: Desk, { member, standing }: Myself, request: MatterRequest, at: At): Sent {
  const prepared = await prepare(request, at, { member, standing }, desk);
  if (!prepared.ok) return prepared;
  const { command, sealed } = prepared.value;
  const hour = desk.now();
  const office = officeFactsOf(standing, desk.pack, hour);
  const decided = decideMatter(at.matter, command, { about: at.id, actor: member, office, at: hour });
  if (!decided.ok) return decided;
  const { epoch } = standing.directory;
  const { office: officeId, staff } = desk.key;
  const header = { matter: at.id, office: officeId, epoch, by: staff, at: hour };
  const vouch = (body: Uint8Array) => vouchFor(body, desk.signer);
  const { body, vouching } = placeMatterFact(decided.value, header, at.last, { vouch, digest: digestOf });
  const expected = at.last ? at.last.index + 1 : 0;
  const sent = await desk.courier.matters.send(at.id, {
    ...{ expected, command: command as unknown as Json, sealed },
    statement: { body, vouching },
  });
  return sent.ok ? granted({ matter: at.id, version: sent.value.version }) : sent;
}

async function prepare(
  request: MatterRequest,
  at: At,
  { member, standing }: Myself,
  desk: Desk,
): Promise<Result<{ readonly command: MatterOrder; readonly sealed: Sealed }, KeeperRefusal>> {
  const { act, says, text } = request;
  const form = formOfMatter(act);
  if (!form) return refused({ code: "not-a-choice", field: "act" });
  const strange = Object.keys(form.says).find((name) => form.says[name]?.(says[name]) === undefined);
  if (strange !== undefined) return refused({ code: "not-a-choice", field: strange });
  const fresh = form.drawsKey ? await drawKeyPair() : undefined;
  const recipient = fresh?.recipient ?? ("recipient" in at.matter ? at.matter.recipient : "");
  const keys = fresh ? [fresh.identity, ...at.keys] : at.keys;
  const chosen = act === "rekey-matter" && request.letIn.length === 0 ? at.readers : request.letIn;
  const to = form.drawsKey ? [member.id, ...chosen.filter((one) => one !== member.id)] : chosen;
  const place = at.last ? at.last.index + 1 : 0;
  const sealed: Sealed = {};
  const beside: { [name: string]: unknown } = fresh ? { recipient } : {};
  if (form.waits) beside.days = desk.pack.erasure.waitDays;
  if (form.letsIn) {
    const grants: MatterGrant[] = [];
    for (const [n, id] of to.entries()) {
      const reader = findActive(standing, id, desk.now());
      if (!reader) return refused({ code: "not-a-choice", field: "letIn" });
      const part = `key-${place}-${n + 1}`;
      const given = await sealMatterKeys({ matter: at.id, keys }, reader.recipient);
      sealed[part] = given.sealed;
      grants.push({ to: id, grant: { part, digest: given.digest } });
    }
    beside.grants = grants;
  }
  if (form.words) {
    const words = await sealMatterWords({ matter: at.id, text }, recipient);
    if (!words.ok) return words;
    const part = `words-${place}`;
    sealed[part] = words.value.sealed;
    beside.explanation = { part, digest: words.value.digest };
  }
  const command = matterOrderShape({ type: act, ...says, ...beside });
  return command ? granted({ command, sealed }) : refused({ code: "not-a-choice", field: "act" });
}
