import {
  canonicalBytes,
  type Digest,
  fieldsOf,
  type Json,
  listOf,
  parseDigest,
  parsed,
  type Shape,
  textUpTo,
} from "@temwen/vocabulary";
import { digestOfBytes } from "@temwen/vocabulary/sha256";
import { calendarsShape, type WorkCalendar } from "./calendars.ts";
import { type Clock, clocksShape } from "./clocks.ts";

/** All clocks of an office, and how their days are counted. */
export type Deadlines = {
  readonly zone: string;
  readonly clocks: readonly Clock[];
  readonly calendars?: readonly WorkCalendar[];
};

/** Deadlines that were in force once: what was filed under them goes on under them. */
export type FormerDeadlines = Deadlines & { readonly digest: Digest };

/** Deadlines of now, with those before them. */
export type DeadlineBook = Deadlines & { readonly formerDeadlines?: readonly FormerDeadlines[] };

export const formerShape: Shape<readonly FormerDeadlines[]> = listOf(
  fieldsOf({ digest: parsed(parseDigest), zone: textUpTo(64), clocks: clocksShape }, { calendars: calendarsShape }),
  64,
);

/** The deadline policy as a document of its own; its SHA-256 stands in every complaint. */
export const deadlinePolicy = ({ id, zone, clocks, calendars }: Deadlines & { readonly id: string }): Json => ({
  type: "temwen.deadlines/1",
  pack: id,
  zone,
  clocks: clocks as Json,
  // Where no clock counts working days the policy says nothing of them, and keeps the bytes it had.
  ...(calendars && { calendars: calendars as Json }),
});

/**
 * The deadlines that a case goes by: those whose digest its own filing names. A digest that the pack does not know is of an
 * office's own making, and goes by those of now.
 */
export function deadlinesUnder(book: DeadlineBook, policy: Digest | undefined): Deadlines {
  return book.formerDeadlines?.find(({ digest }) => digest === policy) ?? book;
}

/** Ids of the clocks whose silence may be proved in public. */
export const publishableClocks = ({ clocks }: Pick<Deadlines, "clocks">): readonly string[] =>
  clocks.filter(({ publish }) => publish).map(({ id }) => id);

export type DeadlinesRefusal =
  | { readonly code: "unknown-calendar"; readonly id: string }
  /** Former deadlines are not those that their digest names. */
  | { readonly code: "former-differs"; readonly id: Digest }
  /** A clock that was released is gone, or is published otherwise than it was. */
  | { readonly code: "clock-not-kept"; readonly id: string };

/** Why deadlines are not read: what acts and filings refer to for decades must be there, and be what it was. */
export function refuseDeadlines(book: DeadlineBook & { readonly id: string }): DeadlinesRefusal | undefined {
  const { id: pack, formerDeadlines = [] } = book;
  for (const deadlines of [book, ...formerDeadlines]) {
    const calendars = deadlines.calendars ?? [];
    const lost = deadlines.clocks.find(({ calendar }) => calendar && !calendars.some(({ id }) => id === calendar));
    if (lost) return { code: "unknown-calendar", id: lost.id };
  }
  for (const { digest, ...former } of formerDeadlines) {
    if (digestOfBytes(canonicalBytes(deadlinePolicy({ ...former, id: pack }))) !== digest) {
      return { code: "former-differs", id: digest };
    }
    const gone = former.clocks.find((old) => (findClock(book, old.id)?.publish ?? false) !== old.publish);
    if (gone) return { code: "clock-not-kept", id: gone.id };
  }
  return undefined;
}

const findClock = ({ clocks }: Deadlines, wanted: string): Clock | undefined => clocks.find(({ id }) => id === wanted);
