import { waitForSignal } from "../running/signals.ts";
import { BackupFault } from "./backup-fault.ts";

/** Hands bytes on until somebody stops the process; then ends by a `BackupFault`, so that what was begun is cleared away. */
export async function* untilSignal(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isStopped = false;
  void waitForSignal().then(() => {
    isStopped = true;
  });
  for await (const chunk of bytes) {
    if (isStopped) throw new BackupFault("interrupted", "stopped; nothing was left behind");
    yield chunk;
  }
}
