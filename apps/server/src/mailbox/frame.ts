import type { RecordedEvent, TheRecord } from "@temwen/record";
import { bytesToBase64, type CaseId, type Digest, type Json, parseCanonical } from "@temwen/vocabulary";
import { readEvent } from "../casefile.ts";

/** Answers have few sizes: who watches the line learns little from how long one is. */
const frameStep = 16_384;

/** The events that are the person's to see. Who was let in and what is only proposed are the office's. */
const personSees: ReadonlySet<string> = new Set([
  "case.clock-missed/1",
  "case.acknowledged/1",
  "case.assessed/1",
  "case.message-sent/1",
  "case.message-received/1",
  "case.withdrawal-asked/1",
  "case.not-admitted/1",
]);

/**
 * What a mailbox shows, padded. An unknown code and a mailbox without an answer give the same empty frame, so that
 * a code given under pressure shows nothing.
 */
export async function readFrame(record: TheRecord, mailbox: Digest): Promise<string> {
  const cases: Json[] = [];
  for (const { caseId, receiptKey } of await record.readMailbox(mailbox)) {
    const shown = await readCaseForPerson(record, caseId, receiptKey);
    if (shown) cases.push(shown);
  }
  const frame = JSON.stringify({ cases });
  return frame.padEnd(Math.ceil(frame.length / frameStep) * frameStep, " ");
}

async function readCaseForPerson(record: TheRecord, caseId: CaseId, receiptKey: string): Promise<Json | undefined> {
  const events = await record.readStream(caseId);
  const messages: string[] = [];
  for (const event of events) {
    const { fact } = readEvent(event);
    if (fact.type === "case.message-sent/1" && fact.to === receiptKey) messages.push(fact.message.part);
  }
  if (messages.length === 0) return undefined;
  const parts = await record.readParts(caseId, messages);
  return {
    case: caseId,
    events: events.filter(({ type }) => personSees.has(type)).map(spellEvent),
    sealed: Object.fromEntries(parts.map(({ name, bytes }) => [name, bytesToBase64(bytes)])),
  };
}

/** An event as it travels: the body as JSON, from which whoever verifies makes the canonical bytes again. */
export function spellEvent(event: RecordedEvent): Json {
  const body = parseCanonical(event.body);
  if (!body.ok) throw new Error(`event ${event.stream}/${event.index} is not canonical`);
  return { at: event.at, index: event.index, body: body.value, vouchings: event.vouchings };
}
