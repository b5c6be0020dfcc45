import type { CallRefusal } from "@temwen/courier";
import { type CaseId, type Result, refused } from "@temwen/vocabulary";
import { cachesNamed } from "../page/caches.ts";

/**
 * Why a piece is not sent just now. `sent-elsewhere`: another window of this browser sends for its case; `words-first`: the
 * words themselves still wait on this phone; `gone`: the piece waits here no more.
 */
export type TurnRefusal = { readonly code: "sent-elsewhere" | "words-first" | "gone" };

export type Taken = Result<true, CallRefusal | TurnRefusal>;

/** Old browsers have none: there two windows take the pen from each other, and the office counts every byte once. */
const locks = navigator.locks as LockManager | undefined;

/** Sends a piece of this case when it is its turn: behind the words, and in one window only. */
export async function takeTurn(caseId: CaseId, take: () => Promise<Taken>): Promise<Taken> {
  if ((await cachesNamed(`waiting-${caseId}`)).length > 0) return refused({ code: "words-first" });
  if (!locks) return take();
  const notNow: Taken = refused({ code: "sent-elsewhere" });
  return locks.request(`bringing-${caseId}`, { ifAvailable: true }, (lock) => (lock ? take() : notNow));
}
