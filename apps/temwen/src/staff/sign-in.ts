import { readFile } from "node:fs/promises";
import { type Keeper, signIn } from "@temwen/desk";
import { type Result, refused, utf8ToText } from "@temwen/vocabulary";
import { need, readServer, text } from "../command-words.ts";
import type { Exit } from "../exit.ts";
import { readTrust } from "../person/find-office.ts";
import { readPack } from "../running/pack-files.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";

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

/** The words by which somebody of the office signs in. */
export const staffWords = { server: text, key: text, "passphrase-file": text, roots: text, pack: text } as const;

type StaffWords = { readonly [W in keyof typeof staffWords]?: string | undefined };

/** Signs in by these words, does what is to be done at the desk, and closes it. Throws `UsageError` where one is missing. */
export async function atDesk(
  values: StaffWords & { readonly unsent?: string | undefined },
  terminal: Terminal,
  use: (keeper: Keeper) => Promise<Exit>,
): Promise<Exit> {
  const keeper = await signInFrom(
    {
      server: readServer(values.server),
      key: need(values.key, "--key"),
      passphraseFile: need(values["passphrase-file"], "--passphrase-file"),
      roots: need(values.roots, "--roots"),
      pack: values.pack ?? "haiti",
      ...(values.unsent !== undefined && { unsent: values.unsent }),
    },
    terminal,
  );
  if (!keeper.ok) return sayRefusal(terminal, keeper.refusal);
  try {
    return await use(keeper.value);
  } finally {
    keeper.value.close();
  }
}
