import { nextMessage, startChild } from "../children.ts";
import { makeFolder } from "../intake/office.ts";
import { quantile, round, spell } from "../numbers.ts";
import type { BenchContext, Part, PartReport } from "../report.ts";
import type { LogLoad, LogOrder } from "./load-process.ts";

/** Entries into a log over HTTP, answered when they are durable, in signed tiles, and shown. */
export const sequencing: Part = { name: "sequencing", run: measureSequencing };

const batches = [64, 256, 1024];
const entrySizes = [200, 192];
const clients = 8;
const wanted = 10_000;

async function measureSequencing(context: BenchContext): Promise<PartReport> {
  const seconds = context.quick ? 2 : 10;
  const folder = await makeFolder(context.closing);
  const log = startChild(new URL("./log-process.ts", import.meta.url), [folder], context.closing);
  const { url } = await nextMessage<{ url: string }>(log);
  const generator = startChild(new URL("./load-process.ts", import.meta.url), [], context.closing);
  const send = (order: Omit<LogOrder, "url" | "clients">): Promise<LogLoad> => {
    generator.send({ url, clients, ...order });
    return nextMessage<LogLoad>(generator);
  };
  context.say("warming up");
  await send({ batch: 256, entrySize: 200, seconds: context.quick ? 1 : 4 });
  const runs = [];
  for (const entrySize of entrySizes) {
    for (const batch of batches) {
      const { entries, seconds: took, millis } = await send({ batch, entrySize, seconds });
      const run = {
        entrySize,
        batch,
        perSecond: entries / took,
        p50: quantile(millis, 0.5),
        p99: quantile(millis, 0.99),
      };
      context.say(`${batch} entries of ${entrySize} bytes a request: ${spell(run.perSecond)}/s`);
      runs.push(run);
    }
  }
  const best = Math.min(...runs.filter(({ batch }) => batch === 1024).map(({ perSecond }) => perSecond));
  return {
    tables: [
      {
        title: `Entries into the log over HTTP, ${clients} clients: rows and tiles durable, signed, shown before the answer`,
        head: ["bytes", "a request", "entries/s", "p50 ms", "p99 ms"],
        rows: runs.map(({ entrySize, batch, perSecond, p50, p99 }) =>
          [entrySize, batch, perSecond, p50, p99].map((number, at) => (at < 2 ? String(number) : spell(number))),
        ),
      },
    ],
    verdicts: [{ what: "entries a second, 1024 a request", measured: best, sense: "at least", bound: wanted }],
    figures: {
      sequencing: runs.map(({ perSecond, p50, p99, ...run }) => ({
        ...run,
        perSecond: round(perSecond),
        p50: round(p50),
        p99: round(p99),
      })),
    },
  };
}
