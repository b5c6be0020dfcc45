import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SmallOffice } from "./small-office.ts";

/** The files of a small office that the command reads: roots, and each person's key with its passphrase. */
export type OfficeFolder = AsyncDisposable & {
  readonly path: string;
  readonly roots: string;
  /** The flags with which a person speaks at the command line. */
  readonly as: (name: string) => readonly string[];
};

/** Writes the files of these people. */
export async function writeOfficeFolder(office: SmallOffice, names: readonly string[]): Promise<OfficeFolder> {
  const path = await mkdtemp(join(tmpdir(), "temwen-files-"));
  const roots = join(path, "roots.json");
  await mkdir(join(path, "keys"));
  await writeFile(roots, JSON.stringify(office.trust));
  for (const name of names) {
    const { keyFile, passphrase } = office.person(name);
    await writeFile(join(path, "keys", `${name}.age`), keyFile);
    await writeFile(join(path, "keys", `${name}.passphrase`), `${passphrase}\n`);
  }
  return {
    path,
    roots,
    as: (name) => [
      ...["--server", office.url, "--roots", roots, "--json"],
      ...["--key", join(path, "keys", `${name}.age`), "--passphrase-file", join(path, "keys", `${name}.passphrase`)],
    ],
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
