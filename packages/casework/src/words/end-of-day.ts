import { type Instant, millisToInstant } from "@temwen/vocabulary";

/**
 * When a day (`2027-03-01`) is over everywhere: it begins and ends elsewhere on Earth at other hours, at the latest twelve behind UTC's
 * end. Silence is told from then on, and not before; and nobody is asked by a day that is over.
 */
export const endOfDay = (day: string): Instant => {
  const over = Date.parse(`${day}T00:00:00.000Z`) + 36 * 3_600_000;
  // Hours are compared as text, and those of the year 10000 are spelled otherwise.
  return millisToInstant(Math.min(over, Date.parse("9999-12-31T23:59:59.999Z")));
};
