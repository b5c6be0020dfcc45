import {
  accessReasons,
  chainFacts,
  decideStaffAct,
  erasureReasons,
  missionClasses,
  nonAdmissionReasons,
  officeFactsOf,
  rights,
  runsInto,
  type Witnessed,
} from "@temwen/casework";
import { createCourier } from "@temwen/courier";
import { createDeskCourier, type DeskCourier, type ServedEvent } from "@temwen/courier/desk";
import type { Pack } from "@temwen/mission-pack";
import {
  type Directory,
  findActive,
  type Signer,
  type StaffMember,
  type Standing,
  type Trust,
  vouchFor,
} from "@temwen/office";
import { createNodeSigner } from "@temwen/office/signing-node";
import { digestOf, type EvidenceNote, openEvidence } from "@temwen/sealing/open";
import {
  type CaseId,
  type Digest,
  granted,
  type Instant,
  instantToMillis,
  type Json,
  millisToInstant,
  type Result,
  refused,
} from "@temwen/vocabulary";
import { addedDigests, openAddedNotes } from "./added-evidence.ts";
import { type CaseRoom, openRoom, type RoomTools } from "./case-room.ts";
import { describeEvent, viewCase } from "./case-view.ts";
import { type Directories, openDirectories } from "./directories.ts";
import { openKeyFile, type StaffKey } from "./key-file.ts";
import { prepareAct } from "./prepare-act.ts";
import { verifyStream } from "./verify-stream.ts";
import type { ActRequest, Alarm, CaseView, Choices, Me, QueueView } from "./views.ts";

/** Why the desk said no: by its own rules, by the server's, or because the line broke. */
export type KeeperRefusal = { readonly code: string; readonly [more: string]: unknown };

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
  readonly readCase: (caseId: CaseId) => Promise<Result<CaseView, KeeperRefusal>>;
  readonly act: (
    caseId: CaseId,
    request: ActRequest,
    expected?: number,
  ) => Promise<Result<{ readonly version: number }, KeeperRefusal>>;
  readonly readEvidence: (
    caseId: CaseId,
    part: string,
  ) => Promise<
    Result<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }, KeeperRefusal>
  >;
  /** The checked case with its sealed parts as they lie on the server, for whoever wants to check with other tools. */
  readonly exportRaw: (caseId: CaseId) => Promise<Result<RawExport, KeeperRefusal>>;
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
  readonly fetch?: typeof globalThis.fetch;
  readonly waits?: readonly number[];
  readonly now?: () => Instant;
};

type Desk = {
  readonly key: StaffKey;
  readonly signer: Signer;
  readonly courier: DeskCourier;
  readonly directories: Directories;
  readonly pack: Pack;
  readonly now: () => Instant;
};

/** Opens a key file and signs in with it. */
export async function signIn(options: SignInOptions): Promise<Result<Keeper, KeeperRefusal>> {
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
    now: options.now ?? (() => millisToInstant(Date.now())),
  };
  const listed = await findMyself(desk);
  if (!listed.ok) return listed;
  // One question proves that the server knows this key, before anybody starts to work.
  const first = await desk.courier.readQueue({ limit: 1 });
  return first.ok ? granted(createKeeper(desk, listed.value)) : first;
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

function createKeeper(desk: Desk, { member, standing }: Myself): Keeper {
  let isOpen = true;
  const seen: RoomTools["seen"] = new Map();
  const enter = async (caseId: CaseId): Promise<Result<Myself & { readonly room: CaseRoom }, KeeperRefusal>> => {
    if (!isOpen) return refused({ code: "signed-out" });
    const myself = await findMyself(desk);
    if (!myself.ok) return myself;
    const { courier, directories, key } = desk;
    const tools = { courier, directories, identity: key.identity, me: key.staff, seen };
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
        if (rows.length > 0 || next === undefined) return granted({ ...page.value, now: desk.now() });
        asked = { ...question, after: next };
      }
    },
    readCase: async (caseId) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      const { room, member: me, standing: now } = entered.value;
      const { pack, courier } = desk;
      return granted(await viewCase(room, { me, standing: now, pack, now: desk.now(), courier }));
    },
    act: async (caseId, request, expected) => {
      const entered = await enter(caseId);
      return entered.ok ? sendAct(desk, entered.value, request, expected) : entered;
    },
    readEvidence: async (caseId, part) => {
      const entered = await enter(caseId);
      return entered.ok ? readEvidence(desk, entered.value.room, part) : entered;
    },
    exportRaw: async (caseId) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      return exportRoom(desk, entered.value.room);
    },
    close: () => {
      isOpen = false;
      desk.key.signingSeed.fill(0);
    },
  };
}

/** Alarms behind which nobody signs anything: what an act would follow upon is not what happened. */
const brokenHistory: readonly Alarm["code"][] = ["event-not-vouched-for", "chain-broken", "unlawful-step"];

