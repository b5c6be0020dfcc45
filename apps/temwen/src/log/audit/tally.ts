import type { CountedEvent, LeafVerdict } from "./judge-opening.ts";

/** How often each word came. */
export type Counts = { readonly [word: string]: number };

/** What a period holds, counted from its leaves. */
export type Recount = {
  /** Committed leaves of the period. */
  readonly leaves: number;
  /** Case events by type, each once. */
  readonly events: Counts;
  /** Leaves that stop a clock, by clock; `unknown` where the case began in another month. */
  readonly stops: Counts;
  readonly cover: number;
  readonly erased: number;
  readonly lost: number;
  /** Public leaves of the whole log by type. */
  readonly publicLeaves: Counts;
  /** Leaves that are neither public nor committed. */
  readonly unreadable: number;
};

/** A leaf that speaks against the openings. */
export type WrongLeaf = {
  readonly code:
    | "opening-missing"
    | "opening-wrong"
    | "opening-of-no-leaf"
    | "record-malformed"
    | "record-not-signed"
    /** The leaf of an event that another leaf stands for already. */
    | "event-twice"
    /** A leaf that stops a clock by an event which is not in the period. */
    | "stop-without-event";
  readonly index: bigint;
};

export type Tally = {
  /** A leaf of the period with its opening's verdict; `label` in base64. */
  readonly leaf: (verdict: LeafVerdict, index: bigint, label: string) => void;
  /** A leaf that is not committed. */
  readonly open: (type: string | undefined) => void;
  readonly wrong: (code: WrongLeaf["code"], index: bigint) => void;
  readonly close: () => { readonly recount: Recount; readonly wrong: readonly WrongLeaf[] };
};

type Stop = { readonly event: CountedEvent; readonly index: bigint; readonly label: string };

/** An empty tally. Clocks are named at the end: leaves are shuffled, and a stop may stand before its case. */
export function openTally(): Tally {
  const single = { leaves: 0, cover: 0, erased: 0, lost: 0, unreadable: 0 };
  const [events, publicLeaves] = [new Map<string, number>(), new Map<string, number>()];
  const recordById = new Map<string, string>();
  const clockByLabel = new Map<string, string>();
  const stops: Stop[] = [];
  const wrong: WrongLeaf[] = [];

  const countEvent = (event: CountedEvent, index: bigint, label: string): void => {
    if (event.part > 0) return void stops.push({ event, index, label });
    if (recordById.has(event.id)) return void wrong.push({ code: "event-twice", index });
    recordById.set(event.id, event.record);
    for (const [clock, own] of event.stops) clockByLabel.set(own, clock);
    add(events, event.type);
  };

  return {
    leaf: (verdict, index, label) => {
      single.leaves += 1;
      switch (verdict.is) {
        case "event":
          return countEvent(verdict.event, index, label);
        case "wrong":
          return void wrong.push({ code: verdict.code, index });
        case "cover":
        case "erased":
        case "lost":
          single[verdict.is] += 1;
      }
    },
    open: (type) => {
      if (type === undefined) single.unreadable += 1;
      else add(publicLeaves, type);
    },
    wrong: (code, index) => void wrong.push({ code, index }),
    close: () => {
      const byClock = new Map<string, number>();
      for (const { event, index, label } of stops) {
        if (recordById.get(event.id) !== event.record) wrong.push({ code: "stop-without-event", index });
        else add(byClock, clockByLabel.get(label) ?? "unknown");
      }
      const recount = {
        ...single,
        events: spell(events),
        stops: spell(byClock),
        publicLeaves: spell(publicLeaves),
      };
      return { recount, wrong: wrong.sort((a, b) => (a.index < b.index ? -1 : 1)) };
    },
  };
}

function add(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

const spell = (counts: ReadonlyMap<string, number>): Counts =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
