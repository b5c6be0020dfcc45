import type { Vouching } from "@temwen/office";
import {
  bytesToBase64,
  type CaseId,
  fieldsOf,
  granted,
  type Instant,
  listOf,
  parseBase64,
  parsed,
  parseId,
  parseInstant,
  type Result,
  refused,
  tableOf,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type FetchDirectory, fetchDirectory } from "./directory.ts";
import { type CallRefusal, type LineOptions, openLine, readJson } from "./line.ts";
import { call, eventShape, readAs, type ServedEvent, toEvent } from "./served.ts";

/** A mailbox: per case the events that are the person's to see, and the sealed messages by part name. */
export type Mailbox = {
  readonly cases: readonly MailboxCase[];
  /** How long the answer was, padding and all: what whoever watches the line learns of it. */
  readonly size: number;
  /** The hour at which it was opened before this time, as the server says; absent when it is not kept. */
  readonly opened?: Instant;
};

export type MailboxCase = {
  readonly case: CaseId;
  readonly events: readonly ServedEvent[];
  readonly sealed: { readonly [part: string]: Uint8Array };
  /** Where the events shown stand in the public log, as the server says; each may be checked there. */
  readonly leaves: readonly PlacedLeaf[];
};

/** A leaf of an event: part 0 is the event itself, the others the clocks it stops. */
export type PlacedLeaf = {
  readonly event: number;
  readonly part: number;
  readonly index: bigint;
  readonly salt: Uint8Array;
};

/**
 * Where a later message goes: the case's first event, to be checked with one's own key, the staff's event that gave the
 * case its newest key, if any did, to be checked by the directory, and the next number.
 */
export type MailboxAddress = {
  readonly received: ServedEvent;
  readonly rekeyed?: ServedEvent;
  readonly sequence: number;
  /** What opens the leaf of that first event, and its place in the public log once it has one. */
  readonly leaf?: { readonly salt: Uint8Array; readonly index?: bigint };
};

export type PersonAct = {
  readonly mailbox: string;
  readonly body: Uint8Array;
  readonly vouching: Vouching;
  readonly sealed?: Uint8Array;
};

/** What a receipt needs of the API: the page that reads answers is weighed, and carries no more. */
export type MailboxCourier = {
  readonly fetchDirectory: FetchDirectory;
  readonly readMailbox: (mailbox: string) => Promise<Result<Mailbox, CallRefusal>>;
  readonly findAddress: (mailbox: string) => Promise<Result<MailboxAddress, CallRefusal>>;
  readonly sendAct: (act: PersonAct) => Promise<Result<{ readonly at: Instant }, CallRefusal>>;
};

const base64 = parsed(parseBase64);
const decimal = parsed((value) =>
  typeof value === "string" && /^(0|[1-9]\d{0,18})$/.test(value)
    ? granted(BigInt(value))
    : refused("malformed-decimal"),
);
/** A leaf with its place, as it travels. */
export const leafShape = fieldsOf({ event: wholeUpTo(1e6), part: wholeUpTo(64), index: decimal, salt: base64 });
const mailboxAnswer = fieldsOf(
  {
    cases: listOf(
      fieldsOf(
        {
          case: parsed((value) => parseId("case", value)),
          events: listOf(eventShape, 10_000),
          sealed: tableOf(/^[a-z0-9-]{1,64}$/, base64, 10_000),
        },
        { leaves: listOf(leafShape, 20_000) },
      ),
      100,
    ),
  },
  { opened: parsed(parseInstant) },
);
const addressAnswer = fieldsOf(
  { received: eventShape, sequence: wholeUpTo(1e6) },
  { rekeyed: eventShape, leaf: fieldsOf({ salt: base64 }, { index: decimal }) },
);
const actAnswer = fieldsOf({ at: parsed(parseInstant) });

/** Opens the part of the API that a receipt needs. */
export function createMailboxCourier(options: LineOptions): MailboxCourier {
  const line = openLine(options);
  return {
    fetchDirectory: (epoch) => fetchDirectory(line, epoch),
    readMailbox: async (mailbox) => {
      const text = await line.text("POST", "/api/mailbox", { mailbox });
      if (!text.ok) return text;
      const json = readJson(text.value);
      const answer = json.ok ? readAs(json.value, mailboxAnswer) : json;
      if (!answer.ok) return answer;
      const { cases, ...more } = answer.value;
      return granted({
        ...more,
        size: text.value.length,
        cases: cases.map((entry) => ({ ...entry, leaves: entry.leaves ?? [], events: entry.events.map(toEvent) })),
      });
    },
    findAddress: async (mailbox) => {
      const answer = await call(line.json("POST", "/api/mailbox/address", { mailbox }), addressAnswer);
      if (!answer.ok) return answer;
      const { received, rekeyed, sequence, leaf } = answer.value;
      const more = { ...(rekeyed && { rekeyed: toEvent(rekeyed) }), ...(leaf && { leaf }) };
      return granted({ received: toEvent(received), sequence, ...more });
    },
    sendAct: (act) => {
      const body = {
        mailbox: act.mailbox,
        body: bytesToBase64(act.body),
        vouching: act.vouching,
        ...(act.sealed && { sealed: bytesToBase64(act.sealed) }),
      };
      return call(line.json("POST", "/api/mailbox/acts", body), actAnswer);
    },
  };
}
