import { hash } from "node:crypto";
import type { Instant } from "@temwen/vocabulary";
import type { Append, CaseSummary, Filing, SealedPart } from "../record.ts";

/** The two parameters of a writing function: what is to be written, and all its bytes, still in their pieces. */
export type Encoded = { readonly items: string; readonly sealed: Pieces };

/** Bytes that will lie end to end, `size` together. */
export type Pieces = { readonly pieces: readonly Uint8Array[]; readonly size: number };

type Place = readonly [at: number, size: number];

/** Filings as parameters of `record_filings`. */
export function encodeFilings(filings: readonly Filing[]): Encoded {
  const pile = createPile();
  const items = filings.map((filing, n) => ({
    n,
    case_id: filing.caseId,
    type: filing.event.type,
    at: filing.event.at,
    body: pile.put(filing.event.body),
    vouchings: filing.event.vouchings,
    digest: filing.event.digest,
    body_digest: hash("sha256", filing.event.body, "hex"),
    proof_number: filing.proofNumber,
    mailbox: filing.mailbox,
    receipt_key: filing.receiptKey,
    label_key: pile.put(filing.erasable.labelKey),
    salt: pile.put(filing.erasable.salt),
    ...encodeSummary(filing.summary),
    ...encodeParcel(filing.parts, pile),
    announced: filing.announced,
  }));
  return { items: JSON.stringify(items), sealed: pile.take() };
}

/** Appends as parameters of `record_appends`. */
export function encodeAppends(acts: readonly Append[]): Encoded {
  const pile = createPile();
  const items = acts.map((act, n) => ({
    n,
    stream: act.stream,
    expected: act.expected,
    events: act.events.map((event) => ({ ...event, body: pile.put(event.body) })),
    parts: act.parts.map((part) => {
      const [at, size] = pile.put(part.bytes);
      return { name: part.name, digest: part.digest, grantee: part.grantee, at, size };
    }),
    dropped: act.dropped ?? [],
    announced: act.announced ?? [],
    ...(act.summary === undefined ? {} : encodeSummary(act.summary)),
  }));
  return { items: JSON.stringify(items), sealed: pile.take() };
}

/** A filed parcel lies in one row: its places count from its own first byte. */
function encodeParcel(parts: readonly SealedPart[], pile: Pile): { parts: readonly object[]; bytes: Place } {
  let at = 1;
  const first = pile.end();
  const places = parts.map((part) => {
    pile.put(part.bytes);
    const place = { name: part.name, digest: part.digest, at, size: part.bytes.length };
    at += part.bytes.length;
    return place;
  });
  return { parts: places, bytes: [first, at - 1] };
}

function encodeSummary(summary: CaseSummary): object {
  return {
    stage: summary.stage,
    received_at: summary.receivedAt,
    due: summary.clock?.due ?? "infinity",
    clock_id: summary.clock?.id ?? null,
    facts: JSON.stringify(summary.facts),
  };
}

/** A case's summary as it lies in its row. */
export type SummaryRow = {
  readonly stage: string;
  readonly received_at: Instant;
  readonly due: Instant | null;
  readonly clock_id: string | null;
  readonly facts: string;
};

/** A row's summary. */
export function rowToSummary(row: SummaryRow): CaseSummary {
  return {
    stage: row.stage,
    receivedAt: row.received_at,
    ...(row.due === null || row.clock_id === null ? {} : { clock: { id: row.clock_id, due: row.due } }),
    facts: JSON.parse(row.facts) as CaseSummary["facts"],
  };
}

type Pile = { put(bytes: Uint8Array): Place; end(): number; take(): Pieces };

/** Bytes laid end to end; SQL counts places from 1. */
function createPile(): Pile {
  const pieces: Uint8Array[] = [];
  let end = 1;
  return {
    put(bytes) {
      const place = [end, bytes.length] as const;
      pieces.push(bytes);
      end += bytes.length;
      return place;
    },
    end: () => end,
    take: () => ({ pieces, size: end - 1 }),
  };
}
