import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { formatVkey, type Vkey } from "@temwen/public-log/note";
import { utf8 } from "@temwen/vocabulary";
import { createCosigning } from "../log/witness/cosigning.ts";
import { readWitnessKey } from "../log/witness/key-file.ts";
import { serveWitness } from "../log/witness/serve-witness.ts";
import { openStateFolder } from "../log/witness/state-folder.ts";
import { writeDurably } from "../log/write-durably.ts";
import type { DataFolder } from "./data-folder.ts";

/** The witnesses of a demonstration: they keep the rule like any other, and nobody stands behind them. */
export type DemoWitnesses = {
  /** The policy that names them, and the file where it lies for whoever checks the log. */
  readonly policy: Uint8Array;
  readonly file: string;
  readonly stop: () => Promise<void>;
};

const names = ["demo-1", "demo-2"] as const;
const warning = "# Demonstration: both witnesses are fictional and run inside the office. They prove nothing.";

/**
 * Starts them for one log, each with a folder of its own in the data folder, and writes the policy that asks for both. What they
 * cosigned stays with them; their addresses are new at each start. Throws `WitnessFault`.
 */
export async function startDemoWitnesses(
  folder: DataFolder,
  log: Vkey,
  onProgress: (line: string) => void,
): Promise<DemoWitnesses> {
  const running = new AsyncDisposableStack();
  try {
    const lines: string[] = [];
    for (const name of names) {
      const { vkey, url } = await startOne({ place: join(folder.demo, name), name, log, running, onProgress });
      lines.push(`witness ${name} ${formatVkey(vkey)} ${url}`);
    }
    const group = `group demo all ${names.join(" ")}`;
    const policy = utf8([warning, `log ${formatVkey(log)}`, ...lines, group, "quorum demo", ""].join("\n"));
    const file = join(folder.demo, "log.policy");
    await writeDurably(file, policy, 0o644);
    return { policy, file, stop: () => running.disposeAsync() };
  } catch (error) {
    await running.disposeAsync();
    throw error;
  }
}

type Starting = {
  readonly place: string;
  readonly name: string;
  readonly log: Vkey;
  readonly running: AsyncDisposableStack;
  readonly onProgress: (line: string) => void;
};

async function startOne({ place, name, log, running, onProgress }: Starting) {
  await mkdir(place, { recursive: true, mode: 0o700 });
  // Drawn: whoever lost what they cosigned, as behind a restore, takes another name (docs/specs/log.md).
  const isMade = (await readWitnessKey(join(place, "key"))) !== null;
  const drawn = `${name}.example/${randomBytes(4).toString("hex")}`;
  const state = running.use(await openStateFolder(place, isMade ? null : drawn));
  const now = (): bigint => BigInt(Math.floor(Date.now() / 1000));
  const onFault = (error: unknown): void =>
    onProgress(`the witness ${name}: ${error instanceof Error ? error.message : "fault"}`);
  const cosigning = createCosigning(state, new Map([[log.name, [log]]]), now);
  const { url } = running.use(await serveWitness(cosigning, { host: "127.0.0.1", port: 0 }, onFault));
  return { vkey: state.signer.vkey, url };
}
