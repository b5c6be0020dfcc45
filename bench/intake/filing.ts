import { setTimeout as pause } from "node:timers/promises";
import { startEmbedded } from "@temwen/record/embedded";
import pg from "pg";
import { nextMessage, startChild } from "../children.ts";
import { spell } from "../numbers.ts";
import type { BenchContext, Part, PartReport } from "../report.ts";
import { clientCounts, describeFiling, perSecond, type Round, type TakerName } from "./filing-report.ts";
import type { LoadAnswer, LoadOrder } from "./load-process.ts";
import { makeFolder, makeOffice, type ServedOffice, serveOffice } from "./office.ts";
import { sealModels } from "./parcels.ts";
import { findParent, readMemory, readProcessorTime } from "./process-use.ts";

/** Sealed parcels over HTTP into the record, beside a bare handler that keeps the same bytes; and what memory it took. */
export const filing: Part = { name: "filing", run: measureFiling };

const extents = {
  full: { models: 60, rounds: 4, seconds: 8, warmSeconds: 4 },
  quick: { models: 8, rounds: 2, seconds: 2, warmSeconds: 2 },
};

/** Somebody who takes parcels: an address, and a way to count how many of those acknowledged are not there. */
type Taker = {
  readonly name: TakerName;
  readonly url: string;
  readonly pid: number;
  readonly database: pg.Pool;
  readonly countLost: (round: LoadAnswer) => Promise<number>;
};

type Generator = { readonly obey: (order: LoadOrder) => Promise<LoadAnswer> };

async function measureFiling(context: BenchContext): Promise<PartReport> {
  const extent = context.quick ? extents.quick : extents.full;
  const office = await makeOffice(context);
  context.say(`sealing ${extent.models} model parcels`);
  const models = await sealModels(office.directory, extent.models);
  const served = await serveOffice(office, context, profileFlags(context));
  const idle = readMemory(served.pid);
  const ours = takeByOffice(served);
  const bare = await startBare(context);
  const load = startGenerator(context);
  await load.obey({ order: "take-models", models });

  const rounds: Round[] = [];
  let fastest = await warmUp([ours, bare], load, extent.warmSeconds, context);
  for (const clients of clientCounts) {
    for (let pair = 0; pair < extent.rounds; pair++) {
      await load.obey({ order: "make", count: Math.ceil(fastest * 1.3 * extent.seconds) });
      for (const taker of pair % 2 === 0 ? [ours, bare] : [bare, ours]) {
        await settle([ours, bare]);
        const one = { ...(await runRound(taker, load, clients, extent.seconds)), clients, pair };
        context.say(`${clients} clients, ${taker.name}: ${spell(perSecond([one]))}/s`);
        fastest = Math.max(fastest, perSecond([one]));
        rounds.push(one);
      }
    }
  }
  const loaded = readMemory(served.pid);
  await pause(context.quick ? 1000 : 5000);
  const settled = readMemory(served.pid);
  return describeFiling(rounds, { idle, loaded, settled, bare: readMemory(bare.pid) }, served.postgres);
}

async function runRound(
  taker: Taker,
  load: Generator,
  clients: number,
  seconds: number,
): Promise<Omit<Round, "clients" | "pair">> {
  const { url, pid, database, name } = taker;
  const postmaster = await findPostmaster(database);
  const before = [readProcessorTime(pid), readProcessorTime(postmaster)] as const;
  const answer = await load.obey({ order: "send", url, clients, seconds });
  const serverMillis = readProcessorTime(pid) - before[0];
  const databaseMillis = readProcessorTime(postmaster) - before[1];
  return { ...answer, taker: name, serverMillis, databaseMillis, lost: await taker.countLost(answer) };
}

async function findPostmaster(database: pg.Pool): Promise<number> {
  const { rows } = await database.query<{ pid: number }>("select pg_backend_pid() as pid");
  return findParent(rows[0]?.pid ?? 0) ?? 0;
}

const profileFlags = ({ profile }: BenchContext): readonly string[] =>
  profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];

function takeByOffice({ url, pid, database }: ServedOffice): Taker {
  return {
    name: "ours",
    url,
    pid,
    database,
    countLost: async ({ acknowledged }) => {
      // Whole in the record: the event that opens the case, the parcel and the queue's row.
      const { rows } = await database.query<{ found: string }>(
        `select count(*) as found from unnest($1::text[]) as asked(id)
           join event on stream = asked.id and index = 0 join filing on filing.case_id = asked.id
           join case_summary on case_summary.case_id = asked.id`,
        [acknowledged],
      );
      return acknowledged.length - Number(rows[0]?.found);
    },
  };
}

async function startBare(context: BenchContext): Promise<Taker> {
  context.say("starting the bare handler over a database of its own");
  const folder = await makeFolder(context.closing);
  const embedded = await startEmbedded({ folder });
  context.closing.defer(embedded.stop);
  const child = startChild(new URL("./bare-process.ts", import.meta.url), [folder], context.closing);
  const { url } = await nextMessage<{ url: string }>(child);
  const database = new pg.Pool({ ...embedded.connection, max: 1 });
  database.on("error", () => undefined);
  context.closing.defer(() => database.end());
  let before = 0;
  const countLost = async ({ acknowledged }: LoadAnswer): Promise<number> => {
    const { rows } = await database.query<{ rows: string }>("select count(*) as rows from parcel");
    const found = Number(rows[0]?.rows) - before;
    before += found;
    return acknowledged.length - found;
  };
  return { name: "bare", url, pid: child.pid ?? 0, database, countLost };
}

function startGenerator({ closing }: BenchContext): Generator {
  const child = startChild(new URL("./load-process.ts", import.meta.url), [], closing);
  return {
    obey: (order) => {
      child.send(order);
      return nextMessage<LoadAnswer>(child);
    },
  };
}

/** Both compile their hot paths before anything is counted. Returns the higher rate, to know how many to make. */
async function warmUp(
  takers: readonly Taker[],
  load: Generator,
  seconds: number,
  { say }: BenchContext,
): Promise<number> {
  say("warming up");
  await load.obey({ order: "make", count: seconds * 1000 });
  const rates: number[] = [];
  for (const taker of takers) {
    const answer = await load.obey({ order: "send", url: taker.url, clients: 8, seconds });
    await taker.countLost(answer);
    rates.push(answer.acknowledged.length / answer.seconds);
  }
  return Math.max(...rates);
}

/** What one round left to be written must not be written during the next. */
async function settle(takers: readonly Taker[]): Promise<void> {
  for (const { database } of takers) await database.query("checkpoint");
}
