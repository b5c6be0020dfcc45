import { readFile } from "node:fs/promises";
import { parseVkey, type Vkey } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { UsageError } from "../../exit.ts";
import type { KnownLogs } from "./cosigning.ts";

/**
 * The logs of `--log` and of the files of `--logs`: a verifier key a line, with or without the word `log` before it (as in a
 * policy) and an address behind; `#` begins a comment. Throws `UsageError`, or what the system throws.
 */
export async function readKnownLogs(keys: readonly string[], files: readonly string[]): Promise<KnownLogs> {
  const lines = [...keys];
  for (const file of files) lines.push(...(await readFile(file, "utf8")).split("\n"));
  const logs = new Map<string, readonly Vkey[]>();
  for (const line of lines) {
    const [first = "", second = ""] = line.trim().split(/[ \t]+/);
    if (first === "" || first.startsWith("#")) continue;
    const vkey = readLogKey(first === "log" ? second : first);
    const known = logs.get(vkey.name) ?? [];
    if (!known.some(({ keyId }) => keyId === vkey.keyId)) logs.set(vkey.name, [...known, vkey]);
  }
  if (logs.size === 0) throw new UsageError("--log is needed: a log's verifier key, name+digits+base64");
  return logs;
}

function readLogKey(word: string): Vkey {
  const vkey = parseVkey(primitivesOnNode.hasher.sha256, word);
  if (!vkey.ok) throw new UsageError(`"${word.slice(0, 60)}" is no verifier key: ${vkey.refusal}`);
  if (vkey.value.type === "ed25519-cosignature")
    throw new UsageError(`${vkey.value.name} is a witness's key, not a log's`);
  return vkey.value;
}
