// Runs test files under node:test and adds up what it says. Components (.tsx) need tsx; a file gets it only if it loads one.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type ModuleGraph, reachableFrom } from "./module-graph.ts";
import { runCommand } from "./run-command.ts";

export type Sums = { readonly passed: number; readonly failed: number; readonly skipped: number };

export type TestRun = {
  readonly sums: Sums;
  readonly report: string;
  /** Files in which a test failed, from the root; undefined where the runner itself broke. */
  readonly failedFiles: readonly string[] | undefined;
};

type ReportLine =
  | ({ readonly kind: "sums" } & Sums)
  | {
      readonly kind: "failure";
      readonly name: string;
      readonly where: string;
      readonly why: string;
      readonly said: string;
    };

export type TestOptions = { readonly concurrency: number; readonly env: NodeJS.ProcessEnv };

/** A test that waits for ever has failed; in milliseconds, far beyond what any needs. */
const longestTest = 600_000;

export const noSums: Sums = { passed: 0, failed: 0, skipped: 0 };

export const addSums = (a: Sums, b: Sums): Sums => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

export async function runTestFiles(
  graph: ModuleGraph,
  files: readonly string[],
  options: TestOptions,
): Promise<TestRun> {
  const needsTsx = (file: string) => [...reachableFrom(graph, file)].some((path) => path.endsWith(".tsx"));
  const plain = files.filter((file) => !needsTsx(file));
  const withComponents = files.filter(needsTsx);
  const runs = [
    await runGroup(graph.root, plain, [], options),
    await runGroup(graph.root, withComponents, ["--import", "tsx"], options),
  ];
  const failed = runs.flatMap((run) => run.failedFiles ?? []);
  return {
    sums: runs.map((run) => run.sums).reduce(addSums),
    report: runs.map((run) => run.report).join(""),
    failedFiles: runs.some((run) => run.failedFiles === undefined) ? undefined : failed,
  };
}

/**
 * The same, but what failed beside others is run once more, alone: a browser that waits for a busy core fails at times. What
 * passes then counts as passed, and the report says what it was, so that somebody mends it.
 */
export async function runTestFilesTwice(
  graph: ModuleGraph,
  files: readonly string[],
  options: TestOptions,
): Promise<TestRun> {
  const first = await runTestFiles(graph, files, options);
  if (first.sums.failed === 0 || !first.failedFiles) return first;
  const second = await runTestFiles(graph, first.failedFiles, { ...options, concurrency: 1 });
  const { failed } = second.sums;
  const mended = Math.max(first.sums.failed - failed, 0);
  const heading = `  ! failed beside others${failed === 0 ? ", passed alone" : "; run again alone, see below"}:\n`;
  return {
    sums: { ...first.sums, passed: first.sums.passed + mended, failed },
    report: heading + first.report + second.report,
    failedFiles: second.failedFiles,
  };
}

async function runGroup(
  root: string,
  files: readonly string[],
  nodeFlags: readonly string[],
  { concurrency, env }: TestOptions,
): Promise<TestRun> {
  if (files.length === 0) return { sums: noSums, report: "", failedFiles: [] };
  const folder = mkdtempSync(join(tmpdir(), "temwen-tests-"));
  const destination = join(folder, "report.ndjson");
  try {
    const { code, output } = await runCommand(
      process.execPath,
      [
        ...nodeFlags,
        "--test",
        `--test-concurrency=${concurrency}`,
        `--test-timeout=${longestTest}`,
        `--test-reporter=${join(root, "tools/test-reporter.mjs")}`,
        `--test-reporter-destination=${destination}`,
        ...files,
      ],
      { cwd: root, env },
    );
    return readReport(root, readIfThere(destination), code, output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** No sums means that the runner itself broke; an exit code that the sums do not explain counts as a failure too. */
function readReport(root: string, text: string, code: number, output: string): TestRun {
  const lines = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ReportLine);
  const failed = lines.filter((line) => line.kind === "failure");
  const failures = failed.map((line) => describeFailure(root, line));
  const sums = lines.find((line) => line.kind === "sums");
  const isExplained = sums !== undefined && (code === 0 || sums.failed > 0);
  const files = [...new Set(failed.map(({ where }) => fileOf(root, where)))];
  if (isExplained) return { sums, report: failures.join(""), failedFiles: files.includes("") ? undefined : files };
  const broken = `  the test runner ended with code ${code}:\n${output}\n`;
  return {
    sums: addSums(sums ?? noSums, { passed: 0, failed: 1, skipped: 0 }),
    report: failures.join("") + broken,
    failedFiles: undefined,
  };
}

function describeFailure(root: string, failure: Extract<ReportLine, { kind: "failure" }>): string {
  const [file = "", line = ""] = failure.where.split(/:(?=\d+$)/);
  const said = failure.said.trim() === "" ? "" : `\n    it said:\n${indent(failure.said.trimEnd())}`;
  return `  ✖ ${failure.name}\n    ${relative(root, file)}:${line}\n${indent(failure.why)}${said}\n`;
}

/** Empty where the failure has no file. */
const fileOf = (root: string, where: string): string =>
  where === "" ? "" : relative(root, where.replace(/:\d+$/, ""));

const indent = (text: string) => text.replaceAll(/^/gm, "    ");

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
