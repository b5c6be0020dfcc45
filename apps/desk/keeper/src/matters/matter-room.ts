import { type KnownMatter, type MatterStatement, partsOfMatter } from "@temwen/casework/matters";
import type { CallRefusal, DeskCourier, ServedMatter } from "@temwen/courier/desk";
import { openMatterKey, openMatterWords } from "@temwen/sealing/matter";
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
  readonly happened: readonly MatterStatement[];
  readonly version: number;
  readonly last: RecordPlace;
  /** The key to its words; absent where nobody gave it to this person. */
  readonly key?: string;
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
  /** The last record of each matter that this desk saw: a server that takes one back is found out. */
  readonly seen: Map<MatterId, RecordPlace>;
};

export type MatterRoomRefusal = CallRefusal | { readonly code: "matter-not-trusted" };

/** Fetches a matter, checks all of it, and opens what this person may open. */
export async function openMatter(id: MatterId, tools: MatterTools): Promise<Result<MatterRoom, MatterRoomRefusal>> {
  const { courier, directories, office, seen } = tools;
  const before = seen.get(id);
  const served = await courier.matters.read(id);
  if (!served.ok) return served;
  const verified = await verifyMatter({ about: id, office }, served.value.events, directories);
  if (!verified) return refused({ code: "matter-not-trusted" });
  const alarms: Alarm[] = [...verified.alarms];
  if (before && verified.digests[before.index] !== before.digest) {
    alarms.push({ code: "chain-broken", index: before.index });
  }
  if (alarms.length === 0) seen.set(id, verified.last);
  const opened = await openWords(id, served.value, verified, tools);
  if (!opened.ok) return opened;
  const { matter, happened, last } = verified;
  const { key, words } = opened.value;
  return granted({
    ...{ id, matter, happened, last, words },
    version: served.value.events.length,
    alarms: [...alarms, ...opened.value.alarms],
    ...(key !== undefined && { key }),
  });
}

type Opened = { readonly key?: string; readonly words: Map<number, string>; readonly alarms: readonly Alarm[] };

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
  let key: string | undefined;
  for (const one of wanted) {
    const bytes = fetched[one.part];
    if (one.kind !== "key" || !bytes) continue;
    const given = digestOf(bytes) === one.digest ? await openMatterKey(identity, bytes, id) : undefined;
    // Staff make the key, and a wrong one must not take the place of the right one.
    if (given !== undefined && (await recipientOf(given)) === matter.recipient) key = given;
    else differs(one.part);
  }
  const words = new Map<number, string>();
  for (const one of wanted) {
    const bytes = fetched[one.part];
    if (one.kind !== "words" || !bytes) continue;
    const text =
      key !== undefined && digestOf(bytes) === one.digest ? await openMatterWords(key, bytes, id) : undefined;
    if (text !== undefined) words.set(one.index, text);
    else if (key !== undefined) differs(one.part);
  }
  return granted({ words, alarms, ...(key !== undefined && { key }) });
}
