/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP; repeats are ignored (a terminal and a parent process both send one).
 */
export function waitForSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve(signal));
  });
}
