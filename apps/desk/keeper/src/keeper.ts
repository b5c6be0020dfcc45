import {
  accessReasons,
  erasureReasons,
  exportReasons,
  identityReasons,
  type LinkReason,
  laterWords,
  linkReasons,
  missionClasses,
  nonAdmissionReasons,
  replayClocks,
  rights,
  type StandingClock,
} from "@temwen/casework";
import { createCourier } from "@temwen/courier";
import { createDeskCourier, type ServedEvent } from "@temwen/courier/desk";
import type { Pack } from "@temwen/mission-pack";
import { findActive, type StaffMember, type Standing, type Trust } from "@temwen/office";
import { createNodeSigner } from "@temwen/office/signing-node";
import type { Identity } from "@temwen/sealing/open";
import {
  type CaseId,
  type Digest,
  granted,
  type Instant,
  millisToInstant,
  type Result,
  refused,
} from "@temwen/vocabulary";
import { withActing } from "./acting.ts";
import { announcedDigests, openAddedNotes } from "./added-evidence.ts";
import { bringPieces, findWaiting } from "./bring-pieces.ts";
import { type CaseRoom, openRoom, type RoomTools } from "./case-room.ts";
import { viewCase } from "./case-view.ts";
import { checkCustody, type PieceCheck } from "./check-custody.ts";
import { closeFlood, type FloodClosing } from "./close-flood.ts";
import { openDirectories } from "./directories.ts";
import { type DraftStore, openDraftStore } from "./draft-store.ts";
import { type EvidenceUse, type OpenedEvidence, readEvidence } from "./evidence.ts";
import { type HandedOver, type HandOverWish, handOver } from "./hand-over.ts";
import { openKeyFile } from "./key-file.ts";
import { type Linked, linkCases, unlinkCases } from "./link-cases.ts";
import { createMatterDesk, type MatterDesk } from "./matters/matter-desk.ts";
import { giveShare, type OpeningsView, readOpenings } from "./openings.ts";
import { createPassingOutbox, openOutbox } from "./outbox.ts";
import { readNumber } from "./read-number.ts";
import { type Desk, type Done, sendAct } from "./send-act.ts";
import { type Surveyed, surveyCases } from "./survey/survey.ts";
import type { SurveyPage, SurveyPlace } from "./survey/survey-views.ts";
import { readIdentity } from "./vault.ts";
import type { ActRequest, CaseView, Choices, FoundCases, KeeperRefusal, LaterRequest, Me, QueueView } from "./views.ts";

