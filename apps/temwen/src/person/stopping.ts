import { setTimeout as pause } from "node:timers/promises";
import type { LineOptions } from "@temwen/courier";
import type { Terminal } from "../terminal.ts";

/** The first signal ends what is under way, and not the command, which still says what became of it; the next one ends all, as always. */
export function listenForStop(): { readonly signal: AbortSignal } & Disposable {
  const stop = new AbortController();
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const onStop = (): void => stop.abort();
  for (const name of names) process.once(name, onStop);
  return {
    signal: stop.signal,
    [Symbol.dispose]: () => {
      for (const name of names) process.off(name, onStop);
    },
  };
}

/** A line on which nothing is sent, waited for or tried again once the signal has come. */
export const stoppableLine = (
  line: Pick<LineOptions, "base" | "waits">,
  signal: AbortSignal,
  terminal: Terminal,
): LineOptions => ({
  ...line,
  signal,
  wait: (millis) => pause(millis, undefined, { signal }).catch(() => undefined),
  onRetry: (tried) => {
    if (!signal.aborted) terminal.progress(`trying again (${tried})`);
  },
});
