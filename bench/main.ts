// `npm run bench -- AREA [--quick] [--json] [--only PART] [--profile FOLDER]`: measures one area on this machine.
// Exit codes: 0 measured, 1 something acknowledged was lost or refused, 2 usage, 70 fault.
import { parseArgs } from "node:util";
import { casework } from "./casework/casework.ts";
import { intake } from "./intake/intake.ts";
import { log } from "./log/log.ts";
import { describeMachine, type Machine, spellMachine } from "./machine.ts";
import { page } from "./page/page.ts";
import { describeVerdict, drawTable, isKept, type Part, type PartReport } from "./report.ts";

const areas: { readonly [area: string]: readonly Part[] } = { intake, page, log, casework };
const usage = `npm run bench -- AREA [--quick] [--json] [--only PART] [--profile FOLDER]\nareas: ${Object.keys(areas).join(", ")}\n`;

/** Whatever hangs, hangs no longer than this. */
const longestMinutes = { full: 40, quick: 10 };

type Flags = { readonly quick: boolean; readonly json: boolean; readonly only?: string; readonly profile?: string };

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    process.stderr.write(usage);
    return 2;
  }
  const { area, parts, flags } = asked;
  const machine = describeMachine();
  const closing = new AsyncDisposableStack();
  stopOnSignals(closing, flags);
  try {
    const reports: PartReport[] = [];
    for (const part of parts) reports.push(await runPart(part, flags, closing));
    print(area, flags, machine, reports);
    return reports.some(({ isBroken }) => isBroken) ? 1 : 0;
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.stack : String(error)}\n`);
    return 70;
  } finally {
    await closing.disposeAsync();
    // Timers of libraries must not keep a finished run alive.
    setTimeout(() => process.exit(), 2000).unref();
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quick: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        only: { type: "string" },
        profile: { type: "string" },
      },
    });
    const [area = "", ...others] = positionals;
    const parts = areas[area]?.filter(({ name }) => values.only === undefined || name === values.only);
    if (!parts || parts.length === 0 || others.length > 0) return undefined;
    const flags: Flags = values;
    return { area, parts, flags };
  } catch {
    return undefined;
  }
}

/** Each part has a stack of its own, emptied when it ends, and at once when the whole run is stopped. */
async function runPart(part: Part, flags: Flags, closingAll: AsyncDisposableStack): Promise<PartReport> {
  const closing = closingAll.use(new AsyncDisposableStack());
  const say = (line: string): void => void process.stderr.write(`${part.name}: ${line}\n`);
  const { quick, profile } = flags;
  const report = await part.run({ quick, say, closing, ...(profile !== undefined && { profile }) });
  await closing.disposeAsync();
  return report;
}

function stopOnSignals(closing: AsyncDisposableStack, flags: Flags): void {
  const stop = async (code: number): Promise<void> => {
    setTimeout(() => process.exit(code), 30_000).unref();
    await closing.disposeAsync().catch(() => undefined);
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void stop(130));
  const minutes = flags.quick ? longestMinutes.quick : longestMinutes.full;
  const overrun = (): void => {
    process.stderr.write(`bench: stopped after ${minutes} minutes\n`);
    void stop(70);
  };
  setTimeout(overrun, minutes * 60_000).unref();
}

function print(area: string, flags: Flags, machine: Machine, reports: readonly PartReport[]): void {
  const figures: { readonly [name: string]: unknown } = Object.assign({}, ...reports.map((report) => report.figures));
  const verdicts = reports.flatMap((report) => report.verdicts);
  if (flags.json) {
    const judged = verdicts.map((verdict) => ({ ...verdict, kept: isKept(verdict) }));
    process.stdout.write(`${JSON.stringify({ area, quick: flags.quick, machine, ...figures, verdicts: judged })}\n`);
    return;
  }
  const postgres = typeof figures.postgres === "string" ? figures.postgres : undefined;
  const tables = reports.flatMap((report) => report.tables.map(drawTable));
  const heading = `${area}${flags.quick ? " (quick: too short for numbers to quote)" : ""}\n${spellMachine(machine, postgres)}`;
  const judged = verdicts.length === 0 ? [] : [verdicts.map(describeVerdict).join("\n")];
  process.stdout.write(`${[heading, ...tables, ...judged].join("\n\n")}\n`);
}
