import { type ChildProcess, fork } from "node:child_process";

/** Starts a process of the benchmark; it ends when its line to us does. */
export function startChild(file: URL, args: readonly string[], closing: AsyncDisposableStack): ChildProcess {
  const child = fork(file, args, { serialization: "advanced" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  closing.defer(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  return child;
}

/** The next thing that it says. Rejects when it ends first. */
export function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error("a process of the benchmark ended early"));
    child.once("exit", fail);
    child.once("message", (message) => {
      child.off("exit", fail);
      resolve(message as T);
    });
  });
}
