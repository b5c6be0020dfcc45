// Finds a Chromium for the tests that need one, fetches it where it can, and otherwise says so in one line: such tests are never skipped.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { runCommand } from "./run-command.ts";

/** Works as root and in a container, and keeps the browser from talking to anybody by itself. */
export const chromiumFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The path of a Chromium that starts. */
export async function ensureBrowser(): Promise<string> {
  const asked = process.env.TEMWEN_CHROMIUM;
  if (asked !== undefined && asked !== "") {
    if (await doesStart(asked)) return asked;
    throw new Error(`TEMWEN_CHROMIUM names ${asked}, which does not start`);
  }
  const found = await firstThatStarts();
  if (found !== null) return found;
  process.stderr.write("no Chromium here: fetching one (a few minutes, once) …\n");
  await runCommand(process.execPath, [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"]);
  const fetched = await firstThatStarts();
  if (fetched !== null) return fetched;
  if (process.getuid?.() === 0 && findOnPath("apt-get") !== null) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const install = ["install", "-y", "--no-install-recommends", "chromium"];
    if ((await runCommand("apt-get", install, { env })).code !== 0) {
      await runCommand("apt-get", ["update"], { env });
      await runCommand("apt-get", install, { env });
    }
  }
  const installed = await firstThatStarts();
  if (installed !== null) return installed;
  throw new Error("no Chromium was found and none could be fetched: install chromium, or name one in TEMWEN_CHROMIUM");
}

async function firstThatStarts(): Promise<string | null> {
  for (const path of [...names.map(findOnPath), playwrightsOwn()]) {
    if (path !== null && (await doesStart(path))) return path;
  }
  return null;
}

function playwrightsOwn(): string | null {
  const path = chromium.executablePath();
  return path !== "" && existsSync(path) ? path : null;
}

async function doesStart(path: string): Promise<boolean> {
  const { code } = await runCommand(path, ["--version", ...chromiumFlags]);
  return code === 0;
}

export function findOnPath(name: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await ensureBrowser()}\n`);
