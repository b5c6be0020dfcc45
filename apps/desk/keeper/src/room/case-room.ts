import { type KnownCase, partsOf } from "@temwen/casework";
import type { CallRefusal, DeskCourier, ServedCase } from "@temwen/courier/desk";
import type { Standing } from "@temwen/office";
import {
  digestOf,
  type Grant,
  type OpeningStory,
  openGrant,
  openOpeningStory,
  openStory,
  openSupport,
  recipientOf,
  type Story,
  type Support,
} from "@temwen/sealing/open";
import { type CaseId, type Digest, granted, type Result, refused, type StaffId } from "@temwen/vocabulary";
import type { Alarm } from "../views.ts";
import type { Directories } from "./directories.ts";
import { joinHandedShares } from "./handed-shares.ts";
import { type RecordPlace, type VerifiedStream, verifyStream } from "./verify-stream.ts";

/** A case as one person's desk holds it: checked, and opened as far as this person's keys go. */
export type CaseRoom = {
  readonly caseId: CaseId;
  readonly stream: VerifiedStream;
  readonly theCase: KnownCase;
  readonly served: ServedCase;
  readonly keys: { readonly [part: string]: string };
  /** One's own half of the identity's key, as the page dealt it. */
  readonly identityHalf?: Uint8Array;
  /** The other one, from whoever said yes to one's own question. */
  readonly lentHalf?: Uint8Array;
  readonly isFirstReader: boolean;
  readonly story?: Story;
  /** The words of a case that the office opened itself, in the place of a person's. */
  readonly openingStory?: OpeningStory;
  readonly support?: Support;
  readonly alarms: readonly Alarm[];
};

/** Whether this person opened the words that the case began with, and so can act on more than the server's word. */
export const hasReadWords = ({ story, openingStory }: CaseRoom): boolean => (story ?? openingStory) !== undefined;

export type RoomRefusal = CallRefusal | { readonly code: "case-not-trusted" };

/** What opening a room takes. */
export type RoomTools = {
  readonly courier: DeskCourier;
  readonly directories: Directories;
  readonly identity: string;
  readonly me: StaffId;
  /** The last record of each case that this desk saw: a server that takes one back is found out. */
  readonly seen: Map<CaseId, RecordPlace>;
  /** Grants at filing that are somebody else's, by case and digest: four or more of eight, and trying each takes longest. */
  readonly notMine: Set<string>;
};

/** Fetches a case, checks all of it, and opens what this person may open. */
export async function openRoom(
  caseId: CaseId,
  standing: Standing,
  tools: RoomTools,
): Promise<Result<CaseRoom, RoomRefusal>> {
  // Looked up before asking: what another look sees meanwhile may be newer.
  const before = tools.seen.get(caseId);
  const served = await tools.courier.readCase(caseId);
  if (!served.ok) return served;
  const verified = await verifyStream(caseId, served.value.events, standing, tools.directories);
  const stream = verified && compareWithSeen(verified, before);
  if (!stream || stream.theCase.stage === "unknown") return refused({ code: "case-not-trusted" });
  const { theCase } = stream;
  const opened = await openParts(caseId, served.value, stream, tools);
  if (!opened.ok) return opened;
  if (stream.alarms.every(({ code }) => code === "sealed-with-old-directory")) tools.seen.set(caseId, stream.last);
  return granted({ caseId, stream, theCase, served: served.value, ...opened.value });
}

/** The stream as it is, or with an alarm when a record that this desk has seen is gone or is another. */
function compareWithSeen(stream: VerifiedStream, before: RecordPlace | undefined): VerifiedStream {
  if (!before || stream.digests[before.index] === before.digest) return stream;
  return { ...stream, alarms: [...stream.alarms, { code: "chain-broken", index: before.index }] };
}

type Opened = Pick<
  CaseRoom,
  "keys" | "identityHalf" | "lentHalf" | "isFirstReader" | "story" | "openingStory" | "support" | "alarms"
>;

