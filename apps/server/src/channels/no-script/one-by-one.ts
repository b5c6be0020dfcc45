import { createTurns } from "../../evidence/turns.ts";

/** Does one thing at a time; undefined when too many wait for theirs, or it was not one's turn in time. */
export type OneByOne = <T>(act: () => Promise<T>) => Promise<T | undefined>;

/** At half a second each the last of them waits half a minute; slower machines get a little more than that. */
const mostWaiting = 64;
const patienceMillis = 40_000;

/**
 * To seal costs a server a hundred times what it costs to file what was sealed on a phone, and without script nobody can
 * be asked for work of their own in turn. So one is sealed at a time, beside everybody else's filing and reading.
 */
export function createOneByOne(): OneByOne {
  const inTurn = createTurns();
  let waiting = 0;
  return async (act) => {
    if (waiting === mostWaiting) return undefined;
    waiting++;
    try {
      return await inTurn("", patienceMillis, act);
    } finally {
      waiting--;
    }
  };
}