/** A signed-in person's desk: their keys are open in this process until it is closed. */
export type Keeper = {
  readonly me: Me;
  readonly choices: () => Choices;
  readonly readQueue: (question: {
    readonly stage?: string;
    /** The `next` of the page before. */
    readonly after?: string;
    readonly limit?: number;
  }) => Promise<Result<QueueView, KeeperRefusal>>;
  /** Cases that this person may read, by the beginning of their number as a screen shows it or as a whole id. */
  readonly findCases: (number: string) => Promise<Result<FoundCases, KeeperRefusal>>;
  readonly readCase: (caseId: CaseId) => Promise<Result<CaseView, KeeperRefusal>>;
  /** The clocks of a case as they stood at an hour; undefined where it was not filed yet. */
  readonly readClocks: (
    caseId: CaseId,
    at: Instant,
  ) => Promise<Result<readonly StandingClock[] | undefined, KeeperRefusal>>;
  readonly act: (
    caseId: CaseId,
    request: ActRequest | LaterRequest,
    expected?: number,
  ) => Promise<Result<Done, KeeperRefusal>>;
  /** Sends evidence that waits on this machine because a line broke; says how many pieces are left. */
  readonly bringEvidence: (caseId: CaseId) => Promise<Result<{ readonly left: number }, KeeperRefusal>>;
  /** Links two cases that this person reads, each in its own record; or takes that back. */
  readonly linkCases: (
    caseId: CaseId,
    other: CaseId,
    said: { readonly reason: LinkReason; readonly text: string },
  ) => Promise<Result<Linked, KeeperRefusal>>;
  readonly unlinkCases: (caseId: CaseId, other: CaseId, text: string) => Promise<Result<Linked, KeeperRefusal>>;
  /** Whether the office still has every piece as it was announced; nothing is opened. */
  readonly checkCustody: (caseId: CaseId) => Promise<Result<readonly PieceCheck[], KeeperRefusal>>;
  /** Reads some of the cases that this person may read, checked, for the boards of this desk; and where to go on. */
  readonly survey: (place?: SurveyPlace) => Promise<Result<SurveyPage, KeeperRefusal>>;
  /** Proposes to close many cases as noise, or agrees to it: unread, in one step (docs/specs/casework.md). */
  readonly closeFlood: (caseIds: readonly CaseId[]) => Promise<Result<FloodClosing, KeeperRefusal>>;
  /** What asks for the shares that this person holds, and nothing else of those cases (docs/specs/escrow-opening.md). */
  readonly readOpenings: () => Promise<Result<OpeningsView, KeeperRefusal>>;
  /** Gives one's share for the opening of these terms; for whichever is asked, where none are said. */
  readonly giveShare: (caseId: CaseId, terms?: Digest) => Promise<Result<{ readonly version: number }, KeeperRefusal>>;
  /** Opens a piece, to show it or to write it to a file; the record is told first. */
  readonly readEvidence: (
    caseId: CaseId,
    part: string,
    use?: EvidenceUse,
  ) => Promise<Result<OpenedEvidence, KeeperRefusal>>;
  /** Shows name and contact to whoever asked and was allowed to; the record, and so the person, is told first. */
  readonly readIdentity: (caseId: CaseId) => Promise<Result<Identity, KeeperRefusal>>;
  /** Opens a case to be handed to somebody outside; the record is told of each piece first (docs/specs/dossier.md). */
  readonly handOver: (caseId: CaseId, wish: HandOverWish) => Promise<Result<HandedOver, KeeperRefusal>>;
  /** The checked case with its sealed parts as they lie on the server, for whoever wants to check with other tools. */
  readonly exportRaw: (caseId: CaseId) => Promise<Result<RawExport, KeeperRefusal>>;
  /** Recommendations and visits (docs/specs/streams.md). */
  readonly matters: MatterDesk;
  /** Unsent words on this machine; undefined where this desk has no place for them. */
  readonly drafts: DraftStore | undefined;
  /** Forgets the keys. */
  readonly close: () => void;
};

export type RawExport = {
  readonly events: readonly ServedEvent[];
  readonly parts: { readonly [name: string]: Uint8Array };
  /** The identity file that opens this person's grant. */
  readonly keys: { readonly [part: string]: string };
};

export type SignInOptions = {
  readonly server: string;
  readonly trust: Trust;
  readonly pack: Pack;
  readonly keyFile: Uint8Array;
  readonly passphrase: string;
  /** Where unsent words may lie, sealed. */
  readonly draftFolder?: string | undefined;
  /** Where sealed evidence may wait until it has arrived. */
  readonly outboxFolder?: string | undefined;
  readonly fetch?: typeof globalThis.fetch;
  readonly waits?: readonly number[];
  readonly now?: () => Instant;
};

/** Opens a key file and signs in with it. */
export async function signIn(options: SignInOptions): Promise<Result<Keeper, KeeperRefusal>> {
  const unlocked = await unlockDesk(options);
  return unlocked.ok ? admitToDesk(unlocked.value) : unlocked;
}

/** What a key opens on this machine, before the office was asked anything. */
export type UnlockedDesk = { readonly desk: Desk; readonly drafts: DraftStore | undefined };

