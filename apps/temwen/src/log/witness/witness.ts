import { setTimeout as pause } from "node:timers/promises";
import { formatVkey } from "@temwen/public-log/note";
import { type Exit, exits } from "../../exit.ts";
import { waitForSignal } from "../../running/signals.ts";
import type { Terminal } from "../../terminal.ts";
import type { ListenAddress } from "../listening.ts";
import { openAddress } from "../place/http.ts";
import { type Cosigning, createCosigning, type KnownLogs } from "./cosigning.ts";
import { pullCheckpoint } from "./pull.ts";
import { serveWitness } from "./serve-witness.ts";
import { openStateFolder } from "./state-folder.ts";

export type WitnessOptions = {
  readonly state: string;
  readonly name: string | null;
  readonly logs: KnownLogs;
  readonly listen: ListenAddress;
  /** Logs that are asked, beside those that ask. */
  readonly pull: readonly URL[];
  /** In seconds. */
  readonly every: bigint;
};

/** `temwen witness`: cosigns what only grows, until a signal comes. Throws `WitnessFault`. */
export async function witness(options: WitnessOptions, terminal: Terminal): Promise<Exit> {
  const stopped = waitForSignal();
  using folder = await openStateFolder(options.state, options.name);
  const cosigning = createCosigning(folder, options.logs, () => BigInt(Math.floor(Date.now() / 1000)));
  const onFault = (error: unknown) => terminal.progress(`temwen: ${error instanceof Error ? error.message : "fault"}`);
  await using serving = await serveWitness(cosigning, options.listen, onFault);
  const vkey = formatVkey(folder.signer.vkey);
  terminal.result(
    { ready: true, url: serving.url, vkey, logs: [...options.logs.keys()] },
    `witness at ${serving.url} for ${[...options.logs.keys()].join(", ")}; its key, for the logs:\n${vkey}`,
  );
  const stop = new AbortController();
  const pulling = keepPulling(options, cosigning, terminal, stop.signal);
  await stopped;
  stop.abort();
  await pulling;
  return exits.done;
}

async function keepPulling(
  { pull, every }: WitnessOptions,
  cosigning: Cosigning,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  if (pull.length === 0) return;
  while (!signal.aborted) {
    for (const address of pull) {
      const said = await pullCheckpoint(openAddress(address), cosigning).catch((error) => String(error.message));
      if (said !== "cosigned") terminal.progress(`temwen: ${address.href}: ${said}`);
    }
    await pause(Number(every) * 1000, undefined, { signal }).catch(() => undefined);
  }
}
