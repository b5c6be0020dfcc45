import type { RecordedEvent } from "@temwen/record";
import {
  bytesToBase64,
  canonicalBytes,
  type Digest,
  fieldsOf,
  type Instant,
  type Json,
  listOf,
  type OfficeId,
  oneOf,
  parseBase64,
  parseCanonical,
  parseDigest,
  parsed,
  parseId,
  parseInstant,
  type Result,
  refused,
  type StreamId,
  textLike,
  textUpTo,
  utf8,
  utf8ToText,
  wholeUpTo,
} from "@temwen/vocabulary";
import { BackupFault, damaged } from "./backup-fault.ts";

/** Whole histories of the cases that were erased, and of the office itself: what proves each erasure (docs/specs/backup.md). */
export type ErasureList = {
  readonly office: OfficeId;
  /** When it was written: what was erased later is not in it. */
  readonly at: Instant;
  readonly streams: ReadonlyMap<StreamId, readonly RecordedEvent[]>;
};

const form = "temwen-erasures/1";
const lineFeed = utf8("\n");

const headShape = fieldsOf({
  form: oneOf(form),
  office: parsed((value) => parseId("office", value)),
  at: parsed(parseInstant),
  events: wholeUpTo(Number.MAX_SAFE_INTEGER),
});
const eventShape = fieldsOf({
  stream: parsed(parseStream),
  index: wholeUpTo(1e6),
  at: parsed(parseInstant),
  body: parsed(parseBase64),
  vouchings: listOf(fieldsOf({ key: textUpTo(100), signature: textUpTo(200) }), 16),
  digest: parsed((value): Result<Digest, string> => parseDigest(value)),
});
const typed = fieldsOf({ type: textLike(/^[a-z][a-z0-9.-]{1,60}\/\d{1,3}$/) });

/** The list as lines of canonical JSON, the first of which says how many follow. */
export async function* writeErasureList(
  head: { readonly office: OfficeId; readonly at: Instant },
  events: readonly RecordedEvent[],
): AsyncGenerator<Uint8Array> {
  yield* line({ form, ...head, events: events.length });
  for (const { stream, index, at, body, vouchings, digest } of events) {
    yield* line({ stream, index, at, body: bytesToBase64(body), vouchings: toJson(vouchings), digest });
  }
}

/** Reads one; says nothing about whose signatures are on it. Throws `BackupFault`. */
export async function readErasureList(plain: AsyncIterable<Uint8Array>): Promise<ErasureList> {
  let head: ReturnType<typeof headShape>;
  const streams = new Map<StreamId, RecordedEvent[]>();
  let position = 0;
  for await (const value of readLines(plain)) {
    if (!head) {
      head = headShape(value);
      if (!head) throw notAList();
      continue;
    }
    position += 1;
    const event = readEvent(value, position);
    const before = streams.get(event.stream);
    if (before) before.push(event);
    else streams.set(event.stream, [event]);
  }
  if (!head) throw notAList();
  if (head.events !== position) throw damaged();
  return { office: head.office, at: head.at, streams };
}

function readEvent(value: unknown, position: number): RecordedEvent {
  const event = eventShape(value);
  const body = event && parseCanonical(event.body);
  const type = body?.ok ? typedOf(body.value)?.type : undefined;
  if (!event || type === undefined) throw damaged();
  return { ...event, type, position };
}

/** Of a body only its type is looked at here; the rest is judged by who reads it. */
const typedOf = (body: Json): ReturnType<typeof typed> =>
  typeof body === "object" && body !== null && "type" in body ? typed({ type: body.type }) : undefined;

async function* readLines(plain: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  let held: readonly Uint8Array[] = [];
  for await (const chunk of plain) {
    let from = 0;
    for (let at = chunk.indexOf(lineEnd); at !== -1; at = chunk.indexOf(lineEnd, from)) {
      yield parseLine([...held, chunk.subarray(from, at)]);
      held = [];
      from = at + 1;
    }
    held = [...held, chunk.slice(from)];
    if (sizeOf(held) > longestLine) throw notAList();
  }
  if (sizeOf(held) > 0) throw damaged();
}

const lineEnd = 10;
/** Bytes; the longest event has a directory of some hundred people in it. */
const longestLine = 4 * 1024 * 1024;
const sizeOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((size, piece) => size + piece.length, 0);

function parseLine(pieces: readonly Uint8Array[]): unknown {
  const text = utf8ToText(new Uint8Array(Buffer.concat(pieces)));
  try {
    return text.ok ? JSON.parse(text.value) : undefined;
  } catch {
    return undefined;
  }
}

function* line(value: Json): Generator<Uint8Array> {
  yield canonicalBytes(value);
  yield lineFeed;
}

const toJson = (vouchings: RecordedEvent["vouchings"]): Json =>
  vouchings.map(({ key, signature }) => ({ key, signature }));

function parseStream(value: unknown): Result<StreamId, string> {
  const ofOffice = parseId("office", value);
  if (ofOffice.ok) return ofOffice;
  const ofCase = parseId("case", value);
  return ofCase.ok ? ofCase : refused("no stream of a list");
}

const notAList = (): BackupFault => new BackupFault("not-a-list", "this file opens, but it is no list of erasures");
