import { isEarly, seenByPerson } from "@temwen/casework";
import { frameStep } from "@temwen/courier";
import type { RecordedEvent, TheRecord } from "@temwen/record";
import { bytesToBase64, type CaseId, type Digest, type Json, parseCanonical } from "@temwen/vocabulary";
import { readEvent } from "../casefile.ts";

/**
 * What a mailbox shows, padded: who watches the line learns little from how long an answer is. A case with one message (22 KB,
 * most of it the manifest and the message) is as long as an empty mailbox. What the short law of a phone does not know is two
 * steps long at least, as nearly all of it is anyway: behind a longer answer the phone loads the whole law, whatever it holds.
 * An unknown code and a mailbox without an answer give the same empty frame, so that a code given under pressure shows
 * nothing. Beside an answer stands the hour of the opening before this one.
 */
export async function readFrame(record: TheRecord, mailbox: Digest): Promise<string> {
  const opened = await record.findOpening(mailbox);
  const cases: Json[] = [];
  let steps = 1;
  for (const { caseId, receiptKey } of await record.readMailbox(mailbox)) {
    const shown = await readCaseForPerson(record, caseId, receiptKey);
    if (!shown) continue;
    cases.push(shown.spelled);
    if (!shown.isEarly) steps = 2;
  }
  const frame = JSON.stringify(cases.length > 0 && opened ? { cases, opened } : { cases });
  return frame.padEnd(Math.max(steps, Math.ceil(frame.length / frameStep)) * frameStep, " ");
}

async function readCaseForPerson(record: TheRecord, caseId: CaseId, receiptKey: string) {
  const seen = await readSeen(record, caseId, receiptKey);
  if (!seen) return undefined;
  const parts = await record.readParts(caseId, seen.messages);
  const spelled: Json = {
    case: caseId,
    events: seen.events.map(({ event }) => spellEvent(event)),
    leaves: await spellLeaves(record, caseId, (index) => seen.events.some(({ event }) => event.index === index)),
    sealed: Object.fromEntries(parts.map(({ name, bytes }) => [name, bytesToBase64(bytes)])),
  };
  return { spelled, isEarly: seen.events.every(({ fact }) => isEarly(fact.type)) };
}

/** Where the events shown stand in the public log, and what opens their leaves: part 0 is the event, the others its stops. */
export async function spellLeaves(
  record: TheRecord,
  caseId: CaseId,
  isShown: (index: number) => boolean,
): Promise<readonly Json[]> {
  const erasable = await record.readErasable(caseId);
  const logged = await record.log.readOf(caseId);
  return logged.flatMap(({ event, part, index, salt }) => {
    const opens = event === 0 ? erasable?.salt : salt;
    return opens && isShown(event) ? [{ event, part, index: String(index), salt: bytesToBase64(opens) }] : [];
  });
}

/** What a person sees of a case, and the parts with the office's messages; nothing at all before the first of these, or before it was closed unread. */
export async function readSeen(record: TheRecord, caseId: CaseId, receiptKey: string) {
  const events = seenByPerson(
    (await record.readStream(caseId)).map((event) => ({ event, fact: readEvent(event).fact })),
  );
  const messages = events.flatMap(({ fact }) =>
    fact.type === "case.message-sent/1" && fact.to === receiptKey ? [fact.message.part] : [],
  );
  const isAnswered = messages.length > 0 || events.some(({ fact }) => fact.type === "case.closed-as-flood/1");
  return isAnswered ? { events, messages } : undefined;
}

/** An event as it travels: the body as JSON, from which whoever verifies makes the canonical bytes again. */
export function spellEvent(event: RecordedEvent): Json {
  const body = parseCanonical(event.body);
  if (!body.ok) throw new Error(`event ${event.stream}/${event.index} is not canonical`);
  return { at: event.at, index: event.index, body: body.value, vouchings: event.vouchings };
}

/** What opens the leaf of the first event, and where it stands once it does; the person may ask before any answer. */
export async function readFirstLeaf(record: TheRecord, caseId: CaseId): Promise<Json | undefined> {
  const erasable = await record.readErasable(caseId);
  const place = (await record.log.readOf(caseId)).find(({ event }) => event === 0);
  return erasable && { salt: bytesToBase64(erasable.salt), ...(place && { index: String(place.index) }) };
}
