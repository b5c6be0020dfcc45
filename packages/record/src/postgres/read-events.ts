import { type Digest, type Instant, type MatterId, prefixOfMatters, type StreamId } from "@temwen/vocabulary";
import type pg from "pg";
import type { RecordedEvent, TheRecord, Vouching } from "../record.ts";
import { readRows } from "./read.ts";

/** An event as the reader's columns give it. */
export type EventRow = {
  readonly stream: StreamId;
  readonly index: number;
  readonly position: number;
  readonly type: string;
  readonly at: Instant;
  readonly body: Buffer;
  readonly vouchings: readonly Vouching[];
  readonly digest: Digest;
};

const columns = "stream, index, position, type, at, body, vouchings, encode(digest, 'hex') as digest";

/** Events after the position $1, at most $2. */
export const readAfterText = `select ${columns} from event where position > $1 order by position limit $2`;

/** Events after the position $1, of the stream $2 and of every case that was erased, at most $3. */
export const readErasedText = `select ${columns} from event
  where position > $1 and (stream = $2 or stream in (select stream from event where type = 'case.erased/1'))
  order by position limit $3`;

/** Reading events. */
export function createEventReader(pool: pg.Pool): Pick<TheRecord, "readStream" | "readAfter" | "readMatters"> {
  return {
    async readStream(stream) {
      const rows = await readRows<EventRow>(pool, {
        name: "read_stream",
        text: `select ${columns} from event where stream = $1 order by index`,
        values: [stream],
      });
      return rows.map(rowToEvent);
    },
    async readAfter(position, limit) {
      const rows = await readRows<EventRow>(pool, {
        name: "read_after",
        text: readAfterText,
        values: [position, limit],
      });
      return rows.map(rowToEvent);
    },
    async readMatters(kind) {
      const prefix = prefixOfMatters(kind);
      return readRows<{ readonly matter: MatterId; readonly version: number }>(pool, {
        name: "read_matters",
        // Behind the underscore comes the grave accent: all that begins with the prefix lies between the two.
        text: `select stream as matter, (max(index) + 1)::int as version from event
          where stream > $1 and stream < $2 group by stream order by stream`,
        values: [prefix, prefix.replace("_", "`")],
      });
    },
  };
}

/** A row of the reader's columns as an event. */
export function rowToEvent(row: EventRow): RecordedEvent {
  return { ...row };
}
