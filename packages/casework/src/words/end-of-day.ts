import { type Instant, millisToInstant } from "@temwen/vocabulary";

/**
 * When a day (`2027-03-01`) is over everywhere: it begins and ends elsewhere on Earth at other hours, at the latest twelve behind UTC's
 * end. Silence is told from then on, and not before; and nobody is asked by a day that is over.
 */
export const endOfDay = (day: string): Instant => millisToInstant(Date.parse(`${day}T00:00:00.000Z`) + 36 * 3_600_000);
