import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Memory of one process in MiB. `peak` is known where the system keeps it (Linux). */
export type Memory = { readonly resident: number; readonly peak?: number };

export function readMemory(pid: number): Memory {
  if (process.platform !== "linux") {
    return { resident: Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024 };
  }
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kib = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]);
  return { resident: kib("VmRSS") / 1024, peak: kib("VmHWM") / 1024 };
}

/**
 * Milliseconds of processor time that a process and its children have used, those that ended included; NaN where the
 * system does not tell. On a machine with other work, this is steadier than any rate.
 */
export function readProcessorTime(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const own = readStat(pid);
  if (!own) return Number.NaN;
  const children = listProcesses().flatMap((other) => {
    const stat = readStat(other);
    return stat?.parent === pid ? [stat.used] : [];
  });
  return [own.used, own.usedByEnded, ...children].reduce((total, ticks) => total + ticks, 0) * tickMillis;
}

/** The process that started this one; undefined where the system does not tell. */
export const findParent = (pid: number): number | undefined =>
  process.platform === "linux" ? readStat(pid)?.parent : undefined;

/** USER_HZ is 100 on every Linux that Node runs on. */
const tickMillis = 10;

type Stat = { readonly parent: number; readonly used: number; readonly usedByEnded: number };

/** proc(5): the name in field 2 may hold blanks, so counting starts behind its closing parenthesis. */
function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = (field: number): number => Number(fields[field - 3]);
    return { parent: ticks(4), used: ticks(14) + ticks(15), usedByEnded: ticks(16) + ticks(17) };
  } catch {
    // It ended in between.
    return undefined;
  }
}

const listProcesses = (): readonly number[] =>
  readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
