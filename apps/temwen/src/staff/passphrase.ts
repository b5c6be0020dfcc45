import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { openWithPassphrase, ordinaryWorkFactor, sealWithPassphrase } from "@temwen/desk";
import { granted, type Result, refused, sameBytes, utf8ToText } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { syncFolder } from "../running/sync-folder.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";

/** Where the key file lies, and its passphrases of before and from now on: each a file, or `-` for a line of stdin. */
export type PassphraseOptions = { readonly key: string; readonly old: string; readonly next: string };

/** Characters of a passphrase that a person chose: with scrypt's second a guess, shorter ones are found. */
const shortest = 14;

/**
 * Seals a key file under another passphrase; the key in it stays. The new file is written beside the old one, read again
 * and opened, and only then takes its place: at every moment one whole file stands under the name.
 */
export async function changePassphrase(options: PassphraseOptions, terminal: Terminal): Promise<Exit> {
  const passphrases = await readPassphrases(options, terminal);
  if (!passphrases.ok) return sayRefusal(terminal, passphrases.refusal);
  const { old, next } = passphrases.value;
  if ([...next].length < shortest) return sayRefusal(terminal, { code: "passphrase-too-short" });
  const plain = await openWithPassphrase(new Uint8Array(await readFile(options.key)), old);
  if (!plain) return sayRefusal(terminal, { code: "wrong-passphrase" });
  const aside = `${options.key}.${process.pid}.new`;
  try {
    const sealed = await sealWithPassphrase(plain, next, ordinaryWorkFactor);
    await writeFile(aside, sealed, { flag: "wx", mode: 0o600, flush: true });
    const again = await openWithPassphrase(new Uint8Array(await readFile(aside)), next);
    if (!again || !sameBytes(again, plain)) throw new Error("the key file that was written does not open");
    await rename(aside, options.key);
  } finally {
    await rm(aside, { force: true });
  }
  await syncFolder(dirname(options.key));
  terminal.progress("Copies of the old key file still open with the old passphrase: remove them.");
  terminal.result({ key: options.key, changed: true }, `${options.key} has a new passphrase`);
  return exits.done;
}

type Passphrases = { readonly old: string; readonly next: string };

async function readPassphrases(
  { old, next }: PassphraseOptions,
  terminal: Terminal,
): Promise<Result<Passphrases, { readonly code: string }>> {
  // Standard input can be read once: the old one stands in its first line, the new one in its second.
  const typed = old === "-" || next === "-" ? utf8ToText(await readInput(terminal, "-")) : undefined;
  const lines = typed?.ok ? typed.value.split(/\r?\n/) : [];
  const readOne = async (place: string): Promise<string | undefined> => {
    if (place === "-") return lines.shift();
    const text = utf8ToText(new Uint8Array(await readFile(place)));
    return text.ok ? text.value.replace(/\r?\n$/, "") : undefined;
  };
  const before = await readOne(old);
  const after = await readOne(next);
  if (before === undefined || after === undefined) return refused({ code: "malformed-passphrase" });
  return granted({ old: before, next: after });
}
