import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { programFolder } from "./pack-files.ts";

/** Which program this is: its version, and the SHA-256 of its sources in hexadecimal digits. */
export type Release = { readonly version: string; readonly sources: string };

/** What makes the program; what is built or fetched from these is not a source. */
const parts = ["apps", "packages", "packs", "tools", "package.json", "package-lock.json"] as const;
const isMade = (name: string): boolean => name === "node_modules" || name === "dist" || name.startsWith(".");

/**
 * Reads which program runs. The digest is of the lines that `sha256sum` writes of all source files, in the order of the bytes of
 * their paths, so that anybody with the same sources gets it without this program (docs/specs/log.md).
 */
export async function readRelease(): Promise<Release> {
  const { version } = JSON.parse(await readFile(join(programFolder, "package.json"), "utf8"));
  const lines: Buffer[] = [];
  for (const path of await listSources()) {
    const digest = createHash("sha256").update(await readFile(join(programFolder, path)));
    lines.push(Buffer.from(`${digest.digest("hex")}  ${path}\n`));
  }
  return { version, sources: createHash("sha256").update(Buffer.concat(lines)).digest("hex") };
}

async function listSources(): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(programFolder, path), { withFileTypes: true })) {
      const place = `${path}/${entry.name}`;
      if (isMade(entry.name)) continue;
      if (entry.isDirectory()) await walk(place);
      else if (entry.isFile()) found.push(place);
    }
  };
  for (const part of parts) {
    if (part.endsWith(".json")) found.push(part);
    else await walk(part);
  }
  return found.map((path) => path.split(sep).join("/")).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
