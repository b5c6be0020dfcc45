import { readFile } from "node:fs/promises";
import { type Keeper, signIn } from "@temwen/desk";
import { type Result, refused, utf8ToText } from "@temwen/vocabulary";
import { readTrust } from "../person/find-office.ts";
import { readPack } from "../running/pack-files.ts";
import { readInput, type Terminal } from "../terminal.ts";

export type StaffOptions = {
  readonly server: string;
  readonly key: string;
  readonly passphraseFile: string;
  readonly roots: string;
  readonly pack: string;
  /** Where sealed evidence waits until it has arrived. */
  readonly unsent?: string;
};

/** Signs in as a member of staff, with key, passphrase and roots from files: never from the command line itself. */
export async function signInFrom(
  options: StaffOptions,
  terminal: Terminal,
): Promise<Result<Keeper, { readonly code: string }>> {
  const trust = await readTrust(options.roots);
  if (!trust.ok) return trust;
  const passphrase = utf8ToText(await readInput(terminal, options.passphraseFile));
  if (!passphrase.ok) return refused({ code: "wrong-passphrase" });
  return signIn({
    server: options.server,
    trust: trust.value,
    pack: await readPack(options.pack),
    keyFile: new Uint8Array(await readFile(options.key)),
    passphrase: passphrase.value.replace(/\r?\n$/, ""),
    outboxFolder: options.unsent,
  });
}
