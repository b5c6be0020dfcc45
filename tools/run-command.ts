// Starts another program and keeps what it says; when we are told to stop, so is it.
import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";

export type Finished = { readonly code: number; readonly output: string };

const running = new Set<ChildProcess>();

export function runCommand(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    const keep = (text: string) => {
      output += text;
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", (cause) => resolve({ code: 127, output: cause.message }));
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 128 + constants.signals[signal ?? "SIGTERM"], output });
    });
  });
}

/** Passes a stop signal on to whatever is running, and ends with it. */
export function stopWithChildren(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      for (const child of running) child.kill(signal);
      process.exit(128 + constants.signals[signal]);
    });
  }
}
