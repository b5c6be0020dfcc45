// An office whose silence is proved: complaints are filed by the command, and days pass at the witness alone.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { proofNumberOf } from "@temwen/sealing/leaf";
import { deriveReceiptKeys, type Receipt, type ReceiptKeys } from "@temwen/sealing/receipt";
import type { CaseId } from "@temwen/vocabulary";
import { formatOpening } from "../../apps/temwen/src/log/breach/certificate.ts";
import { readOpenings } from "../../apps/temwen/src/log/breach/read-openings.ts";
import { readOwnCase } from "../../apps/temwen/src/proof/own-case.ts";
import { acknowledgement, doActs, findReader } from "./casework.ts";
import { type Ran, runCommand } from "./office.ts";
import { startWitnessedOffice } from "./witnessed-office.ts";

/** The clock of every certificate here. */
export const clock = "acknowledgement";
/** What every person here complains of. */
export const words = "Se yon egzanp: yo pran bèt mwen.";

export type Told = { readonly [name: string]: unknown };
/** What the command said to a program. */
export const told = ({ stdout }: Ran): Told => JSON.parse(stdout) as Told;

export type Filed = {
  readonly receipt: string;
  readonly caseId: CaseId;
  readonly keys: ReceiptKeys;
  readonly proof: string;
};

/** The words that show an accused office's openings to the command. */
export const showing = (files: string): readonly string[] => files.split(" ").flatMap((name) => ["--opening", name]);

export type SilentOffice = Awaited<ReturnType<typeof startSilentOffice>>;

/** Starts an office with one witness, whose clock stands where the test says. */
export async function startSilentOffice() {
  const given = await startWitnessedOffice();
  let hour = Math.floor(Date.now() / 1000);
  given.setWitnessClock(hour);
  let round = 0;
  /** Files of one test do not meet those of the one before. */
  const begin = (): void => {
    round += 1;
  };
  const place = (name: string): string => join(given.folder, `${round}-${name}`);

  /** Lets time pass at the witness, who then sees the log again. */
  async function pass(days: number): Promise<void> {
    hour += days * 86_400;
    given.setWitnessClock(hour);
    await given.settle();
    await given.office.server.publicLog?.step();
  }

  /** Files a complaint whose person waits for the proof. */
  async function file(): Promise<Filed> {
    const { office, policy, folder } = given;
    const publishing = setInterval(() => void office.server.publicLog?.step(), 300);
    const ran = await runCommand(
      [
        ...["complain", "--server", office.url, "--text", "-", "--json"],
        ...["--wait-proof", "--proof-dir", folder, "--policy", policy],
      ],
      words,
    );
    clearInterval(publishing);
    // Steps that still wait in a row are done with this one: nobody publishes behind the test's back.
    await office.server.publicLog?.step();
    assert.equal(ran.code, 0, ran.stderr);
    const { receipt, case: caseId, proof } = told(ran);
    const keys = await deriveReceiptKeys(receipt as Receipt, office.directory().receiptSalt);
    return { receipt: String(receipt), caseId: caseId as CaseId, keys, proof: String(proof) };
  }

  async function answer({ caseId }: Filed): Promise<void> {
    const { desk } = await findReader(given.office, caseId);
    await doActs(desk, caseId, acknowledgement);
    await given.settle();
  }

  const prove = ({ receipt, proof }: Filed, ...more: readonly string[]): Promise<Ran> =>
    runCommand(
      [
        ...["prove-silence", "--server", given.office.url, "--receipt", "-", "--clock", clock, "--json"],
        ...["--proof", proof, "--policy", given.policy, "--out", place("breach"), ...more],
      ],
      receipt,
    );

  const verify = (breach: string, ...more: readonly string[]): Promise<Ran> => {
    const log = `${given.office.url}/log/`;
    return runCommand(["verify", "--breach", breach, "--log", log, "--policy", given.policy, "--json", ...more]);
  };

  const mirror = (out: string): Promise<Ran> =>
    runCommand(["mirror", "--log", `${given.office.url}/log/`, "--out", out, "--policy", given.policy, "--once"]);

  /** Where the office keeps what it showed before. */
  const heads = (): string => join(given.folder, "../log/heads");

  /** Writes a leaf into the log as whoever runs the server could. */
  async function insert(leaf: Uint8Array): Promise<void> {
    const publisher = given.office.server.publicLog?.publisher;
    const head = await given.office.record.log.readHead();
    const rows = [{ leaf, proofNumber: proofNumberOf(leaf), key: undefined, salt: undefined }];
    assert.ok((await publisher?.publish(head, rows, head.followed))?.ok);
  }

  /** What whoever is accused shows: the opening of the leaf that stopped the clock. */
  async function openingOf({ keys }: Filed): Promise<string> {
    const courier = given.office.courier();
    const own = await readOwnCase(courier, keys);
    assert.ok(own.ok);
    const openings = await readOpenings(own.value, courier);
    const files = openings.map((opening, i) => ({ name: place(`opening-${i}`), bytes: formatOpening(opening) }));
    for (const { name, bytes } of files) await writeFile(name, bytes);
    return files.map(({ name }) => name).join(" ");
  }

  const dispose = (): Promise<void> => given[Symbol.asyncDispose]();
  return { given, begin, place, pass, file, answer, prove, verify, mirror, heads, insert, openingOf, dispose };
}
