// Finds the `age` tool, 1.3 or later (the first with hybrid recipients), for tests that open what we sealed with somebody else's program.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchDebianPackage, toolsFolder } from "./debian-package.ts";
import { findOnPath } from "./ensure-browser.ts";
import { runCommand } from "./run-command.ts";

const oldestWanted = [1, 3] as const;
const ownCopy = join(toolsFolder, "age/age");

/** The path of an `age` that is new enough; `age-keygen` lies beside it. */
export async function ensureAge(): Promise<string> {
  const asked = process.env.TEMWEN_AGE;
  if (asked !== undefined && asked !== "") {
    if (await isNewEnough(asked)) return asked;
    throw new Error(`TEMWEN_AGE names ${asked}, which is not age ${oldestWanted.join(".")} or later`);
  }
  for (const path of [findOnPath("age"), ownCopy]) if (path !== null && (await isNewEnough(path))) return path;
  process.stderr.write("the age tool here is missing or too old: fetching a newer one into .tools/ …\n");
  const why = await fetchDebianPackage("age", (unpacked) => placeTools(join(unpacked, "usr/bin")));
  if (await isNewEnough(ownCopy)) return ownCopy;
  throw new Error(
    `age ${oldestWanted.join(".")} or later was not found and could not be fetched (${why ?? "it does not run on this machine"}): install it, or name it in TEMWEN_AGE`,
  );
}

async function isNewEnough(path: string): Promise<boolean> {
  const { code, output } = await runCommand(path, ["--version"]);
  const [major = 0, minor = 0] = output.trim().replace(/^v/, "").split(".").map(Number);
  return code === 0 && (major > oldestWanted[0] || (major === oldestWanted[0] && minor >= oldestWanted[1]));
}

/** Written beside and renamed: two who fetch at once both end with a whole tool. */
function placeTools(from: string): void {
  mkdirSync(dirname(ownCopy), { recursive: true });
  for (const name of readdirSync(from)) {
    if (!name.startsWith("age")) continue;
    const place = join(dirname(ownCopy), name);
    writeFileSync(`${place}.${process.pid}`, readFileSync(join(from, name)), { mode: 0o755 });
    renameSync(`${place}.${process.pid}`, place);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await ensureAge()}\n`);