async function openParts(
  caseId: CaseId,
  served: ServedCase,
  stream: VerifiedStream,
  tools: RoomTools,
): Promise<Result<Opened, CallRefusal>> {
  const mine = served.parts.filter(({ grantee }) => grantee === tools.me).map(({ name }) => name);
  const slots = served.parts.map(({ name }) => name).filter((name) => /^grant-[1-8]$/.test(name));
  const parts: { [name: string]: Uint8Array } = {};
  const wanted = ["story", "support", ...slots, ...mine];
  for (let i = 0; i < wanted.length; i += 50) {
    const fetched = await tools.courier.readParts(caseId, wanted.slice(i, i + 50));
    if (!fetched.ok) return fetched;
    Object.assign(parts, fetched.value);
  }
  const alarms: Alarm[] = [...stream.alarms];
  for (const [name, digest] of namedDigests(stream)) {
    const bytes = parts[name];
    if (bytes && digestOf(bytes) !== digest) alarms.push({ code: "part-differs", part: name });
  }
  const trusted = (name: string): Uint8Array | undefined =>
    alarms.some((alarm) => alarm.code === "part-differs" && alarm.part === name) ? undefined : parts[name];

  const grants = await openGrants(caseId, [...mine, ...slots], trusted, tools);
  const keys: { [part: string]: string } = {};
  const recipients = new Map([...laterRecipients(stream), ["story", stream.received.storyRecipient]]);
  for (const { name, grant } of grants) {
    for (const [part, key] of Object.entries(grant.keys)) {
      // Staff make later keys, and a wrong one in a grant must not take the place of the right one.
      const recipient = recipients.get(part);
      if (recipient === undefined || (await recipientOf(key)) === recipient) keys[part] = key;
      else alarms.push({ code: "part-differs", part: name });
    }
  }
  if (!keys.story) {
    const joined = await joinHandedShares(caseId, stream, trusted, tools);
    if (joined.key) keys.story = joined.key;
    for (const name of joined.differing) alarms.push({ code: "part-differs", part: name });
  }
  const halfIn = (names: readonly string[]): Uint8Array | undefined =>
    grants.find(({ name, grant }) => names.includes(name) && grant.identityHalf)?.grant.identityHalf;
  const half = halfIn(slots);
  const lent = halfIn(lentTo(tools.me, stream));
  const open = async <T>(name: string, how: OpenPart<T>): Promise<T | undefined> => {
    const key = keys[name];
    const sealed = trusted(name);
    if (!key || !sealed) return undefined;
    const content = await how(key, sealed, caseId);
    if (content.ok) return content.value;
    alarms.push({ code: "part-differs", part: name });
    return undefined;
  };
  const isOpened = stream.received.type === "case.opened/1";
  const story = isOpened ? undefined : await open("story", openStory);
  const openingStory = isOpened ? await open("story", openOpeningStory) : undefined;
  const support = await open("support", openSupport);
  if (story && !agreesWithManifest(story, stream)) alarms.push({ code: "manifest-differs-from-story" });
  return granted({
    keys,
    ...(half && { identityHalf: half }),
    ...(lent && { lentHalf: lent }),
    isFirstReader: grants.some(({ name }) => slots.includes(name)),
    ...(story && { story }),
    ...(openingStory && { openingStory }),
    ...(support && { support }),
    alarms,
  });
}

async function openGrants(
  caseId: CaseId,
  names: readonly string[],
  trusted: (name: string) => Uint8Array | undefined,
  { identity, notMine }: RoomTools,
): Promise<readonly { readonly name: string; readonly grant: Grant }[]> {
  const opened: { name: string; grant: Grant }[] = [];
  for (const name of names) {
    const sealed = trusted(name);
    if (!sealed) continue;
    // The same bytes will not open for the same key later. What did open is never kept: it is opened again when it is needed.
    const place = `${caseId}/${digestOf(sealed)}`;
    const grant = notMine.has(place) ? undefined : await openGrant(identity, sealed, caseId);
    if (grant) opened.push({ name, grant });
    else notMine.add(place);
  }
  return opened;
}

/** The part that holds the half which the last yes to this person's question gave them. */
function lentTo(me: StaffId, { happened }: VerifiedStream): readonly string[] {
  const yes = happened.flatMap(({ fact }) => (fact.type === "case.identity-approved/1" ? [fact] : [])).at(-1);
  return yes?.askedBy === me ? [yes.grant.part] : [];
}

/** What each later key of the case must be the key to. */
function laterRecipients({ happened }: VerifiedStream): ReadonlyMap<string, string> {
  const rekeyed = happened.flatMap(({ fact }) => (fact.type === "case.rekeyed/1" ? [fact] : []));
  return new Map(rekeyed.map(({ key, recipient }) => [key, recipient]));
}

type OpenPart<T> = (key: string, sealed: Uint8Array, caseId: CaseId) => Promise<Result<T, unknown>>;

/** The sealed story repeats the receipt's keys: a manifest with others is a server's, or a page's, forgery. */
function agreesWithManifest(story: Story, { received }: VerifiedStream): boolean {
  return (
    "receiptKey" in received &&
    story.receiptKey === received.receiptKey &&
    story.replyRecipient === received.replyRecipient
  );
}

/** The digest that the record gives for every sealed part. */
export function namedDigests(stream: VerifiedStream): ReadonlyMap<string, Digest> {
  const digests = new Map<string, Digest>();
  for (const [name, { digest }] of Object.entries(stream.received.parts)) digests.set(name, digest);
  for (const { fact } of stream.happened) for (const { part, digest } of partsOf(fact)) digests.set(part, digest);
  return digests;
}
