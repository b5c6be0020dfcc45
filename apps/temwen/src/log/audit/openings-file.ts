import {
  bytesToBase64,
  canonicalBytes,
  fieldsOf,
  type Instant,
  type Json,
  type OfficeId,
  oneOf,
  parseBase64,
  parsed,
  parseId,
  parseInstant,
  type Result,
  refused,
  textLike,
  textUpTo,
  utf8,
  utf8ToText,
  wholeUpTo,
} from "@temwen/vocabulary";
import { damaged } from "../../backup/backup-fault.ts";
import { AuditFault } from "./audit-fault.ts";

/** What one leaf of a period is said to stand for (docs/specs/openings.md). */
export type Opening = { readonly index: number } & (
  | { readonly kind: "event"; readonly part: number; readonly salt: Uint8Array; readonly record: string }
  | { readonly kind: "cover"; readonly salt: Uint8Array }
  /** The case was erased: what would open its leaves is gone. */
  | { readonly kind: "erased" }
  /** Put back from a copy after a restore, or cover of a time when its salt was not kept. */
  | { readonly kind: "lost" }
);

/** What a file of openings says of itself. */
export type OpeningsHead = {
  readonly office: OfficeId;
  /** When it was written. */
  readonly at: Instant;
  /** `2026-11`, of the mission's zone. */
  readonly month: string;
  /** Months since January 2020, as leaves bear it. */
  readonly period: number;
  /** So many leaves the log had then. */
  readonly size: number;
};

/** A file of openings as it is read, a line at a time. */
export type OpenedOpenings = { readonly head: OpeningsHead; readonly openings: AsyncIterator<Opening> };

const form = "temwen-openings/1";
const largest = Number.MAX_SAFE_INTEGER;

const headShape = fieldsOf({
  form: oneOf(form),
  office: parsed((value) => parseId("office", value)),
  at: parsed(parseInstant),
  month: textLike(/^20[2-9]\d-(?:0[1-9]|1[0-2])$/),
  period: wholeUpTo(0xffff),
  size: wholeUpTo(largest),
});
const index = wholeUpTo(largest);
const salt = parsed((value): Result<Uint8Array, string> => {
  const bytes = parseBase64(value);
  return bytes.ok && bytes.value.length !== 32 ? refused("another length") : bytes;
});
const shapes = [
  fieldsOf({
    index,
    kind: oneOf("event"),
    part: wholeUpTo(15),
    salt,
    // The longest record has some hundred parts named in it.
    record: textUpTo(1024 * 1024),
  }),
  fieldsOf({ index, kind: oneOf("cover"), salt }),
  fieldsOf({ index, kind: oneOf("erased") }),
  fieldsOf({ index, kind: oneOf("lost") }),
] as const;

/** The file's lines of canonical JSON: the head, then the openings in the order of the log. */
export async function* writeOpenings(head: OpeningsHead, openings: AsyncIterable<Opening>): AsyncGenerator<Uint8Array> {
  yield line({ form, ...head });
  for await (const one of openings) yield line("salt" in one ? { ...one, salt: bytesToBase64(one.salt) } : { ...one });
}

/**
 * Reads a file of openings, its head first; whether they hold is not looked at. Throws `AuditFault` for what is none, and
 * `BackupFault` where the age file is damaged.
 */
export async function readOpenings(plain: AsyncIterable<Uint8Array>): Promise<OpenedOpenings> {
  const values = readLines(plain);
  const first = await values.next();
  const head = first.done ? undefined : headShape(first.value);
  if (!head || periodOfMonth(head.month) !== head.period) throw notOpenings();
  const { form: _form, ...rest } = head;
  return { head: rest, openings: parseOpenings(values) };
}

/** Months since January 2020 of `2026-11`. */
export const periodOfMonth = (month: string): number =>
  (Number(month.slice(0, 4)) - 2020) * 12 + Number(month.slice(5)) - 1;

async function* parseOpenings(values: AsyncGenerator<unknown>): AsyncGenerator<Opening> {
  let before = -1;
  for await (const value of values) {
    const opening = shapes.reduce<Opening | undefined>((found, shape) => found ?? shape(value), undefined);
    if (!opening || opening.index <= before) throw notOpenings();
    before = opening.index;
    yield opening;
  }
}

async function* readLines(plain: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  let held: Uint8Array = new Uint8Array(0);
  for await (const chunk of plain) {
    const bytes = held.length === 0 ? chunk : new Uint8Array(Buffer.concat([held, chunk]));
    let from = 0;
    for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, from)) {
      yield parseLine(bytes.subarray(from, at));
      from = at + 1;
    }
    held = bytes.slice(from);
    if (held.length > longestLine) throw notOpenings();
  }
  if (held.length > 0) throw damaged();
}

const lineEnd = 10;
/** Bytes. */
const longestLine = 2 * 1024 * 1024;

function parseLine(bytes: Uint8Array): unknown {
  const text = utf8ToText(bytes);
  try {
    return text.ok ? JSON.parse(text.value) : undefined;
  } catch {
    return undefined;
  }
}

const line = (value: Json): Uint8Array => new Uint8Array(Buffer.concat([canonicalBytes(value), utf8("\n")]));

const notOpenings = (): AuditFault =>
  new AuditFault("this file opens, but it is no file of openings (temwen log openings)");
