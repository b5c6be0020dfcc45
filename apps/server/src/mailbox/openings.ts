import { type Digest, type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import type { OfficeContext } from "../office-context.ts";

/**
 * Keeps that a mailbox was opened now, on whichever way the digits came. Nobody waits for it: what is written for a mailbox
 * that exists, and for no other, must not show in the time of the answer. When it cannot be written the person still reads
 * the answer, and the next opening says an older hour.
 */
export function noteOpening({ record, now }: Pick<OfficeContext, "record" | "now">, mailbox: Digest): void {
  void record.noteOpening(mailbox, hourOf(now())).catch(() => undefined);
}

/** The beginning of the hour: a finer one would tell whoever takes the server more than the person needs. */
const hourOf = (now: Instant): Instant => millisToInstant(Math.floor(instantToMillis(now) / 3_600_000) * 3_600_000);
