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
  fetch: async (input, init) => fetch(input, { ...(await readBody(init)), signal }),
  wait: (millis) => pause(millis, undefined, { signal }).catch(() => undefined),
  onRetry: (tried) => {
    if (!signal.aborted) terminal.progress(`trying again (${tried})`);
  },
});

/** A form is read before it is sent: Node 24 breaks down where a body that it still reads is broken off ("already closed"). */
async function readBody(init: RequestInit | undefined): Promise<RequestInit | undefined> {
  if (!(init?.body instanceof FormData)) return init;
  const form = new Response(init.body);
  const headers = new Headers(init.headers);
  headers.set("content-type", form.headers.get("content-type") ?? "");
  return { ...init, headers, body: await form.arrayBuffer() };
}
