// `npm test`: everything that must hold before a change is taken, in order, one line each. `--quick` is the inner loop's part of it,
// `--only STAGE` one stage; further arguments are paths, and of the tests only those below them run.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureAge } from "./ensure-age.ts";
import { ensureBrowser } from "./ensure-browser.ts";
import { type ModuleGraph, readModuleGraph } from "./module-graph.ts";
import { runCommand, stopWithChildren } from "./run-command.ts";
import { addSums, noSums, runTestFiles, runTestFilesTwice, type Sums } from "./run-tests.ts";

type Outcome = { readonly ok: boolean; readonly output: string; readonly sums?: Sums };

type Stage = {
  readonly name: string;
  readonly isQuick: boolean;
  /** False where there is nothing yet to check. */
  readonly isHere: () => boolean;
  /** Null when it turned out that there was nothing to do. */
  readonly run: () => Promise<Outcome | null>;
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: flags, positionals: paths } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
  allowPositionals: true,
});

const isHere = (path: string) => () => existsSync(join(root, path));
const bin = (name: string, path: string, args: readonly string[], isQuick: boolean): Stage => ({
  name,
  isQuick,
  isHere: isHere(path),
  run: () => runScript(path, args),
});

const stages: readonly Stage[] = [
  bin("types", "node_modules/typescript/bin/tsc", ["--noEmit"], true),
  bin("lint", "node_modules/@biomejs/biome/bin/biome", ["check", "--max-diagnostics=100"], true),
  bin("unused", "node_modules/knip/bin/knip.js", ["--no-progress"], false),
  bin("shape", "tools/check-shape.ts", [], true),
  bin("boundaries", "tools/check-boundaries.ts", [], true),
  bin("schema", "packages/record/src/postgres/dump-schema.ts", ["--check"], false),
  bin("vectors", "tools/check-vectors.ts", [], false),
  {
    name: "build",
    isQuick: false,
    isHere: isHere("tools/build.ts"),
    run: () => runScript("tools/stale-build.mjs", []),
  },
  bin("size", "tools/size.ts", [], false),
  testStage("unit", (path) => /^(packages|apps|tools)\//.test(path), {
    isQuick: true,
    concurrency: 2,
    runsAgain: true,
  }),
  testStage("journeys", (path) => isJourney(path) && !isTimed(path), journeyOptions(2)),
  testStage("time", (path) => isJourney(path) && isTimed(path), journeyOptions(1)),
  testStage("acceptance", (path) => path.startsWith("test/acceptance/"), journeyOptions(2)),
];

function isJourney(path: string): boolean {
  return path.startsWith("test/") && !path.startsWith("test/acceptance/");
}

/** What asks whether a time tells something has the machine for itself. */
function isTimed(path: string): boolean {
  return path.endsWith("-time.test.ts");
}

// ---- the run

stopWithChildren();
const chosen = stages.filter((stage) =>
  flags.only === undefined ? stage.isQuick || !flags.quick : stage.name === flags.only,
);
if (chosen.length === 0) {
  process.stderr.write(`no stage is called ${flags.only}; there are ${stages.map((stage) => stage.name).join(", ")}\n`);
  process.exit(2);
}

let sums = noSums;
const failedStages: string[] = [];
for (const stage of chosen.filter((candidate) => candidate.isHere())) {
  const begun = performance.now();
  const outcome = await stage.run();
  if (outcome === null) continue;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(7);
  const counted = outcome.sums === undefined ? "" : `  ${describeSums(outcome.sums)}`;
  process.stdout.write(`${outcome.ok ? "✔" : "✖"} ${stage.name.padEnd(12)}${seconds} s${counted}\n`);
  if (!outcome.ok) failedStages.push(stage.name);
  // A stage that ended well may still say what failed at first.
  if (!outcome.ok || outcome.sums) process.stdout.write(outcome.output === "" ? "" : `${outcome.output.trimEnd()}\n`);
  // A stage without tests of its own counts only when it fails, so that "0 failed" always means that all is well.
  sums = addSums(sums, outcome.sums ?? { ...noSums, failed: outcome.ok ? 0 : 1 });
}
if (failedStages.length > 0) process.stdout.write(`failed: ${failedStages.join(", ")}\n`);
process.stdout.write(`${describeSums(sums)}\n`);
process.exitCode = failedStages.length > 0 || sums.failed > 0 ? 1 : 0;

// ---- stages

async function runScript(script: string, args: readonly string[]): Promise<Outcome> {
  const { code, output } = await runCommand(process.execPath, [join(root, script), ...args], { cwd: root });
  return { ok: code === 0, output };
}

type TestStageOptions = {
  readonly isQuick: boolean;
  readonly concurrency: number;
  readonly prepare?: () => Promise<NodeJS.ProcessEnv>;
  /** Whether what failed beside others is run once more, alone. */
  readonly runsAgain?: boolean;
};

function testStage(name: string, belongs: (path: string) => boolean, options: TestStageOptions): Stage {
  return {
    name,
    isQuick: options.isQuick,
    isHere: () => true,
    run: async () => {
      const graph = await readModuleGraph(root);
      const files = testFiles(graph).filter(belongs);
      if (files.length === 0) return null;
      const shelf = mkdtempSync(join(tmpdir(), "temwen-stage-"));
      try {
        const shared = { NODE_COMPILE_CACHE: join(shelf, "compiled"), TEMWEN_TEST_OFFICE: shelf };
        const env = { ...process.env, ...shared, ...(await options.prepare?.()) };
        const run = options.runsAgain ? runTestFilesTwice : runTestFiles;
        const { sums, report } = await run(graph, files, { concurrency: options.concurrency, env });
        return { ok: sums.failed === 0, output: report, sums };
      } catch (cause) {
        return { ok: false, output: `  ${cause instanceof Error ? cause.message : String(cause)}` };
      } finally {
        rmSync(shelf, { recursive: true, force: true });
      }
    },
  };
}

/** Each file has offices, browsers and databases of its own, on ports and in folders of their own. */
function journeyOptions(concurrency: number): TestStageOptions {
  return {
    isQuick: false,
    concurrency,
    runsAgain: true,
    prepare: async () => {
      const built = await runScript("tools/stale-build.mjs", []);
      if (!built.ok) throw new Error(`the pages could not be built:\n${built.output}`);
      return {
        TEMWEN_CHROMIUM: await ensureBrowser(),
        TEMWEN_AGE: await ensureAge(),
        TEMWEN_SHARED: process.env.TEMWEN_SHARED ?? join(root, "../shared"),
      };
    },
  };
}

function testFiles(graph: ModuleGraph): string[] {
  const isAsked = (path: string) =>
    paths.length === 0 || paths.some((asked) => path.startsWith(asked.replace(/^\.\//, "")));
  return [...graph.files.keys()].filter((path) => /\.test\.tsx?$/.test(path) && isAsked(path));
}

function describeSums({ passed, failed, skipped }: Sums): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
