// An office whose public log has one witness, in this process, whose clock is a value: nobody sleeps for a deadline to pass.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pack } from "@temwen/mission-pack";
import { formatSignatureLine, formatVkey, type NoteSigner, signText } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { decideCosignature, parseAddCheckpoint, type WitnessState, witnessStatus } from "@temwen/public-log/witness";
import type { TheRecord } from "@temwen/record";
import { utf8 } from "@temwen/vocabulary";
import { signerCalled } from "../../apps/server/src/public-log/publishing.testing.ts";
import { type SmallOffice, startSmallOffice } from "./small-office.ts";

export type WitnessedOffice = {
  readonly office: SmallOffice;
  /** A policy file that names the log and its witness, and asks for the witness. */
  readonly policy: string;
  /** An empty folder of the test's own. */
  readonly folder: string;
  /** The hour on the witness's clock, in seconds since 1970; the real one until it is set. */
  readonly setWitnessClock: (seconds: number) => void;
  /** Starts the server again with another pack; `office` is another one then. */
  readonly again: (pack: Pack) => Promise<void>;
  /** Publishes until everything that happened is in the log. */
  readonly settle: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** Starts one, over a record in memory or one that is given. */
export async function startWitnessedOffice(
  rhythm = { everyMillis: 3_600_000, batch: 8 },
  record?: TheRecord,
): Promise<WitnessedOffice> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-witnessed-"));
  const log = signerCalled("log.example/mission");
  let clock: number | undefined;
  const witness = await serveWitness(log, () => clock ?? Math.floor(Date.now() / 1000));
  const text = [
    `log ${formatVkey(log.vkey)}`,
    `witness w1 ${formatVkey(witness.signer.vkey)} ${witness.url}`,
    "quorum w1",
    "",
  ].join("\n");
  const policy = join(folder, "log.policy");
  await writeFile(policy, text);
  await mkdir(join(folder, "own"));
  let office = await startSmallOffice({
    ...(record && { record }),
    publicLog: {
      signer: log,
      folder: join(folder, "log"),
      memory: join(folder, "memory"),
      policy: utf8(text),
      rhythm,
    },
  });
  return {
    get office() {
      return office;
    },
    again: async (pack) => {
      office = await office.again(pack);
    },
    policy,
    folder: join(folder, "own"),
    setWitnessClock: (seconds) => {
      clock = seconds;
    },
    settle: async () => {
      for (let step = 0; step < 40; step++) {
        await office.server.publicLog?.step();
        const { followed } = await office.record.log.readHead();
        if ((await office.record.readAfter(followed, 1)).length === 0) return;
      }
      throw new Error("the log does not catch up");
    },
    [Symbol.asyncDispose]: async () => {
      await office[Symbol.asyncDispose]();
      await witness.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serveWitness(log: NoteSigner, now: () => number) {
  const signer = signerCalled("witness.example/w1", "ed25519-cosignature");
  let last: WitnessState | null = null;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const asked = parseAddCheckpoint(new Uint8Array(Buffer.concat(chunks)));
    if (!asked.ok) {
      response.writeHead(400).end();
      return;
    }
    const question = { request: asked.value, logKeys: [log.vkey], last, primitives: primitivesOnNode };
    const decided = decideCosignature(question);
    if (!decided.ok) {
      const size = decided.refusal.code === "size-conflict" ? `${decided.refusal.size}\n` : "";
      response.writeHead(witnessStatus[decided.refusal.code]).end(size);
      return;
    }
    last = decided.value.next;
    const line = signText(signer, decided.value.note.text, BigInt(now()));
    response.end(formatSignatureLine(line));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    signer,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
