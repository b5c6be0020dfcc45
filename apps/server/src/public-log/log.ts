import type { LogLeaf } from "@temwen/record";
import type { Logger } from "pino";
import type { OfficeContext } from "../office-context.ts";
import { nextBatch } from "./batch.ts";
import type { Publisher, PublishRefusal } from "./publisher.ts";

/** The rhythm of the log: so many leaves, so often, whatever happened. */
export type Rhythm = { readonly everyMillis: number; readonly batch: number };

/** How the log stands, for whoever looks after the office. */
export type LogState = { readonly state: "ok" | "waiting" } | { readonly state: "stopped"; readonly because: string };

export type RunningLog = {
  readonly publisher: Publisher;
  readonly look: () => LogState;
  /** Makes one batch and publishes it, now. Refusals are remembered for `look` and said in the log of the server. */
  readonly step: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Runs the public log until stopped; one step at a time, and a step that fails is tried again at the next. */
export function runLog(
  office: OfficeContext,
  publisher: Publisher,
  {
    rhythm,
    readPublic,
    log,
  }: { readonly rhythm: Rhythm; readonly readPublic: () => Promise<readonly LogLeaf[]>; readonly log: Logger },
): RunningLog {
  let state: LogState = { state: "waiting" };
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;
  const refuse = (because: PublishRefusal["code"]): void => {
    if (state.state !== "stopped" || state.because !== because)
      log.error({ fault: because }, "the public log stands still");
    state = { state: "stopped", because };
  };
  const step = async (): Promise<void> => {
    try {
      const head = await office.record.log.readHead();
      const { followed } = head;
      const waiting = await readPublic();
      const batch = await nextBatch(office, { size: rhythm.batch, everyMillis: rhythm.everyMillis, followed, waiting });
      if (batch.isFull) log.warn({ fault: "batch-full" }, "more waits for the public log than a batch holds");
      const outcome = await publisher.publish(head, batch.leaves, batch.followed);
      if (outcome.ok) state = { state: "ok" };
      else if (outcome.refusal.code !== "overtaken") refuse(outcome.refusal.code);
    } catch (error) {
      log.error({ fault: error instanceof Error ? error.name : "unknown" }, "the public log could not be written");
      state = { state: "stopped", because: "fault" };
    }
  };
  const next = (): Promise<void> => {
    running = running.then(() => (isStopped ? undefined : step()));
    return running;
  };
  const timer = setInterval(() => void next(), rhythm.everyMillis);
  return {
    publisher,
    look: () => state,
    step: next,
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
