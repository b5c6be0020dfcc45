import type { LogLeaf } from "@temwen/record";
import type { Logger } from "pino";
import type { OfficeContext } from "../office-context.ts";
import { nextBatch } from "./batch.ts";
import type { Publisher, PublishRefusal } from "./publisher.ts";
import { sayWhy } from "./say-why.ts";

/** The rhythm of the log: so many leaves, so often, whatever happened. */
export type Rhythm = { readonly everyMillis: number; readonly batch: number };

/** How the log stands, for whoever looks after the office. */
export type LogState =
  | { readonly state: "ok" | "waiting" }
  /** `say` is what mends it, where that is known. */
  | { readonly state: "stopped"; readonly because: string; readonly say?: string };

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
  let waiting = 0;
  let isStopped = false;
  const refuse = (refusal: PublishRefusal): void => {
    const [because, say] = [refusal.code, sayWhy(refusal)];
    if (state.state !== "stopped" || state.because !== because || state.say !== say) {
      log.error({ fault: because }, `the public log stands still: ${say}`);
    }
    state = { state: "stopped", because, say };
  };
  const attempt = async (work: () => ReturnType<Publisher["publish"]>): Promise<void> => {
    try {
      const outcome = await work();
      if (outcome.ok) state = { state: "ok" };
      else if (outcome.refusal.code !== "overtaken") refuse(outcome.refusal);
    } catch (error) {
      log.error({ fault: error instanceof Error ? error.name : "unknown" }, "the public log could not be written");
      state = { state: "stopped", because: "fault" };
    }
  };
  const step = async (): ReturnType<Publisher["publish"]> => {
    const head = await office.record.log.readHead();
    const { followed } = head;
    const waits = await readPublic();
    const batch = await nextBatch(office, {
      ...{ size: rhythm.batch, everyMillis: rhythm.everyMillis },
      ...{ followed, waiting: waits },
    });
    if (batch.isFull) log.warn({ fault: "batch-full" }, "more waits for the public log than a batch holds");
    return publisher.publish(head, batch.leaves, batch.followed);
  };
  const next = (work: () => ReturnType<Publisher["publish"]>): Promise<void> => {
    waiting += 1;
    running = running
      .then(() => (isStopped ? undefined : attempt(work)))
      .finally(() => {
        waiting -= 1;
      });
    return running;
  };
  // Not at the first beat only: what a process left is shown at once, and who looks learns at once why nothing is.
  void next(publisher.finish);
  // One that hangs is not followed by all that came due meanwhile: each beat after it makes one batch again.
  const timer = setInterval(() => {
    if (waiting === 0) void next(step);
  }, rhythm.everyMillis);
  return {
    publisher,
    look: () => state,
    step: () => next(step),
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
