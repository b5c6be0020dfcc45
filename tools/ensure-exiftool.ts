// Finds exiftool, which reads more sorts of metadata than any other program, for tests that look for what a working copy still tells.
import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchDebianPackage, toolsFolder } from "./debian-package.ts";
import { findOnPath } from "./ensure-browser.ts";
import { runCommand } from "./run-command.ts";

const ownCopy = join(toolsFolder, "exiftool");

/** How to start exiftool: a program, and what comes before its own arguments. */
export type Exiftool = { readonly program: string; readonly before: readonly string[] };

/** An exiftool that starts; TEMWEN_EXIFTOOL names one. Fetched on a Debian that has none; throws with one line where that fails. */
export async function ensureExiftool(): Promise<Exiftool> {
  const asked = process.env.TEMWEN_EXIFTOOL;
  if (asked !== undefined && asked !== "") {
    if (await doesStart(alone(asked))) return alone(asked);
    throw new Error(`TEMWEN_EXIFTOOL names ${asked}, which does not start`);
  }
  const onPath = findOnPath("exiftool");
  for (const found of [...(onPath === null ? [] : [alone(onPath)]), own()]) if (await doesStart(found)) return found;
  process.stderr.write("no exiftool here: fetching one into .tools/ …\n");
  const why = await fetchDebianPackage("libimage-exiftool-perl", placeTree);
  if (await doesStart(own())) return own();
  const reason = why ?? "it does not run on this machine";
  throw new Error(
    `exiftool was not found and could not be fetched (${reason}): install it, or name it in TEMWEN_EXIFTOOL`,
  );
}

const alone = (program: string): Exiftool => ({ program, before: [] });

/** It is a script and its modules, which Perl finds only where it is told. */
const own = (): Exiftool => ({
  program: "perl",
  before: ["-I", join(ownCopy, "usr/share/perl5"), join(ownCopy, "usr/bin/exiftool")],
});

async function doesStart({ program, before }: Exiftool): Promise<boolean> {
  return (await runCommand(program, [...before, "-ver"])).code === 0;
}

/** Copied beside and renamed: whoever fetches at the same time finds a whole tree, of the first. */
function placeTree(unpacked: string): void {
  const beside = `${ownCopy}.${process.pid}`;
  cpSync(unpacked, beside, { recursive: true });
  if (existsSync(ownCopy)) rmSync(beside, { recursive: true, force: true });
  else renameSync(beside, ownCopy);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { program, before } = await ensureExiftool();
  process.stdout.write(`${[program, ...before].join(" ")}\n`);
}
