import { type Instant, instantToMillis } from "@temwen/vocabulary";

const minute = 60_000;

/**
 * What a person may sign without a pause, and the pause behind it. Nobody who writes by hand comes near; a machine with one
 * receipt could else fill the disk at its own pace, and make its case so long that no desk opens it. The courier's own patience
 * is longer than the first pause.
 */
const paces = [
  { within: 10 * minute, free: 30, pause: minute / 6 },
  { within: 24 * 60 * minute, free: 300, pause: 10 * minute },
] as const;

/**
 * Whether the next act of a person is asked to come a little later, by the hours at which the others came, oldest first. By what
 * the record holds alone: every server of the office says the same, and none has to remember anybody.
 */
export function isTooFast(hours: readonly Instant[], now: Instant): boolean {
  const last = hours.at(-1);
  if (last === undefined) return false;
  const age = (hour: Instant): number => instantToMillis(now) - instantToMillis(hour);
  // A clock that was set back has seen hours that are still to come: they hold nobody up.
  const isWithin = (hour: Instant, millis: number): boolean => age(hour) >= 0 && age(hour) < millis;
  return paces.some(
    ({ within, free, pause }) => isWithin(last, pause) && hours.filter((hour) => isWithin(hour, within)).length >= free,
  );
}
