import { chainFacts, decideStaffAct, isCustody, officeFactsOf, runsInto, type Witnessed } from "@temwen/casework";
import type { DeskCourier } from "@temwen/courier/desk";
import type { Pack } from "@temwen/mission-pack";
import { type Directory, findActive, type Signer, type StaffMember, type Standing, vouchFor } from "@temwen/office";
import { digestOf } from "@temwen/sealing/open";
import {
  type CaseId,
  granted,
  type Instant,
  instantToMillis,
  type Json,
  millisToInstant,
  type Result,
  refused,
} from "@temwen/vocabulary";
import { type Bringing, bringPieces } from "../evidence/bring-pieces.ts";
import type { StaffKey } from "../key-file.ts";
import type { CaseRoom } from "../room/case-room.ts";
import type { SignedDirectories } from "../room/directories.ts";
import { verifyStream } from "../room/verify-stream.ts";
import { describeEvent } from "../showing/case-view.ts";
import type { Alarm, KeeperRefusal, LaterRequest } from "../views.ts";
import { type KeeperRequest, prepareAct } from "./prepare-act.ts";
import { prepareLater } from "./prepare-later.ts";

/** A signed-in person's tools. */
export type Desk = Bringing & {
  readonly key: StaffKey;
  readonly signer: Signer;
  readonly courier: DeskCourier;
  readonly directories: SignedDirectories;
  readonly pack: Pack;
  readonly now: () => Instant;
};

/** The signed-in person as the directory in force lists them, and a case they have opened. */
export type Entered = { readonly member: StaffMember; readonly standing: Standing; readonly room: CaseRoom };

/** Alarms behind which nobody signs anything: what an act would follow upon is not what happened. */
export const brokenHistory: readonly Alarm["code"][] = ["event-not-vouched-for", "chain-broken", "unlawful-step"];

/** How long the case is now, and how many pieces of evidence that went with the act have not all arrived. */
export type Done = { readonly version: number; readonly left?: number };

/** Seals, decides, signs and sends one act. The server decides again and must come to the same bytes. */
export async function sendAct(
  desk: Desk,
  { room, member, standing }: Entered,
  request: KeeperRequest | LaterRequest,
  expected: number | undefined,
): Promise<Result<Done, KeeperRefusal>> {
  const version = room.served.events.length;
  if (expected !== undefined && isOvertaken(room, expected)) {
    const since = room.stream.happened.filter(({ index }) => index >= expected).map(describeEvent);
    return refused({ code: "conflict", expected, actual: version, since });
  }
  if (room.alarms.some(({ code }) => brokenHistory.includes(code))) {
    return refused({ code: "case-not-trusted" });
  }
  const serving = servingAt(standing, desk.now());
  const { waitDays: erasureDays } = desk.pack.erasure;
  const listed = standing.directory.staff.filter(({ expires }) => expires > desk.now());
  const office = { me: member, serving, listed, erasureDays };
  const prepared = await ("says" in request ? prepareLater(request, room, office) : prepareAct(request, room, office));
  if (!prepared.ok) return prepared;
  const { command, sealed, pieces = [] } = prepared.value;
  const at = hourOfAct(room, { by: desk.key.staff, at: desk.now(), epoch: standing.directory.epoch });
  const facts = decideStaffAct(room.theCase, command, {
    actor: member,
    office: officeFactsOf(standing, desk.pack, at),
    at,
  });
  if (!facts.ok) return facts;
  const { office: officeId, staff } = desk.key;
  const header = { case: room.caseId, office: officeId, epoch: standing.directory.epoch, by: staff, at };
  const vouch = (body: Uint8Array) => vouchFor(body, desk.signer);
  const statements = chainFacts(facts.value, header, room.stream.last, { vouch, digest: digestOf });
  // Before anything is announced: from then on these bytes are wanted, and nobody can make them again.
  await desk.outbox.keep(pieces);
  const sent = await desk.courier.sendAct(room.caseId, {
    expected: version,
    command: command as unknown as Json,
    statements,
    sealed,
  });
  if (sent.ok)
    return pieces.length === 0 ? sent : granted({ ...sent.value, ...(await bringPieces(desk, room, pieces)) });
  // Where nobody can tell, it may have been announced; else nobody will ask for it.
  if (!isUnsure(sent.refusal.code)) await desk.outbox.drop(pieces.map(({ digest }) => digest));
  if (sent.refusal.code !== "conflict") return sent;
  return refused(await explainConflict(desk, room.caseId, version, standing));
}

const isUnsure = (code: string): boolean => code === "cannot-tell" || code === "unreachable";

/** Whether anything happened since that somebody must know before they sign. A colleague who only looked changed nothing. */
function isOvertaken({ served, stream }: CaseRoom, expected: number): boolean {
  if (expected > served.events.length) return true;
  const since = stream.happened.filter(({ index }) => index >= expected);
  // What was not lawful stands in no history, and is an alarm.
  return since.length !== served.events.length - expected || !since.every(({ fact }) => isCustody(fact));
}

/** The hour now, or a millisecond later where one's own act before bears it: an act has an hour of its own. */
function hourOfAct({ stream }: CaseRoom, saying: Pick<Witnessed, "by" | "at" | "epoch">): Instant {
  return runsInto(stream.happened, saying) ? millisToInstant(instantToMillis(saying.at) + 1) : saying.at;
}

/** The directory as it counts now: nothing new is sealed to whom is suspended or has expired. */
export function servingAt(standing: Standing, now: Instant): Directory {
  const { directory } = standing;
  return { ...directory, staff: directory.staff.filter(({ id }) => findActive(standing, id, now)) };
}

/** What happened since: read again and checked like everything else, not taken from the refusal. */
async function explainConflict(
  desk: Desk,
  caseId: CaseId,
  expected: number,
  standing: Standing,
): Promise<KeeperRefusal> {
  const served = await desk.courier.readCase(caseId);
  const stream = served.ok ? await verifyStream(caseId, served.value.events, standing, desk.directories) : undefined;
  const since = stream?.happened.filter(({ index }) => index >= expected).map(describeEvent) ?? [];
  return { code: "conflict", expected, actual: served.ok ? served.value.events.length : expected, since };
}
