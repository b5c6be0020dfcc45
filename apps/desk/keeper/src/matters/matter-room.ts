import { type KnownMatter, type MatterHappened, partsOfMatter } from "@temwen/casework/matters";
import type { CallRefusal, DeskCourier, ServedMatter } from "@temwen/courier/desk";
import { openMatterKeys, openMatterWords } from "@temwen/sealing/matter";
import { digestOf, recipientOf } from "@temwen/sealing/open";
import { granted, type MatterId, type OfficeId, type Result, refused, type StaffId } from "@temwen/vocabulary";
import type { Directories } from "../room/directories.ts";
import type { RecordPlace } from "../room/verify-stream.ts";
import type { Alarm } from "../views.ts";
import { type VerifiedMatter, verifyMatter } from "./verify-matter.ts";

/** A matter as one person's desk holds it: checked, and opened as far as this person's key goes. */
export type MatterRoom = {
  readonly id: MatterId;
  readonly matter: KnownMatter;
  readonly happened: readonly MatterHappened[];
  readonly version: number;
  readonly last: RecordPlace;
  /** The keys to its words that this person was given, by the recipient that each opens for. */
  readonly keys: ReadonlyMap<string, string>;
  /** The words of each act that has any, by its place. */
  readonly words: ReadonlyMap<number, string>;
  readonly alarms: readonly Alarm[];
};

/** What opening a matter takes. */
export type MatterTools = {
  readonly courier: DeskCourier;
  readonly directories: Directories;
  readonly identity: string;
  readonly me: StaffId;
  readonly office: OfficeId;
  /** The key of what the server says by itself. */
  readonly clockKey: string;
  /** The last record of each matter that this desk saw: a server that takes one back is found out. */
  readonly seen: Map<MatterId, RecordPlace>;
};

export type MatterRoomRefusal = CallRefusal | { readonly code: "matter-not-trusted" };

/** Fetches a matter, checks all of it, and opens what this person may open. */
export async function openMatter(id: MatterId, tools: MatterTools): Promise<Result<MatterRoom, MatterRoomRefusal>> {
  const { courier, directories, office, clockKey, seen } = tools;
  const before = seen.get(id);
  const served = await courier.matters.read(id);
  if (!served.ok) return served;
  const verified = await verifyMatter({ about: id, office, clockKey }, served.value.events, directories);
  if (!verified) return refused({ code: "matter-not-trusted" });
  const alarms: Alarm[] = [...verified.alarms];
  if (before && verified.digests[before.index] !== before.digest) {
    alarms.push({ code: "chain-broken", index: before.index });
  }
  if (alarms.length === 0) seen.set(id, verified.last);
  const opened = await openWords(id, served.value, verified, tools);
  if (!opened.ok) return opened;
  const { matter, happened, last } = verified;
  const { keys, words } = opened.value;
  return granted({
    ...{ id, matter, happened, last, keys, words },
    version: served.value.events.length,
    alarms: [...alarms, ...opened.value.alarms],
  });
}

/** Whether somebody can read what comes next: whom they let in without it could not. */
export const holdsNewest = ({ keys, matter }: Pick<MatterRoom, "keys" | "matter">): boolean =>
  keys.has(matter.recipient);

type Opened = Pick<MatterRoom, "keys" | "words" | "alarms">;

async function openWords(
  id: MatterId,
  { parts }: ServedMatter,
  { happened, matter }: VerifiedMatter,
  { courier, identity, me }: MatterTools,
): Promise<Result<Opened, CallRefusal>> {
  const named = happened.flatMap((fact) => partsOfMatter(fact).map((part) => ({ ...part, index: fact.index })));
  const wanted = named.filter((one) => one.kind === "words" || one.grantee === me);
  const there = wanted.filter(({ part }) => parts.some(({ name }) => name === part)).map(({ part }) => part);
  const fetched: { [part: string]: Uint8Array } = {};
  for (let i = 0; i < there.length; i += 50) {
    const some = await courier.matters.readParts(id, there.slice(i, i + 50));
    if (!some.ok) return some;
    Object.assign(fetched, some.value);
  }
  const alarms: Alarm[] = [];
  const differs = (part: string): void => void alarms.push({ code: "part-differs", part });
  const known = [matter.recipient, ...(matter.formerRecipients ?? [])];
  const keys = new Map<string, string>();
  for (const one of wanted) {
    const bytes = fetched[one.part];
    if (one.kind !== "key" || !bytes) continue;
    const given = digestOf(bytes) === one.digest ? await openMatterKeys(identity, bytes, id) : [];
    const opens = await Promise.all(given.map(async (key) => [await recipientOf(key), key] as const));
    // Staff make the keys, and a wrong one must not take the place of the right one.
    const right = opens.filter((pair): pair is [string, string] => pair[0] !== undefined && known.includes(pair[0]));
    for (const [recipient, key] of right) keys.set(recipient, key);
    if (given.length === 0 || right.length < given.length) differs(one.part);
  }
  const words = new Map<number, string>();
  for (const one of wanted) {
    const bytes = fetched[one.part];
    if (one.kind !== "words" || !bytes) continue;
    const key = keys.get(recipientAt(happened, one.index));
    const text =
      key !== undefined && digestOf(bytes) === one.digest ? await openMatterWords(key, bytes, id) : undefined;
    if (text !== undefined) words.set(one.index, text);
    else if (key !== undefined) differs(one.part);
  }
  return granted({ keys, words, alarms });
}

/** Where the words of an act were to be sealed to: the last key that the record tells of before it. */
function recipientAt(happened: readonly MatterHappened[], index: number): string {
  const named = happened.flatMap((fact) => ("recipient" in fact && fact.index <= index ? [fact.recipient] : []));
  return named.at(-1) ?? "";
}
