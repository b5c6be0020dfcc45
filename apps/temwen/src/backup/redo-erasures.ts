import { briefCase, foldCase } from "@temwen/casework";
import type { EventToAppend, RecordedEvent, TheRecord } from "@temwen/record";
import { type Connection, clearTraces, openPostgresRecord } from "@temwen/record/postgres";
import { readEvent, type Shelf } from "@temwen/server";
import type { CaseId, Instant, StreamId } from "@temwen/vocabulary";
import { BackupFault } from "./backup-fault.ts";
import type { JudgedList } from "./judge-list.ts";

/** What a restored record lacks of a list. */
export type Redoing = {
  readonly list: JudgedList;
  /** Events that are to follow, by stream, and how many the record has of each. */
  readonly missing: ReadonlyMap<StreamId, { readonly expected: number; readonly events: readonly RecordedEvent[] }>;
};

const pageSize = 500;

/**
 * Compares a list with a record that nobody sees yet. A case that was filed after the backup is not there, and needs
 * nothing. Throws `BackupFault` where the two tell different stories.
 */
export async function compareList(
  list: JudgedList,
  readAfter: (position: number, limit: number) => Promise<readonly RecordedEvent[]>,
  heed: () => void,
): Promise<Redoing> {
  const listed = new Map<StreamId, readonly RecordedEvent[]>(list.cases);
  const [first] = list.office;
  if (first) listed.set(first.stream, list.office);
  const lengths = new Map<StreamId, number>();
  for (let position = 0; ; ) {
    heed();
    const events = await readAfter(position, pageSize);
    for (const { stream, index, digest } of events) {
      const other = listed.get(stream)?.[index];
      // The office went on after the list was written; an erased case never does.
      const isBehind = other === undefined && stream === first?.stream;
      if (listed.has(stream) && !isBehind && other?.digest !== digest) throw anotherHistory();
      lengths.set(stream, index + 1);
    }
    position = events.at(-1)?.position ?? position;
    if (events.length < pageSize) break;
  }
  const missing = new Map<StreamId, { readonly expected: number; readonly events: readonly RecordedEvent[] }>();
  for (const [stream, events] of listed) {
    const expected = lengths.get(stream) ?? 0;
    if (expected > 0 && expected < events.length) missing.set(stream, { expected, events: events.slice(expected) });
  }
  return { list, missing };
}

/** What a list did to a restored office, and when it ends. */
export type ErasedAgain = { readonly at: Instant; readonly cases: number; readonly epoch: number };

/**
 * Brings the record to where the list ends: directories and suspensions since, and every erasure, evidence first; then
 * takes its traces out of the files of the database. Throws `BackupFault` or what record and shelf throw; then the restore
 * is not done, and nothing may start on it.
 */
export async function eraseListed(redoing: Redoing, connection: Connection, shelf: Shelf): Promise<ErasedAgain> {
  const { at, directories } = redoing.list;
  const cases = await redoErasures(redoing, connection, shelf);
  if (cases > 0) await clearTraces(connection);
  return { at, cases, epoch: directories.at(-1)?.epoch ?? 0 };
}

async function redoErasures({ list, missing }: Redoing, connection: Connection, shelf: Shelf): Promise<number> {
  await using record = await openPostgresRecord(connection);
  const [office] = list.office;
  const ofOffice = office && missing.get(office.stream);
  if (office && ofOffice) {
    await append(record, office.stream, ofOffice.expected, ofOffice.events);
    await dropLeavers(list, record);
  }
  let redone = 0;
  for (const [caseId, events] of list.cases) {
    const lacking = missing.get(caseId);
    if (!lacking) continue;
    await eraseAgain(caseId, events, lacking.expected, { record, shelf });
    redone += 1;
  }
  return redone;
}

async function eraseAgain(
  caseId: CaseId,
  events: readonly RecordedEvent[],
  expected: number,
  { record, shelf }: { readonly record: TheRecord; readonly shelf: Shelf },
): Promise<void> {
  const theCase = foldCase(events.map(readEvent));
  const last = events.at(-1);
  if (theCase.stage === "unknown" || !last) throw new Error("a judged case is known");
  const summary = briefCase(theCase, []);
  const between = events.slice(expected, -1);
  if (between.length > 0) {
    const outcome = await record.append({ stream: caseId, expected, events: between.map(bare), parts: [], summary });
    if (outcome.outcome !== "appended") throw notRedone();
  }
  for (const digest of await record.doomEvidence(caseId)) await shelf.remove(digest);
  const erased = await record.eraseCase({ caseId, expected: events.length - 1, event: bare(last), summary });
  if (erased.outcome !== "appended") throw notRedone();
}

async function append(
  record: TheRecord,
  stream: StreamId,
  expected: number,
  events: readonly RecordedEvent[],
): Promise<void> {
  const outcome = await record.append({ stream, expected, events: events.map(bare), parts: [] });
  if (outcome.outcome !== "appended") throw notRedone();
}

/** Who is no longer listed, or has new keys, has no grant made to the old ones. */
async function dropLeavers({ directories }: JudgedList, record: TheRecord): Promise<void> {
  const newest = directories.at(-1);
  for (const { staff } of directories) {
    for (const { id, signingKey, recipient } of staff) {
      const listed = newest?.staff.find((member) => member.id === id);
      if (listed?.signingKey !== signingKey || listed.recipient !== recipient) await record.dropGrants(id);
    }
  }
}

const bare = ({ type, at, body, vouchings, digest }: RecordedEvent): EventToAppend => ({
  type,
  at,
  body,
  vouchings,
  digest,
});

const anotherHistory = (): BackupFault =>
  new BackupFault("another-history", "this list and this backup tell different histories; nothing was restored");
const notRedone = (): BackupFault =>
  new BackupFault("erasures-not-done", "the erasures of the list could not be done again; the office does not open");