/** Opens a key file; no line is needed for it. */
export async function unlockDesk(options: SignInOptions): Promise<Result<UnlockedDesk, KeeperRefusal>> {
  const key = await openKeyFile(options.keyFile, options.passphrase);
  if (typeof key === "string") return refused({ code: key });
  if (key.office !== options.trust.office) return refused({ code: "another-office" });
  const { server, fetch, waits } = options;
  const line = { base: server, ...(fetch && { fetch }), ...(waits && { waits }) };
  const signer = createNodeSigner(key.signingSeed);
  const desk: Desk = {
    key,
    signer,
    courier: createDeskCourier(line, { office: key.office, staff: key.staff, signer }),
    directories: openDirectories(createCourier(line), options.trust),
    pack: options.pack,
    outbox: options.outboxFolder === undefined ? createPassingOutbox() : openOutbox(options.outboxFolder),
    bring: createCourier(line).sendEvidence,
    now: options.now ?? (() => millisToInstant(Date.now())),
  };
  const { draftFolder } = options;
  const drafts = draftFolder === undefined ? undefined : openDraftStore(draftFolder, key, desk.now);
  return granted({ desk, drafts });
}

/** Whether the office knows this key, and the desk it then gives. */
export async function admitToDesk({ desk, drafts }: UnlockedDesk): Promise<Result<Keeper, KeeperRefusal>> {
  const listed = await findMyself(desk);
  if (!listed.ok) return listed;
  // One question proves that the server knows this key, before anybody starts to work.
  const first = await desk.courier.readQueue({ limit: 1 });
  return first.ok ? granted(createKeeper(desk, listed.value, drafts)) : first;
}

type Myself = { readonly member: StaffMember; readonly standing: Standing };

/** The signed-in person as the directory in force lists them. */
async function findMyself(desk: Desk): Promise<Result<Myself, KeeperRefusal>> {
  const standing = await desk.directories.readStanding();
  if (!standing.ok) return standing;
  const { directory, suspended } = standing.value;
  if (suspended.has(desk.key.staff)) return refused({ code: "suspended" });
  const listed = directory.staff.find(({ id }) => id === desk.key.staff);
  if (!listed || listed.signingKey !== desk.signer.key) return refused({ code: "not-in-directory" });
  const member = findActive(standing.value, desk.key.staff, desk.now());
  return member ? granted({ member, standing: standing.value }) : refused({ code: "expired" });
}

function createKeeper(desk: Desk, { member, standing }: Myself, drafts: DraftStore | undefined): Keeper {
  let isOpen = true;
  const seen: RoomTools["seen"] = new Map();
  const notMine: RoomTools["notMine"] = new Set();
  const known: Surveyed = new Map();
  const findMe = async () => (isOpen ? findMyself(desk) : refused({ code: "signed-out" }));
  const enter = async (caseId: CaseId): Promise<Result<Myself & { readonly room: CaseRoom }, KeeperRefusal>> => {
    const myself = await findMe();
    if (!myself.ok) return myself;
    const { courier, directories, key } = desk;
    const tools = { courier, directories, identity: key.identity, me: key.staff, seen, notMine };
    const room = await openRoom(caseId, myself.value.standing, tools);
    return room.ok ? granted({ ...myself.value, room: room.value }) : room;
  };
  return {
    me: {
      id: member.id,
      role: member.role,
      ties: member.ties,
      epoch: standing.directory.epoch,
      expires: member.expires,
    },
    choices: () => listChoices(desk, standing),
    readQueue: async (question) => {
      // Behind a page without a case there may be more: of many in a row this person may know nothing.
      for (let asked = question; ; ) {
        if (!isOpen) return refused({ code: "signed-out" });
        const page = await desk.courier.readQueue(asked);
        if (!page.ok) return page;
        const { rows, next } = page.value;
        if (rows.length > 0 || next === undefined)
          return granted(withActing({ ...page.value, now: desk.now() }, member.role, desk.pack));
        asked = { ...question, after: next };
      }
    },
    findCases: async (number) => {
      if (!isOpen) return refused({ code: "signed-out" });
      const beginning = readNumber(number);
      if (beginning === undefined) return refused({ code: "malformed-number" });
      const found = await desk.courier.findCases(beginning);
      return found.ok ? granted({ ...found.value, now: desk.now() }) : found;
    },
    readCase: async (caseId) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      const { room, member: me, standing: now } = entered.value;
      const { pack, courier } = desk;
      const waiting = new Set((await findWaiting(desk, room)).keys());
      return viewCase(room, { me, standing: now, pack, now: desk.now(), courier, waiting });
    },
    readClocks: async (caseId, at) => {
      const entered = await enter(caseId);
      return entered.ok ? granted(replayClocks(entered.value.room.stream.happened, desk.pack, at)) : entered;
    },
    act: async (caseId, request, expected) => {
      const entered = await enter(caseId);
      return entered.ok ? sendAct(desk, entered.value, request, expected) : entered;
    },
    bringEvidence: async (caseId) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      const { room } = entered.value;
      return granted(await bringPieces(desk, room, [...(await findWaiting(desk, room)).values()]));
    },
    linkCases: (caseId, other, said) => linkCases(desk, enter, [caseId, other], said),
    unlinkCases: (caseId, other, text) => unlinkCases(desk, enter, [caseId, other], text),
    checkCustody: async (caseId) => {
      const entered = await enter(caseId);
      return entered.ok ? checkCustody(desk, entered.value.room) : entered;
    },
    survey: async (place) => {
      const myself = await findMe();
      return myself.ok ? surveyCases(desk, myself.value, known, place) : myself;
    },
    closeFlood: async (caseIds) => {
      const myself = await findMe();
      return myself.ok ? closeFlood(desk, myself.value, caseIds) : myself;
    },
    readOpenings: async () => (isOpen ? readOpenings(desk) : refused({ code: "signed-out" })),
    giveShare: async (caseId, terms) => {
      const myself = await findMe();
      return myself.ok ? giveShare(desk, myself.value, caseId, terms) : myself;
    },
    readEvidence: (caseId, part, use = { for: "showing" }) => readEvidence(desk, () => enter(caseId), part, use),
    readIdentity: (caseId) => readIdentity(desk, () => enter(caseId)),
    handOver: (caseId, wish) => handOver(desk, () => enter(caseId), wish),
    exportRaw: async (caseId) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      return exportRoom(desk, entered.value.room);
    },
    matters: createMatterDesk(desk, async () => (isOpen ? findMyself(desk) : refused({ code: "signed-out" }))),
    drafts,
    close: () => {
      isOpen = false;
      desk.key.signingSeed.fill(0);
    },
  };
}

