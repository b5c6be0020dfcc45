/** When it happened, as far as a person remembers: days ago, and the hour of the day where it is known. */
export type Happened = { readonly daysAgo: number; readonly hour: number | undefined };

/** Beyond this many days the answer no longer depends on the hour: nothing on the page is counted for longer. */
export const longAgo = 6;

/**
 * Minutes gone since then, at most: from the earliest minute that the person may mean. Only days and hours of the day are
 * subtracted, so that a phone whose date is wrong counts well. Negative when that hour has not come yet.
 */
export function minutesGone({ daysAgo, hour }: Happened, now: Date): number {
  if (daysAgo >= longAgo) return Number.POSITIVE_INFINITY;
  return daysAgo * 1440 + now.getHours() * 60 + now.getMinutes() - (hour ?? 0) * 60;
}

/** Whole hours left of so many, rounded down; undefined when none of the time is left. */
export function hoursLeft(within: number, gone: number): number | undefined {
  const left = within * 60 - gone;
  return left <= 0 ? undefined : Math.floor(left / 60);
}
