import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { errorToFate, RecordFault } from "./faults.ts";
import { failureToFault } from "./read.ts";
import { type Row, sendCalls, type Value } from "./send-calls.ts";

/** One kind of writing: how each item becomes a call of its function, and the row of that an answer. */
export type Kind<Item, Answer> = {
  readonly name: string;
  readonly text: string;
  encode(item: Item): readonly Value[];
  /** `again`: an earlier attempt may have been written although its answer was lost. */
  answer(item: Item, row: Row, again: boolean): Answer;
  noSpace(): Answer;
  unknown(cause: unknown): Answer;
  size(item: Item): number;
  /** Items of one key never share a batch. */
  key?(item: Item): string;
};

export type Writer<Item, Answer> = { write(item: Item): Promise<Answer>; drain(): Promise<void> };

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
};

const limits = {
  /** A second batch is sent and parsed while the first one is being made durable; a third would only wait. */
  flights: 2,
  /** Of a larger batch nobody is answered, and nobody comes again, before the last of it is written. */
  items: 8,
  bytes: 1024 * 1024,
  /** How long a lost answer is looked for before the answer is "unknown". */
  findOutMillis: 10_000,
  attempts: 4,
};

/**
 * Group commit. The lock on positions serialises commits, so items that arrive while a batch is on its way travel
 * together in the next: one lock, one transaction, one sync of the disk for all of them.
 */
export function createWriter<Item, Answer>(pool: pg.Pool, kind: Kind<Item, Answer>): Writer<Item, Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  const flights = new Set<Promise<void>>();

  const depart = (): void => {
    while (waiting.length > 0 && flights.size < limits.flights) {
      const flight = fly(pool, kind, takeBatch(waiting, kind)).finally(() => {
        flights.delete(flight);
        depart();
      });
      flights.add(flight);
    }
  };
  return {
    write(item) {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      waiting.push({ item, resolve, reject });
      // Nobody waits for company. While a batch is on its way, those read from their sockets in one turn travel together.
      if (flights.size === 0) depart();
      else if (waiting.length === 1) setImmediate(depart);
      return promise;
    },
    async drain() {
      while (flights.size > 0 || waiting.length > 0) {
        depart();
        await Promise.all(flights);
      }
    },
  };
}

function takeBatch<Item, Answer>(waiting: Waiting<Item, Answer>[], kind: Kind<Item, Answer>): Waiting<Item, Answer>[] {
  const batch: Waiting<Item, Answer>[] = [];
  const keys = new Set<string>();
  let bytes = 0;
  let place = 0;
  while (place < waiting.length && batch.length < limits.items) {
    const next = waiting[place] as Waiting<Item, Answer>;
    const key = kind.key?.(next.item);
    const size = kind.size(next.item);
    if (batch.length > 0 && bytes + size > limits.bytes) break;
    if (key !== undefined && keys.has(key)) {
      place += 1;
      continue;
    }
    if (key !== undefined) keys.add(key);
    bytes += size;
    batch.push(next);
    waiting.splice(place, 1);
  }
  return batch;
}

/** Never throws: each item of the batch is answered or rejected. */
async function fly<Item, Answer>(
  pool: pg.Pool,
  kind: Kind<Item, Answer>,
  batch: readonly Waiting<Item, Answer>[],
): Promise<void> {
  try {
    const rows = await send(
      pool,
      kind,
      batch.map((one) => one.item),
    );
    for (const [n, one] of batch.entries()) one.resolve(kind.answer(one.item, rows[n] ?? [], false));
  } catch (error) {
    const lost = errorToFate(error).fate === "unknown" && !(error instanceof Unsent);
    // One item's defect must not cost its neighbours their answer: each now travels alone.
    for (const one of batch) await persist(pool, kind, one, { error, lost });
  }
}

/**
 * One item alone, until its fate is known. Both kinds may be sent again after a lost answer: a filing that stands is
 * found by its digest, and an act that stands is in its own way, which the function reports.
 */
async function persist<Item, Answer>(
  pool: pg.Pool,
  kind: Kind<Item, Answer>,
  one: Waiting<Item, Answer>,
  before: { readonly error: unknown; readonly lost: boolean },
): Promise<void> {
  const deadline = Date.now() + limits.findOutMillis;
  let { error, lost } = before;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const rows = await send(pool, kind, [one.item]);
      one.resolve(kind.answer(one.item, rows[0] ?? [], lost));
      return;
    } catch (failure) {
      error = failure;
      const fate = errorToFate(failure);
      if (fate.fate === "undone" && !(fate.because === "again" && attempt < limits.attempts)) {
        // Refused now, but an earlier attempt whose answer was lost is not disproved by that.
        if (lost) one.resolve(kind.unknown(failure));
        else if (fate.because === "no-space") one.resolve(kind.noSpace());
        else one.reject(failureToFault(failure));
        return;
      }
      if (fate.fate === "unknown" && !(failure instanceof Unsent)) lost = true;
    }
    if (Date.now() > deadline) break;
    await pause(Math.min(50 * attempt, 500));
  }
  if (lost) one.resolve(kind.unknown(error));
  else one.reject(new RecordFault("unreachable", "the database cannot be reached; nothing was written", error));
}

/** A failure before anything was sent: nothing can have been written. */
class Unsent extends Error {}

async function send<Item, Answer>(
  pool: pg.Pool,
  kind: Kind<Item, Answer>,
  items: readonly Item[],
): Promise<readonly Row[]> {
  const calls = items.map((item) => encode(kind, item));
  const client = await pool.connect().catch((cause: unknown) => {
    throw new Unsent("no connection", { cause });
  });
  let broken = true;
  try {
    const rows = await sendCalls(client, { name: kind.name, text: kind.text, calls });
    broken = false;
    return rows;
  } catch (error) {
    broken = errorToFate(error).fate === "unknown";
    throw error;
  } finally {
    client.release(broken);
  }
}

function encode<Item, Answer>(kind: Kind<Item, Answer>, item: Item): readonly Value[] {
  try {
    return kind.encode(item);
  } catch (cause) {
    throw new RecordFault("write-failed", "what was to be written has no form in the database", cause);
  }
}
