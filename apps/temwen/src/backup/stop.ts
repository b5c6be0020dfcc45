import { waitForSignal } from "../running/signals.ts";
import { BackupFault } from "./backup-fault.ts";

/** Whether somebody stopped the process. One for a whole verb: a signal between two of its steps counts for the next. */
export type Stop = {
  /** Ends by a `BackupFault` once somebody did, so that what was begun is cleared away. */
  readonly heed: () => void;
  /** Hands bytes on until then. */
  readonly untilAsked: (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;
};

/** Listens from now on. */
export function listenForStop(): Stop {
  let isAsked = false;
  void waitForSignal().then(() => {
    isAsked = true;
  });
  const heed = (): void => {
    if (isAsked) throw new BackupFault("interrupted", "stopped; nothing was left behind");
  };
  return {
    heed,
    untilAsked: async function* (bytes) {
      for await (const chunk of bytes) {
        heed();
        yield chunk;
      }
    },
  };
}

/** Whether this is what `heed` throws. */
export const isStopped = (cause: unknown): boolean => cause instanceof BackupFault && cause.code === "interrupted";
