import {
  chainFacts,
  decideStaffAct,
  type FloodCases,
  mostAtOnce,
  officeFactsOf,
  type StaffCommand,
} from "@temwen/casework";
import { type StaffMember, type Standing, vouchFor } from "@temwen/office";
import { digestOf } from "@temwen/sealing/open";
import { type CaseId, canonicalBytes, type Digest, granted, type Json, type Result, refused } from "@temwen/vocabulary";
import { type VerifiedStream, verifyStream } from "../room/verify-stream.ts";
import type { KeeperRefusal } from "../views.ts";
import type { Desk } from "./send-act.ts";

/** What became of the cases that were to be closed as noise. */
export type FloodClosing = {
  /** Intake proposes; the panel agrees, and closes. */
  readonly step: "proposed" | "closed";
  /** Names the cases that were proposed together, and tells none. */
  readonly casesDigest: Digest;
  /** How many they were. */
  readonly caseCount: number;
  readonly done: readonly CaseId[];
  /** Those that stayed as they are, and why. */
  readonly left: readonly { readonly case: CaseId; readonly refusal: KeeperRefusal }[];
};

/** Who acts now, by the directory in force. */
type Acting = { readonly member: StaffMember; readonly standing: Standing };

type Closing = { readonly caseId: CaseId; readonly stream: VerifiedStream };

/**
 * Takes one step to close many cases at once as noise, unread: nothing that is sealed is fetched, and so nothing is
 * opened. Intake proposes; a panel member who runs the same agrees. Every case is looked at before the first is signed.
 * A run that broke off is gone on with by the same list: what was done is not done twice.
 */
export async function closeFlood(
  desk: Desk,
  acting: Acting,
  caseIds: readonly CaseId[],
): Promise<Result<FloodClosing, KeeperRefusal>> {
  const wanted = [...new Set(caseIds)];
  if (wanted.length === 0 || wanted.length > mostAtOnce) return refused({ code: "too-many-at-once", most: mostAtOnce });
  const cases: Closing[] = [];
  const left: { case: CaseId; refusal: KeeperRefusal }[] = [];
  for (const caseId of wanted) {
    const found = await readStream(desk, caseId, acting.standing);
    if (found.ok) cases.push({ caseId, stream: found.value });
    else left.push({ case: caseId, refusal: found.refusal });
  }
  const step = acting.member.role === "panel" ? "closed" : "proposed";
  const named = step === "closed" ? findProposed(cases) : nameCases(cases);
  if (!named.ok) return named;
  const { casesDigest, caseCount } = named.value;
  const command: StaffCommand =
    step === "closed" ? { type: "confirm-flood" } : { type: "propose-flood", casesDigest, caseCount };
  const done: CaseId[] = [];
  for (const one of cases) {
    const sent = await closeOne(desk, acting, one, command);
    if (sent.ok) done.push(one.caseId);
    else left.push({ case: one.caseId, refusal: sent.refusal });
  }
  return granted({ step, casesDigest, caseCount, done, left });
}

/** The case as its record proves it. A panel member has no key to any of it, and needs none. */
async function readStream(
  desk: Desk,
  caseId: CaseId,
  standing: Standing,
): Promise<Result<VerifiedStream, KeeperRefusal>> {
  const served = await desk.courier.readCase(caseId);
  if (!served.ok) return served;
  const stream = await verifyStream(caseId, served.value.events, standing, desk.directories);
  const isSound = stream?.alarms.every(({ code }) => code === "sealed-with-old-directory");
  return stream && isSound ? granted(stream) : refused({ code: "case-not-trusted" });
}

/** SHA-256 over the digests of the last records before the proposals, in order: it names every case, and tells none. */
function nameCases(cases: readonly Closing[]): Result<FloodCases, KeeperRefusal> {
  const digests = cases.flatMap(({ stream }) => stream.digests[beforeProposal(stream)] ?? []).sort();
  return digests.length === 0
    ? refused({ code: "unknown-case" })
    : granted({ casesDigest: digestOf(canonicalBytes(digests)), caseCount: digests.length });
}

/** The place of the record that a proposal follows: the last one, or the one before a proposal that stands already. */
function beforeProposal({ happened, last }: VerifiedStream): number {
  const proposal = happened.find(({ fact }) => fact.type === "case.flood-proposed/1");
  return proposal ? proposal.index - 1 : last.index;
}

/** The one proposal that these cases are of: nobody agrees to two with one word. */
function findProposed(cases: readonly Closing[]): Result<FloodCases, KeeperRefusal> {
  const proposed = cases.flatMap(({ stream: { theCase } }) => ("flood" in theCase ? [theCase.flood] : []));
  const [first] = proposed;
  if (!first) return refused({ code: "no-flood-proposed" });
  const isOne = proposed.every(
    ({ casesDigest, caseCount }) => casesDigest === first.casesDigest && caseCount === first.caseCount,
  );
  return isOne ? granted(first) : refused({ code: "several-proposals" });
}

async function closeOne(
  desk: Desk,
  { member, standing }: Acting,
  { caseId, stream }: Closing,
  command: StaffCommand,
): Promise<Result<unknown, KeeperRefusal>> {
  if (isTaken(stream, member, command)) return granted(undefined);
  const at = desk.now();
  const facts = decideStaffAct(stream.theCase, command, {
    actor: member,
    office: officeFactsOf(standing, desk.pack, at),
    at,
  });
  if (!facts.ok) return facts;
  const { office, staff } = desk.key;
  const header = { case: caseId, office, epoch: standing.directory.epoch, by: staff, at };
  const vouch = (body: Uint8Array) => vouchFor(body, desk.signer);
  return desk.courier.sendAct(caseId, {
    expected: stream.last.index + 1,
    command: command as unknown as Json,
    statements: chainFacts(facts.value, header, stream.last, { vouch, digest: digestOf }),
    sealed: {},
  });
}

/** Whether this person took this very step before: the run before this one broke off. */
function isTaken({ theCase }: VerifiedStream, { id }: StaffMember, command: StaffCommand): boolean {
  if (!("flood" in theCase)) return false;
  return command.type === "propose-flood"
    ? theCase.flood.proposedBy === id && theCase.flood.casesDigest === command.casesDigest
    : theCase.stage === "closed-as-flood" && theCase.flood.closedBy === id;
}
