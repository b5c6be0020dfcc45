import type { MailboxCase, ServedEvent } from "@temwen/courier";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import { type Instant, instantToMillis, millisToInstant, parseCanonical } from "@temwen/vocabulary";
import { findStep, possibleLeaves } from "../proving/event-leaves.ts";
import { type LeafProof, proveLeaf, proveOneOf, type WitnessedLog } from "../proving/witnessed-log.ts";
import type { SeenLog } from "./open-log.ts";

/** What the public log says of a step that is shown. */
export type StepMark =
  | { readonly mark: "included"; readonly proof: LeafProof }
  /** Not there, and it need not be before this hour. */
  | { readonly mark: "waits"; readonly until: Instant }
  /** Not there, although that hour is past: by the witnesses' clocks, or only by this phone's. */
  | { readonly mark: "missing"; readonly until: Instant; readonly isByPhone: boolean }
  /** Something else stands where this step is said to stand, or nothing that fits the rest. */
  | { readonly mark: "another" };

/** What was found of a case: the log as it was seen, and what it says of each step, by its place in the case. */
export type Found = { readonly seen: SeenLog; readonly marks: ReadonlyMap<number, StepMark> };

/** What steps are judged by. `now` is the phone's clock; `promiseHours` are the mission's. */
export type Judging = {
  readonly seen: SeenLog;
  readonly labelKey: Uint8Array;
  readonly promiseHours: number;
  readonly now: Instant;
};

/**
 * Judges every step of a case. All of them, always: whoever answers below /log/ does not learn at which
 * step the person is looking. What reading throws goes through.
 */
export async function judgeSteps(kept: MailboxCase, judging: Judging): Promise<Found> {
  const marks = new Map<number, StepMark>();
  const clocks = clocksOf(kept.events[0]);
  for (const event of kept.events) {
    const own = kept.leaves.filter((one) => one.event === event.index);
    let mark = await judgeLeaf(
      event,
      own.find(({ part }) => part === 0),
      clocks,
      judging,
    );
    // A clock that the step is said to stop: its leaf must be of this step too.
    for (const stop of own.filter(({ part }) => part > 0)) {
      const stopped = await judgeLeaf(event, stop, clocks, judging);
      if (stopped.mark === "another") mark = stopped;
    }
    marks.set(event.index, mark);
  }
  return { seen: judging.seen, marks };
}

/** The clocks that the filing names; none where the first event shown is no filing, and then the page says so already. */
function clocksOf(first: ServedEvent | undefined): readonly string[] {
  const body = parseCanonical(first?.body ?? new Uint8Array());
  const filed = body.ok ? complaintReceivedShape(body.value) : undefined;
  return Object.keys(filed?.stops ?? {});
}

type PlacedLeaf = MailboxCase["leaves"][number];

async function judgeLeaf(
  event: ServedEvent,
  placed: PlacedLeaf | undefined,
  clocks: readonly string[],
  { seen, labelKey, promiseHours, now }: Judging,
): Promise<StepMark> {
  const { log, seenAt } = seen;
  if (log && placed && placed.index < log.tree.size) {
    const proof = await findProof(log, event, { ...placed, labelKey, clocks });
    return proof ? { mark: "included", proof } : { mark: "another" };
  }
  const until = millisToInstant(instantToMillis(event.at) + promiseHours * 3_600_000);
  if (seenAt !== undefined && seenAt > until) return { mark: "missing", until, isByPhone: false };
  return now > until ? { mark: "missing", until, isByPhone: true } : { mark: "waits", until };
}

type Opening = PlacedLeaf & { readonly labelKey: Uint8Array; readonly clocks: readonly string[] };

/** The proof of the leaf at its place, if it is this event's. A later writer may fill the pad: then the entry itself is read. */
async function findProof(log: WitnessedLog, event: ServedEvent, opening: Opening): Promise<LeafProof | undefined> {
  const { part, index, clocks } = opening;
  const leaves =
    part === 0 ? possibleLeaves(event, opening) : clocks.flatMap((clock) => possibleLeaves(event, opening, clock));
  const known = await proveOneOf(log, index, leaves);
  if (!known.ok) return undefined;
  if (known.value) return known.value;
  const proved = await proveLeaf(log, index);
  const step = proved.ok ? findStep(proved.value.leaf, event, opening) : undefined;
  return proved.ok && step && (step.clock === undefined) === (part === 0) ? proved.value : undefined;
}
