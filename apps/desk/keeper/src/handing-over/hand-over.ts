import type { Witnessed } from "@temwen/casework";
import type { CallRefusal, PlacedLeaf, ServedEvent } from "@temwen/courier/desk";
import type { Found } from "@temwen/dossier";
import type { SignedBody, Trust } from "@temwen/office";
import type { Identity } from "@temwen/sealing/open";
import { type Digest, granted, type Result, refused, type StaffId } from "@temwen/vocabulary";
import { brokenHistory, type Desk, type Entered } from "../acts/send-act.ts";
import { readIdentity } from "../acts/vault.ts";
import { announcedDigests } from "../evidence/added-evidence.ts";
import { type OpenedEvidence, openPiece, readEvidence } from "../evidence/evidence.ts";
import { hasReadWords } from "../room/case-room.ts";
import { viewCase } from "../showing/case-view.ts";
import type { CaseView, KeeperRefusal } from "../views.ts";
import { describeFound } from "./found.ts";

/** A case as it leaves the office: checked, opened as far as this person's keys go, and the record told of each piece. */
export type HandedOver = {
  readonly view: CaseView;
  /** Absent as long as the panel found nothing. */
  readonly found?: Found;
  /** Every event, those of this handing over among them. */
  readonly events: readonly ServedEvent[];
  /** What each of them says, and its digest in the chain. */
  readonly happened: readonly Witnessed[];
  readonly digests: readonly Digest[];
  /** Every directory that is needed to judge them, as the roots signed it. */
  readonly directories: readonly (SignedBody & { readonly epoch: number })[];
  readonly suspensions: readonly SignedBody[];
  readonly trust: Trust;
  /** Where its leaves stand in the public log now. */
  readonly readLeaves: () => Promise<Result<readonly PlacedLeaf[], CallRefusal>>;
  /** Everybody in these directories, by the newest that lists them. */
  readonly roles: ReadonlyMap<StaffId, string>;
  /** Pieces of the wish that this person holds no key to; they stay. */
  readonly withoutKey: readonly string[];
  /** The sealed digest of every piece, by its part. */
  readonly sealedDigests: ReadonlyMap<string, Digest>;
  readonly identity?: Identity;
  /** Opens a piece whose handing over the record was told of; of another it gives nothing. */
  readonly readPiece: (part: string) => Promise<Result<OpenedEvidence, KeeperRefusal>>;
};

export type HandOverWish = {
  /** Pieces that go out. */
  readonly parts: readonly string[];
  readonly withIdentity: boolean;
};

/**
 * Records the handing over of each piece, and of the name where it goes along; then reads the case again, so that these events go
 * out too. Whoever holds no key to the story hands nothing over, and nobody does where the record does not hold together.
 */
export async function handOver(
  desk: Desk,
  enter: () => Promise<Result<Entered, KeeperRefusal>>,
  { parts, withIdentity }: HandOverWish,
): Promise<Result<HandedOver, KeeperRefusal>> {
  const first = await enterTrusted(enter);
  if (!first.ok) return first;
  let identity: Identity | undefined;
  if (withIdentity) {
    const { vault } = first.value.room.theCase;
    if (vault?.reason !== "referral") return refused({ code: "identity-not-for-referral" });
    const read = await readIdentity(desk, enter);
    if (!read.ok) return read;
    identity = read.value;
  }
  const withoutKey: string[] = [];
  for (const part of parts) {
    const told = await readEvidence(desk, enter, part, { for: "file", reason: "hand-over" });
    if (!told.ok && told.refusal.code !== "not-granted") return told;
    if (!told.ok) withoutKey.push(part);
  }
  const last = await enterTrusted(enter);
  if (!last.ok) return last;
  const { room, member: me, standing } = last.value;
  const { pack, courier } = desk;
  const view = await viewCase(room, { me, standing, pack, now: desk.now(), courier });
  if (!view.ok) return view;
  const found = describeFound(room, view.value.timeline);
  const directories = await signedDirectories(desk, last.value);
  if (!directories.ok) return directories;
  return granted({
    view: view.value,
    ...(found && { found }),
    events: room.served.events,
    happened: room.stream.happened,
    digests: room.stream.digests,
    ...directories.value,
    suspensions: desk.directories.suspensions(),
    trust: desk.directories.trust,
    readLeaves: () => courier.readLeaves(room.caseId),
    withoutKey,
    sealedDigests: announcedDigests(room),
    ...(identity && { identity }),
    readPiece: async (part) =>
      parts.includes(part) && !withoutKey.includes(part)
        ? openPiece(desk, room, part)
        : refused({ code: "not-granted" }),
  });
}

/** A case whose record holds together, with its story. */
async function enterTrusted(
  enter: () => Promise<Result<Entered, KeeperRefusal>>,
): Promise<Result<Entered, KeeperRefusal>> {
  const entered = await enter();
  if (!entered.ok) return entered;
  const { room } = entered.value;
  const isBroken = room.alarms.some(
    ({ code }) => brokenHistory.includes(code) || code === "manifest-differs-from-story" || code === "part-differs",
  );
  if (isBroken) return refused({ code: "case-not-trusted" });
  return hasReadWords(room) ? entered : refused({ code: "not-granted" });
}

/** The directory of each epoch under which somebody signed, or the complaint was sealed, and the one in force. */
async function signedDirectories(
  { directories }: Desk,
  { room, standing }: Entered,
): Promise<Result<Pick<HandedOver, "directories" | "roles">, KeeperRefusal>> {
  const { received, happened } = room.stream;
  const signedUnder = happened.flatMap(({ epoch }) => (epoch === undefined ? [] : [epoch]));
  const epochs = [...new Set([received.epoch, ...signedUnder, standing.directory.epoch])].sort((a, b) => a - b);
  const found: (SignedBody & { readonly epoch: number })[] = [];
  const roles = new Map<StaffId, string>();
  for (const epoch of epochs) {
    const signed = await directories.findSigned(epoch);
    const directory = await directories.findEpoch(epoch);
    if (!signed || !directory) return refused({ code: "directory-not-trusted" });
    found.push({ ...signed, epoch });
    for (const { id, role } of directory.staff) roles.set(id, role);
  }
  return granted({ directories: found, roles });
}
