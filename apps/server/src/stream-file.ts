import type { Directory } from "@temwen/office";
import type { RecordedEvent } from "@temwen/record";
import { type CaseId, type Json, type MatterId, parseCanonical } from "@temwen/vocabulary";
import type { OfficeContext } from "./office-context.ts";

/** How one kind of stream is read and judged by its own law. */
type Law<Step, Judged> = {
  readonly read: (event: RecordedEvent) => Step;
  readonly judge: (steps: readonly Step[], directoryOf: (epoch: number) => Directory | undefined) => Judged;
};

/**
 * Reads a stream and judges it by the law that decides orders, as every reader does. What cannot be read is a fault: only read facts
 * were ever appended. What is not lawful is no fault: it is named, and those who can still be heard are.
 */
export async function readJudged<Step, Judged>(
  { record, registry }: Pick<OfficeContext, "record" | "registry">,
  stream: CaseId | MatterId,
  { read, judge }: Law<Step, Judged>,
): Promise<Judged & { readonly events: readonly RecordedEvent[] }> {
  const events = await record.readStream(stream);
  const state = await registry.read();
  return { ...judge(events.map(read), (epoch) => state?.byEpoch.get(epoch)?.directory), events };
}

/** The body of an event; throws where it is not what was appended. */
export function readBody({ stream, index, body }: Pick<RecordedEvent, "stream" | "index" | "body">): Json {
  const value = parseCanonical(body);
  if (!value.ok) throw new Error(`event ${stream}/${index} is not canonical`);
  return value.value;
}
