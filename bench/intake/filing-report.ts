import { median, quantile, round, spell, sum } from "../numbers.ts";
import type { PartReport, Table, Verdict } from "../report.ts";
import type { LoadAnswer } from "./load-process.ts";
import type { Memory } from "./process-use.ts";

export const clientCounts = [1, 8, 64];

/** Our server does at least half of what a handler does that only keeps bytes. */
const leastShare = 0.5;
/** MiB of the server's process, PostgreSQL apart. */
const mostMemory = 160;

export type TakerName = "ours" | "bare";

/** One round: these clients, for some seconds, at one of the two. */
export type Round = LoadAnswer & {
  readonly clients: number;
  readonly pair: number;
  readonly taker: TakerName;
  readonly lost: number;
  /** Milliseconds of processor time in the taker's process and in its PostgreSQL. */
  readonly serverMillis: number;
  readonly databaseMillis: number;
};

export const perSecond = (rounds: readonly LoadAnswer[]): number =>
  sum(rounds.map(({ acknowledged }) => acknowledged.length)) / sum(rounds.map(({ seconds }) => seconds));

type Summary = {
  readonly clients: number;
  readonly taker: TakerName;
  readonly filed: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly lost: number;
  readonly refused: number;
  readonly unanswered: number;
  /** Milliseconds of processor time for each complaint filed. */
  readonly cost: { readonly server: number; readonly database: number; readonly client: number };
};

function summarise(rounds: readonly Round[], clients: number, taker: TakerName): Summary {
  const own = rounds.filter((round) => round.clients === clients && round.taker === taker);
  const millis = own.flatMap((round) => round.millis);
  const filed = sum(own.map(({ acknowledged }) => acknowledged.length));
  const each = (of: (one: Round) => number): number => round(sum(own.map(of)) / filed);
  return {
    clients,
    taker,
    filed,
    perSecond: round(perSecond(own)),
    p50: round(median(millis)),
    p99: round(quantile(millis, 0.99)),
    lost: sum(own.map(({ lost }) => lost)),
    refused: sum(own.flatMap(({ refused }) => Object.values(refused))),
    unanswered: sum(own.map(({ unanswered }) => unanswered)),
    cost: {
      server: each((one) => one.serverMillis),
      database: each((one) => one.databaseMillis),
      client: each((one) => one.clientMillis),
    },
  };
}

/** Ours over bare, round by round: the two of a pair met the same noise and the same bytes. */
function sharesOf(rounds: readonly Round[], clients: number): readonly number[] {
  const of = (taker: TakerName) => rounds.filter((round) => round.clients === clients && round.taker === taker);
  return of("ours").map((ours) => {
    const bare = of("bare").find(({ pair }) => pair === ours.pair);
    return bare ? perSecond([ours]) / perSecond([bare]) : Number.NaN;
  });
}

/** Of the server before, right after and a while after the rounds; and of the bare handler. */
export type Memories = {
  readonly idle: Memory;
  readonly loaded: Memory;
  readonly settled: Memory;
  readonly bare: Memory;
};

/** What the rounds come to. */
export function describeFiling(rounds: readonly Round[], memory: Memories, postgres: string): PartReport {
  const summaries = clientCounts.flatMap((clients) => [
    summarise(rounds, clients, "ours"),
    summarise(rounds, clients, "bare"),
  ]);
  const shares = clientCounts.map((clients) => ({ clients, pairs: sharesOf(rounds, clients).map(round) }));
  const largest = clientCounts.at(-1);
  const verdicts: Verdict[] = shares.map(({ clients, pairs }) => ({
    what: `complaints filed, ours over bare, ${clients === 1 ? "1 client" : `${clients} clients`}`,
    measured: round(median(pairs)),
    sense: "at least",
    bound: leastShare,
  }));
  verdicts.push({
    what: `MiB of the server after ${largest} clients`,
    measured: round(memory.loaded.resident),
    sense: "at most",
    bound: mostMemory,
  });
  const answers: { [answer: string]: number } = {};
  for (const [answer, times] of rounds.flatMap(({ refused }) => Object.entries(refused))) {
    answers[answer] = (answers[answer] ?? 0) + times;
  }
  return {
    tables: [filingTable(summaries, shares), costTable(summaries), memoryTable(memory)],
    verdicts,
    figures: { postgres, filing: summaries, shares, refusals: answers, memory },
    isBroken: summaries.some(({ lost, refused, unanswered }) => lost + refused + unanswered > 0),
  };
}

function filingTable(
  summaries: readonly Summary[],
  shares: readonly { readonly clients: number; readonly pairs: readonly number[] }[],
): Table {
  return {
    title: "Filing over HTTP: sealed parcels of the 4 KiB bucket, about 43 KB each",
    head: ["clients", "taker", "filed", "per s", "p50 ms", "p99 ms", "lost", "refused", "unanswered", "ours/bare"],
    rows: summaries.map((one) => {
      const pairs = shares.find(({ clients }) => clients === one.clients)?.pairs ?? [];
      const counted = [one.lost, one.refused, one.unanswered].map(String);
      const share = one.taker === "ours" ? spell(median(pairs)) : "";
      const measured = [one.perSecond, one.p50, one.p99].map(spell);
      return [String(one.clients), one.taker, String(one.filed), ...measured, ...counted, share];
    }),
    notes: [
      "bare: node:http, one INSERT and one commit a request, the same bytes, the same PostgreSQL settings;",
      "ours/bare: the median of the pairs of rounds. Clients and both servers share the cores.",
    ],
  };
}

function costTable(summaries: readonly Summary[]): Table {
  return {
    title: "Processor time for each complaint (ms)",
    head: ["clients", "taker", "server", "PostgreSQL", "client"],
    rows: summaries.map(({ clients, taker, cost }) => [
      String(clients),
      taker,
      ...[cost.server, cost.database, cost.client].map(spell),
    ]),
  };
}

function memoryTable({ idle, loaded, settled, bare }: Memories): Table {
  const row = (when: string, { resident, peak }: Memory): readonly string[] => [
    when,
    spell(resident),
    peak === undefined ? "–" : spell(peak),
  ];
  return {
    title: "Memory of the server's process, PostgreSQL apart (MiB)",
    head: ["when", "resident", "peak"],
    rows: [
      row("started", idle),
      row("after the last round", loaded),
      row("seconds later", settled),
      row("the bare handler", bare),
    ],
  };
}