/** Fetches all sealed parts of a room, some at a time. */
async function exportRoom(desk: Desk, room: CaseRoom): Promise<Result<RawExport, KeeperRefusal>> {
  const { caseId, served, keys } = room;
  const names = served.parts.map(({ name }) => name);
  const parts: { [name: string]: Uint8Array } = {};
  for (let i = 0; i < names.length; i += 50) {
    const fetched = await desk.courier.readParts(caseId, names.slice(i, i + 50));
    if (!fetched.ok) return fetched;
    Object.assign(parts, fetched.value);
  }
  const digests = announcedDigests(room);
  for (const name of served.arrived) {
    const digest = digests.get(name);
    const evidence = digest && (await desk.courier.readEvidence(caseId, digest));
    if (evidence && !evidence.ok) return evidence;
    if (evidence) parts[name] = evidence.value;
  }
  const added = await openAddedNotes(room, desk.courier);
  if (!added.ok) return added;
  const laterKeys = Object.fromEntries(added.value.pieces.map(({ note }) => [note.part, note.key]));
  return granted({ events: served.events, parts, keys: { ...keys, ...laterKeys } });
}

function listChoices({ pack, key }: Desk, { directory, suspended }: Standing): Choices {
  return {
    rights,
    classes: missionClasses,
    dangerLevels: laterWords.level,
    nonAdmissionReasons,
    accessReasons,
    erasureReasons,
    exportReasons,
    evidenceSources: laterWords.source,
    linkReasons,
    identityReasons,
    forces: [...directory.forces.map(({ id, names }) => ({ id, name: names.en })), { id: "unknown", name: "unknown" }],
    departments: [
      ...pack.departments.map(({ id, names }) => ({ id, name: names.fr })),
      { id: "unknown", name: "unknown" },
    ],
    colleagues: directory.staff
      .filter(({ id }) => id !== key.staff && !suspended.has(id))
      .map(({ id, role, ties, bench, civilSociety = false }) => ({ id, role, ties, bench, civilSociety })),
  };
}
