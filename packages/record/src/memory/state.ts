import type { CaseId, Digest, Instant, StreamId } from "@temwen/vocabulary";
import { emptyLogHead, type LogHead, type LogLeaf } from "../log-rows.ts";
import type { EventToAppend, Filing as FiledParcel, QueueRow, RecordedEvent, SealedPart } from "../record.ts";
import type { CodeOfReferral } from "../referral-rows.ts";

/** A parcel that was filed; of an erased one stays that it was. */
export type Filing = Omit<FiledParcel, "mailbox" | "erasable"> & Partial<Pick<FiledParcel, "mailbox" | "erasable">>;

export type Announced = {
  readonly name: string;
  readonly digest: Digest;
  readonly size: number;
  readonly arrived: boolean;
};

/** A code of a referral, and the answer it was used for. */
export type KnownCode = CodeOfReferral & { readonly answer?: { readonly digest: Digest; readonly at: Instant } };

/** All that a record in memory holds. */
export type State = {
  readonly events: RecordedEvent[];
  readonly streams: Map<StreamId, RecordedEvent[]>;
  readonly filings: Map<CaseId, Filing>;
  readonly parts: Map<StreamId, Map<string, SealedPart>>;
  readonly announced: Map<StreamId, readonly Announced[]>;
  readonly doomed: Map<CaseId, ReadonlySet<Digest>>;
  readonly openings: Map<CaseId, Instant>;
  readonly codes: Map<Digest, KnownCode>;
  readonly cases: Map<StreamId, QueueRow>;
  /** In the order of the log. */
  readonly leaves: LogLeaf[];
  logHead: LogHead;
};

/** An empty record. */
export const createState = (): State => ({
  events: [],
  streams: new Map(),
  filings: new Map(),
  parts: new Map(),
  announced: new Map(),
  doomed: new Map(),
  openings: new Map(),
  codes: new Map(),
  cases: new Map(),
  leaves: [],
  logHead: emptyLogHead,
});

/** The events of one stream. */
export const eventsOf = (state: State, stream: StreamId): readonly RecordedEvent[] => state.streams.get(stream) ?? [];

/** Puts events behind the others. */
export function writeEvents(
  state: State,
  stream: StreamId,
  events: readonly EventToAppend[],
): readonly RecordedEvent[] {
  const standing = state.streams.get(stream) ?? [];
  const written = events.map((event, n) =>
    Object.freeze({
      ...event,
      stream,
      index: standing.length + n,
      position: state.events.length + n + 1,
    }),
  );
  state.events.push(...written);
  state.streams.set(stream, [...standing, ...written]);
  return written;
}
