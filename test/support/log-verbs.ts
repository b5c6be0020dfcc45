// The verbs of the public log, run in this process as somebody types them, and logs in folders for them to look at.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createNodeSigner } from "@temwen/office/signing-node";
import { createVkey, formatNote, formatVkey, type NoteSigner, parseNote, signText } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { sayThrown } from "../../apps/temwen/src/say-fault.ts";
import type { Terminal } from "../../apps/temwen/src/terminal.ts";
import { verbs } from "../../apps/temwen/src/verbs.ts";
import { testLogSigner } from "./written-log.ts";

const { hasher } = primitivesOnNode;

export type Said = {
  readonly exit: number;
  /** The one object that `--json` prints. */
  readonly result: { readonly [name: string]: unknown };
  readonly progress: readonly string[];
};

/** Runs a verb with `--json` and collects what it says. */
export async function sayVerb(verb: keyof typeof verbs, args: readonly string[]): Promise<Said> {
  const results: object[] = [];
  const progress: string[] = [];
  const terminal: Terminal = {
    json: true,
    result: (value) => void results.push(value),
    entry: (value) => void results.push(value),
    progress: (line) => void progress.push(line),
    readStdin: async () => new Uint8Array(0),
  };
  const exit = await runHere(verb, args, terminal);
  if (results.length !== 1)
    throw new Error(`${verb} printed ${results.length} objects and ended with ${exit}: ${progress}`);
  return { exit, result: { ...results[0] }, progress };
}

async function runHere(verb: keyof typeof verbs, args: readonly string[], terminal: Terminal): Promise<number> {
  const around = { databaseUrl: undefined, data: undefined, publicUrl: undefined, s3: {} as never };
  try {
    return await verbs[verb]([...args, "--json"], terminal, around);
  } catch (error) {
    return sayThrown(error, verb, terminal);
  }
}

/** A witness whose seed is the hash of its name. */
export function testWitness(name: string): NoteSigner {
  const signer = createNodeSigner(hasher.sha256(new TextEncoder().encode(`temwen test key/${name}`)));
  const publicKey = new Uint8Array(Buffer.from(signer.key, "base64"));
  return {
    vkey: createVkey(hasher.sha256, { name, type: "ed25519-cosignature", publicKey }),
    sign: (message) => new Uint8Array(Buffer.from(signer.sign(message), "base64")),
  };
}

/** Two witnesses of whom both are asked. */
export const testWitnesses = [testWitness("witness.example/one"), testWitness("witness.example/two")] as const;

/** Adds a witness's line to the checkpoint of a folder; `time` in seconds since 1970. */
export async function cosignFolder(folder: string, times: readonly (bigint | null)[]): Promise<void> {
  const place = join(folder, "checkpoint");
  const note = parseNote(new Uint8Array(await readFile(place)));
  if (!note.ok) throw new Error(note.refusal);
  const { text, signatures } = note.value;
  const own = signatures.slice(0, 1);
  const lines = testWitnesses.flatMap((witness, i) => {
    const time = times[i] ?? null;
    return time === null ? [] : [signText(witness, text, time)];
  });
  await writeFile(place, formatNote({ text, signatures: [...own, ...lines] }));
}

/** A policy that asks for the test log and for both witnesses, in a file. */
export async function writePolicy(file: string, quorum: "both" | "none" = "both"): Promise<string> {
  const [one, two] = testWitnesses.map(({ vkey }) => formatVkey(vkey));
  const lines = [
    `log ${formatVkey(testLogSigner().vkey)}`,
    `witness one ${one}`,
    `witness two ${two}`,
    "group both all one two",
    `quorum ${quorum}`,
  ];
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}
