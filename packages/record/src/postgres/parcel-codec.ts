import { hash } from "node:crypto";
import { digestToBytes, type Instant } from "@temwen/vocabulary";
import type { Append, CaseSummary, Filing, SealedPart } from "../record.ts";
import type { Value } from "./send-calls.ts";

/** A filing as parameters of `record_filing`. */
export function encodeFiling(filing: Filing): readonly Value[] {
  const { event, erasable, summary, announced } = filing;
  const { stage, received_at, due, clock_id, facts } = encodeSummary(summary);
  return [
    filing.caseId,
    event.type,
    event.at,
    event.body,
    JSON.stringify(event.vouchings),
    digestToBytes(event.digest),
    hash("sha256", event.body, "buffer"),
    filing.proofNumber,
    filing.mailbox === undefined ? null : digestToBytes(filing.mailbox),
    filing.receiptKey ?? null,
    erasable.labelKey,
    erasable.salt,
    stage,
    received_at,
    due,
    clock_id,
    facts,
    JSON.stringify(placesOf(filing.parts)),
    filing.parts.map(({ bytes }) => bytes),
    announced.length === 0 ? null : JSON.stringify(announced),
  ];
}

/** An append as the parameters of `record_appends`: what is to be written, and all its bytes, end to end. */
export function encodeAppend(act: Append): readonly Value[] {
  const pile = createPile();
  const item = {
    n: 0,
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
  };
  return [JSON.stringify([item]), pile.pieces];
}

/** Where each part lies among the bytes of its parcel; SQL counts places from 1. */
function placesOf(parts: readonly SealedPart[]): readonly object[] {
  let at = 1;
  return parts.map(({ name, digest, bytes }) => {
    const place = { name, digest, at, size: bytes.length };
    at += bytes.length;
    return place;
  });
}

function encodeSummary(summary: CaseSummary): Omit<SummaryRow, "due"> & { readonly due: string } {
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

type Place = readonly [at: number, size: number];
type Pile = { readonly put: (bytes: Uint8Array) => Place; readonly pieces: readonly Uint8Array[] };

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
    pieces,
  };
}
