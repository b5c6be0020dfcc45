import { execFileSync } from "node:child_process";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { availableParallelism, cpus, loadavg, platform, release, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, round } from "./numbers.ts";

/** What numbers mean nothing without. */
export type Machine = {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly system: string;
  readonly node: string;
  /** Milliseconds until 48 KiB, appended to a file, are safe on this disk. */
  readonly syncMillis: number;
  /** Programs waiting for a core before anything was started here; well above zero, the machine was not ours alone. */
  readonly loadBefore: number;
  /** The source measured; a plus marks uncommitted changes. */
  readonly commit: string;
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGib: round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    syncMillis: round(measureSync()),
    loadBefore: round(loadavg()[0] ?? 0),
    commit: readCommit(),
  };
}

export function spellMachine(machine: Machine, postgres: string | undefined): string {
  const { cpu, cores, memoryGib, system, node, syncMillis, loadBefore, commit } = machine;
  const versions = `Node ${node.slice(1)}${postgres === undefined ? "" : `, PostgreSQL ${postgres}`}`;
  return [
    `${cpu}, ${cores} cores, ${memoryGib.toFixed(0)} GiB, ${system}`,
    `${versions}, commit ${commit}; disk sync ${syncMillis.toFixed(2)} ms; load before ${loadBefore.toFixed(1)}`,
  ].join("\n");
}

function measureSync(): number {
  const folder = mkdtempSync(join(tmpdir(), "temwen-bench-sync-"));
  const file = openSync(join(folder, "file"), "w");
  try {
    const block = Buffer.alloc(48 * 1024, 7);
    const times = Array.from({ length: 41 }, () => {
      const begun = performance.now();
      writeSync(file, block);
      fdatasyncSync(file);
      return performance.now() - begun;
    });
    return median(times);
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCommit(): string {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--", "packages", "apps") === "" ? "" : "+"}`;
  } catch {
    return "unknown";
  }
}
