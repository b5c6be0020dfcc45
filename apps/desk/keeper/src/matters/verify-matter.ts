import { judgeMatter, type KnownMatter, type MatterHappened, readMatterBody } from "@temwen/casework/matters";
import type { ServedEvent } from "@temwen/courier/desk";
import { type Directory, isVouchedFor, recordBytes } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { digestOf } from "@temwen/sealing/open";
import { type Digest, type MatterId, type OfficeId, parseCanonical } from "@temwen/vocabulary";
import type { Directories } from "../room/directories.ts";
import type { RecordPlace } from "../room/verify-stream.ts";
import type { Alarm } from "../views.ts";

/** A matter that was checked: what happened in it, how it stands, and what did not fit. */
export type VerifiedMatter = {
  readonly happened: readonly MatterHappened[];
  readonly matter: KnownMatter;
  readonly alarms: readonly Alarm[];
  readonly last: RecordPlace;
  /** Of every record, in order. */
  readonly digests: readonly Digest[];
};

/**
 * Checks every event of a matter as the server gave it: whose signature it bears, its place, the chain, and then whether the law
 * let that person take that step. Undefined where not even the first is anybody's.
 */
export async function verifyMatter(
  { about, office, clockKey }: { readonly about: MatterId; readonly office: OfficeId; readonly clockKey: string },
  events: readonly ServedEvent[],
  directories: Directories,
): Promise<VerifiedMatter | undefined> {
  const vouched: MatterHappened[] = [];
  const alarms: Alarm[] = [];
  const digests: Digest[] = [];
  const known = new Map<number, Directory>();
  let newest = 0;
  for (const [index, event] of events.entries()) {
    const found = await vouch(event, directories, clockKey);
    const { statement } = found ?? {};
    if (!found || !statement || statement.matter !== about || statement.office !== office) {
      alarms.push({ code: "event-not-vouched-for", index });
    } else if (!("by" in statement)) {
      // What the server says by itself names no record before it: the next statement's `previous` holds it in its place.
      vouched.push(statement);
    } else if (statement.index !== index || statement.previous !== digests[index - 1] || statement.epoch < newest) {
      // Under no older directory than the one before: who left with a key cannot come back by it.
      alarms.push({ code: "chain-broken", index });
    } else {
      newest = statement.epoch;
      if (found.directory) known.set(newest, found.directory);
      vouched.push(statement);
    }
    digests.push(digestOf(recordBytes({ at: event.at, body: event.body, index, vouchings: event.vouchings })));
  }
  const judged = judgeMatter(about, vouched, (epoch) => known.get(epoch));
  for (const { index, refusal } of judged.unlawful) alarms.push({ code: "unlawful-step", index, broken: refusal.code });
  const digest = digests.at(-1);
  if (judged.matter.stage === "unknown" || !digest) return undefined;
  const last = { index: events.length - 1, digest };
  return { happened: judged.lawful, matter: judged.matter, alarms, last, digests };
}

type Vouched = { readonly statement: MatterHappened; readonly directory?: Directory };

/** Whose word an event is, if the key signed it that the directory of its epoch lists for them, or the server's clock key. */
async function vouch(
  { body: bytes, vouchings, index, at }: ServedEvent,
  directories: Directories,
  clockKey: string,
): Promise<Vouched | undefined> {
  const body = parseCanonical(bytes);
  const statement = body.ok ? readMatterBody(body.value, { index, at }) : undefined;
  const [vouching, ...more] = vouchings;
  if (!statement || !vouching || more.length > 0 || statement.at !== at) return undefined;
  if (!isVouchedFor(bytes, vouching, verifyOnNode)) return undefined;
  if (!("by" in statement)) return vouching.key === clockKey ? { statement } : undefined;
  const directory = await directories.findEpoch(statement.epoch);
  const member = directory?.staff.find(({ id }) => id === statement.by);
  if (!directory || member?.signingKey !== vouching.key) return undefined;
  return directories.isSuspended(statement.by, statement.epoch, at) ? undefined : { statement, directory };
}
