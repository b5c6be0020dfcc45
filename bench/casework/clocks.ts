import { readFileSync } from "node:fs";
import { foldCase, type Happened, type KnownCase, staffStatementShape, standingClocks } from "@temwen/casework";
import type { Pack } from "@temwen/mission-pack";
import { type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import { readPack } from "../../apps/temwen/src/running/pack-files.ts";
import { boundGrowth, growthOf } from "../growth.ts";
import { readMemory } from "../intake/process-use.ts";
import { round, spell } from "../numbers.ts";
import type { BenchContext, PartReport } from "../report.ts";

const few = 100_000;
const many = 1_000_000;
/** Ten times the cases may need so many times the time for each, and so many times the memory. */
const mostGrowth = 1.5;

type Measured = {
  readonly cases: number;
  readonly seconds: number;
  readonly casesPerSecond: number;
  readonly clocks: number;
  readonly late: number;
  readonly mib: number;
};

/** Tells every clock of open cases as it stands at one hour, one case after the other; none is kept. */
export async function runClocks({ quick, say }: BenchContext): Promise<PartReport> {
  const pack = await readPack("haiti");
  const at = "2026-11-22T15:00:00.000Z" as Instant;
  const measured: Measured[] = [];
  // What compiles on the way is no part of it.
  evaluate(openCases(20_000, at), pack, at);
  for (const cases of quick ? [few] : [few, many]) {
    say(`telling the clocks of ${cases} open cases`);
    measured.push(evaluate(openCases(cases, at), pack, at));
  }
  return report(measured);
}

function evaluate(cases: Iterable<KnownCase>, pack: Pack, at: Instant): Measured {
  // By the processor: one process that waits for nothing, on a machine that may have other work.
  const before = process.cpuUsage();
  let [told, clocks, late] = [0, 0, 0];
  for (const theCase of cases) {
    const standing = standingClocks(theCase, pack, at);
    told += 1;
    clocks += standing.length;
    late += standing.filter(({ isLate }) => isLate).length;
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const { resident } = readMemory(process.pid);
  return {
    cases: told,
    seconds: round(seconds),
    casesPerSecond: round(told / seconds),
    clocks,
    late,
    mib: round(resident),
  };
}

/** Cases of four stages by turns, spread over the two years before an hour; what each stands on is from the golden files. */
function* openCases(count: number, at: Instant): Generator<KnownCase> {
  const models = ["case.acknowledged", "case.admitted", "case.taken", "case.retaliation-reported"].map(readModel);
  const twoYears = 2 * 365 * 86_400_000;
  for (let n = 0; n < count; n += 1) {
    const model = models[n % models.length];
    if (!model) throw new Error("there is a model for each turn");
    const moved = instantToMillis(at) - Math.floor(((n * 0.618034) % 1) * twoYears) - instantToMillis(model.receivedAt);
    yield moveHours(model, moved);
  }
}

/** The same case so many milliseconds later: every hour that a clock may start or be answered on. */
function moveHours(model: KnownCase, millis: number): KnownCase {
  const later = Object.entries(model).map(([name, value]) =>
    name.endsWith("At") && typeof value === "string"
      ? [name, millisToInstant(instantToMillis(value as Instant) + millis)]
      : [name, value],
  );
  return Object.fromEntries(later) as KnownCase;
}

function readModel(type: string): KnownCase {
  const file = new URL(`../../vectors/case-streams/${type}-1.json`, import.meta.url);
  const { events } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly events: readonly { readonly at: Instant; readonly body: Happened["fact"] }[];
  };
  const happened = events.map(({ at, body }): Happened => {
    const statement = staffStatementShape(body);
    return statement ? { fact: statement, at, by: statement.by } : { fact: body, at };
  });
  const theCase = foldCase(happened);
  if (theCase.stage === "unknown") throw new Error(`${type} is no case`);
  return theCase;
}

function report(measured: readonly Measured[]): PartReport {
  const perCase = growthOf(measured, ({ seconds, cases }) => seconds / cases);
  const memory = growthOf(measured, ({ mib }) => mib);
  return {
    tables: [
      {
        title: "every clock of open cases as it stands at one hour, in one process, one case after the other",
        head: ["cases", "processor seconds", "cases a second", "clocks", "late", "MiB"],
        rows: measured.map((one) => [
          String(one.cases),
          ...[one.seconds, one.casesPerSecond].map(spell),
          String(one.clocks),
          String(one.late),
          spell(one.mib),
        ]),
        notes: ["making each case is in the time; nothing is read from a database"],
      },
    ],
    verdicts: [
      ...boundGrowth("time for each case, ten times the cases", perCase, mostGrowth),
      ...boundGrowth("memory for ten times the cases", memory, mostGrowth),
    ],
    figures: { clocks: measured },
  };
}
