/** How many are heard at once; each has a value of the house. */
export type CrowdLimits = {
  /** Parcels that are being read. Each holds memory for the largest there is. */
  readonly heard: number;
  /** Those in line behind them. Each holds what its connection has read ahead. */
  readonly waiting: number;
  /** How long somebody stands in line, in milliseconds. */
  readonly waitMillis: number;
  /** Nobody is cut off before this, in milliseconds. */
  readonly graceMillis: number;
  /** Nobody is cut off who sends as fast as this, in bytes by the millisecond, however many wait. */
  readonly leastPace: number;
};

/** Somebody who is being heard. */
export type Place = {
  /** Tells that bytes came. */
  readonly came: (bytes: number) => void;
  readonly leave: () => void;
};

/** Those who are sending a parcel at this moment. */
export type Crowd = {
  /**
   * A place, at once or after standing in line; undefined when none came free in time. `cut` is called when others need
   * the place more: who was cut off still has to leave.
   */
  readonly enter: (cut: () => void) => Promise<Place | undefined>;
};

/** A parcel of 41 kB in a minute; and whoever waits a minute sees every such parcel out. */
const houseLimits: CrowdLimits = {
  heard: 128,
  waiting: 512,
  waitMillis: 60_000,
  graceMillis: 10_000,
  leastPace: 41_000 / 60_000,
};

type Heard = { readonly since: number; readonly cut: () => void; bytes: number; isCut: boolean };
type Waiting = { readonly cut: () => void; readonly end: (place: Place | undefined) => void };

/** How often the line is looked after while somebody stands in it, in milliseconds. */
const watchMillis = 100;

/**
 * Hears so many at once and lets the others wait. While somebody waits, the slowest of those who had a fair time are cut
 * off, but nobody who brings a parcel within a minute: a crowd of bad lines would cut itself off, and nobody would ever be
 * heard. Whoever holds places with a byte now and then is slower than any line. `now` in milliseconds.
 */
export function createCrowd(given: Partial<CrowdLimits> = {}, now: () => number = () => performance.now()): Crowd {
  const limits = { ...houseLimits, ...given };
  const heard = new Set<Heard>();
  const line: Waiting[] = [];
  let watch: NodeJS.Timeout | undefined;

  const admit = (cut: () => void): Place => {
    const one: Heard = { since: now(), cut, bytes: 0, isCut: false };
    heard.add(one);
    return {
      came: (bytes) => {
        one.bytes += bytes;
      },
      leave: () => {
        if (!heard.delete(one)) return;
        const first = line.shift();
        first?.end(admit(first.cut));
        if (line.length === 0) stopWatching();
      },
    };
  };
  const cutSlowest = (): void => {
    const pace = (one: Heard): number => one.bytes / (now() - one.since);
    const isSlow = (one: Heard): boolean => now() - one.since > limits.graceMillis && pace(one) < limits.leastPace;
    const slow = [...heard].filter((one) => !one.isCut && isSlow(one));
    for (const one of slow.sort((a, b) => pace(a) - pace(b)).slice(0, line.length)) {
      one.isCut = true;
      one.cut();
    }
  };
  const stopWatching = (): void => {
    clearInterval(watch);
    watch = undefined;
  };
  const stand = (cut: () => void): Promise<Place | undefined> =>
    new Promise((resolve) => {
      const one: Waiting = {
        cut,
        end: (place) => {
          clearTimeout(patience);
          resolve(place);
        },
      };
      const patience = setTimeout(() => {
        line.splice(line.indexOf(one), 1);
        if (line.length === 0) stopWatching();
        resolve(undefined);
      }, limits.waitMillis).unref();
      line.push(one);
      watch ??= setInterval(cutSlowest, watchMillis).unref();
    });
  return {
    enter: async (cut) => {
      if (heard.size < limits.heard) return admit(cut);
      return line.length < limits.waiting ? stand(cut) : undefined;
    },
  };
}