/** Seals, decides, signs and sends one act. The server decides again and must come to the same bytes. */
async function sendAct(
  desk: Desk,
  { room, member, standing }: Myself & { readonly room: CaseRoom },
  request: ActRequest,
  expected: number | undefined,
): Promise<Result<{ readonly version: number }, KeeperRefusal>> {
  const version = room.served.events.length;
  if (expected !== undefined && expected !== version) {
    const since = room.stream.happened.filter(({ index }) => index >= expected).map(describeEvent);
    return refused({ code: "conflict", expected, actual: version, since });
  }
  if (room.alarms.some(({ code }) => brokenHistory.includes(code))) {
    return refused({ code: "case-not-trusted" });
  }
  const serving = servingAt(standing, desk.now());
  const { waitDays: erasureDays } = desk.pack.erasure;
  const prepared = await prepareAct(request, room, { me: member, serving, erasureDays });
  if (!prepared.ok) return prepared;
  const { command, sealed } = prepared.value;
  const at = hourOfAct(room, { by: desk.key.staff, at: desk.now(), epoch: standing.directory.epoch });
  const facts = decideStaffAct(room.theCase, command, {
    actor: member,
    office: officeFactsOf(standing, desk.pack, at),
    at,
  });
  if (!facts.ok) return facts;
  const { office, staff } = desk.key;
  const header = { case: room.caseId, office, epoch: standing.directory.epoch, by: staff, at };
  const vouch = (body: Uint8Array) => vouchFor(body, desk.signer);
  const statements = chainFacts(facts.value, header, room.stream.last, { vouch, digest: digestOf });
  const sent = await desk.courier.sendAct(room.caseId, {
    expected: version,
    command: command as unknown as Json,
    statements,
    sealed,
  });
  if (sent.ok || sent.refusal.code !== "conflict") return sent;
  return refused(await explainConflict(desk, room.caseId, version, standing));
}

/** The hour now, or a millisecond later where one's own act before bears it: an act has an hour of its own. */
function hourOfAct({ stream }: CaseRoom, saying: Pick<Witnessed, "by" | "at" | "epoch">): Instant {
  return runsInto(stream.happened, saying) ? millisToInstant(instantToMillis(saying.at) + 1) : saying.at;
}

/** The directory as it counts now: nothing new is sealed to whom is suspended or has expired. */
function servingAt(standing: Standing, now: Instant): Directory {
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

/** Fetches all sealed parts of a room, some at a time. */
async function exportRoom(desk: Desk, room: CaseRoom): Promise<Result<RawExport, KeeperRefusal>> {
  const { caseId, served, keys, stream } = room;
  const names = served.parts.map(({ name }) => name);
  const parts: { [name: string]: Uint8Array } = {};
  for (let i = 0; i < names.length; i += 50) {
    const fetched = await desk.courier.readParts(caseId, names.slice(i, i + 50));
    if (!fetched.ok) return fetched;
    Object.assign(parts, fetched.value);
  }
  const later = addedDigests(room);
  for (const name of served.arrived) {
    const digest = stream.received.parts[name]?.digest ?? later.get(name);
    const evidence = digest && (await desk.courier.readEvidence(caseId, digest));
    if (evidence && !evidence.ok) return evidence;
    if (evidence) parts[name] = evidence.value;
  }
  const added = await openAddedNotes(room, desk.courier);
  if (!added.ok) return added;
  const laterKeys = Object.fromEntries(added.value.pieces.map(({ note }) => [note.part, note.key]));
  return granted({ events: served.events, parts, keys: { ...keys, ...laterKeys } });
}

async function readEvidence(
  desk: Desk,
  room: CaseRoom,
  part: string,
): Promise<Result<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }, KeeperRefusal>> {
  const found = addedDigests(room).has(part) ? await findAdded(desk, room, part) : findFiled(room, part);
  if (!found.ok) return found;
  const { note, digest, key } = found.value;
  const sealed = await desk.courier.readEvidence(room.caseId, digest);
  if (!sealed.ok) return sealed;
  if (digestOf(sealed.value) !== digest) return refused({ code: "part-differs", part });
  const original = await openEvidence(key, sealed.value, note);
  if (!original.ok) return original;
  return granted({ name: note.name, mediaType: note.mediaType, bytes: original.value });
}

type FoundEvidence = { readonly note: EvidenceNote; readonly digest: Digest; readonly key: string };

/** Evidence of the complaint: described in the story, its key in a grant. */
function findFiled({ story, stream, keys }: CaseRoom, part: string): Result<FoundEvidence, KeeperRefusal> {
  const note = story?.evidence?.find((one) => one.part === part);
  const described = stream.received.parts[part];
  const key = keys[part];
  return note && described && key ? granted({ note, digest: described.digest, key }) : refused({ code: "not-granted" });
}

/** Evidence that came later: described, with its key, in a note that was sealed like a message. */
async function findAdded(desk: Desk, room: CaseRoom, part: string): Promise<Result<FoundEvidence, KeeperRefusal>> {
  const added = await openAddedNotes(room, desk.courier);
  if (!added.ok) return added;
  const piece = added.value.pieces.find(({ note }) => note.part === part);
  return piece ? granted({ ...piece, key: piece.note.key }) : refused({ code: "not-granted" });
}

function listChoices({ pack, key }: Desk, { directory, suspended }: Standing): Choices {
  return {
    rights,
    classes: missionClasses,
    nonAdmissionReasons,
    accessReasons,
    erasureReasons,
    forces: [...directory.forces.map(({ id, names }) => ({ id, name: names.en })), { id: "unknown", name: "unknown" }],
    departments: [
      ...pack.departments.map(({ id, names }) => ({ id, name: names.fr })),
      { id: "unknown", name: "unknown" },
    ],
    colleagues: directory.staff
      .filter(({ id }) => id !== key.staff && !suspended.has(id))
      .map(({ id, role, ties }) => ({ id, role, ties })),
  };
}
