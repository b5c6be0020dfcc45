import { randomBytes } from "node:crypto";
import { appendFile, chmod, chown, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { complaintToFault, EmbeddedFault, errorCode } from "./faults.ts";
import { makePrivate } from "./place.ts";
import { type Account, run } from "./run.ts";
import { settingsText } from "./settings.ts";

export const databaseUser = "temwen";

/** Whether a cluster stands in the folder; one of another major version is refused. */
export async function clusterExists(cluster: string, binaries: Binaries): Promise<boolean> {
  const version = await readFile(join(cluster, "PG_VERSION"), "utf8").catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return undefined;
    throw complaintToFault(error, cluster, "folder-not-writable");
  });
  if (version === undefined) return false;
  const major = Number.parseInt(version, 10);
  if (major === binaries.major) return true;
  const [code, advice] =
    major > binaries.major
      ? (["newer-cluster", "use the newer release that wrote it"] as const)
      : (["older-cluster", "export with the release that wrote it, then import"] as const);
  throw new EmbeddedFault(
    code,
    `the database in ${cluster} is of PostgreSQL ${major}, this release brings ${binaries.major}: ${advice}`,
  );
}

/** Makes an empty cluster. It is built aside and renamed, so that a crash half-way leaves none rather than half a one. */
export async function initCluster(
  cluster: string,
  password: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const aside = `${cluster}.new`;
  await rm(aside, { recursive: true, force: true });
  try {
    await makePrivate(aside, account);
    const passwordFile = join(aside, "password");
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account !== undefined) await chown(passwordFile, account.uid, account.gid);
    const fresh = join(aside, "cluster");
    const ran = await run(
      binaries.initdb,
      [
        `--pgdata=${fresh}`,
        `--username=${databaseUser}`,
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C",
        "--auth-local=scram-sha-256",
        "--auth-host=reject",
        "--data-checksums",
      ],
      { account },
    );
    if (ran.code !== 0) throw complaintToFault(ran.output, cluster, "start-failed");
    await appendFile(join(fresh, "postgresql.conf"), "\ninclude 'temwen.conf'\n");
    await rename(fresh, cluster);
    await syncFolder(dirname(cluster));
  } catch (error) {
    throw complaintToFault(error, cluster, "start-failed");
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Writes this release's settings beside PostgreSQL's own. */
export async function writeSettings(
  cluster: string,
  socketFolder: string,
  account: Account | undefined,
): Promise<void> {
  const file = join(cluster, "temwen.conf");
  await writeFile(file, settingsText(socketFolder), { mode: 0o600 });
  if (account !== undefined) await chown(file, account.uid, account.gid);
}

/** The password of the data folder, made at the first start; only the owner of the folder can read it. */
export async function readOrMakePassword(folder: string, clusterStands: boolean): Promise<string> {
  const file = join(folder, "password");
  const known = await readFile(file, "utf8").catch(() => undefined);
  if (known !== undefined && known.trim() !== "") return known.trim();
  if (clusterStands) {
    throw new EmbeddedFault("password-missing", `the database in ${folder} has lost its password file: ${file}`);
  }
  const password = randomBytes(24).toString("hex");
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Makes the data folder, or says clearly why it cannot be used. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const trial = join(folder, `.trial-${process.pid}`);
    await writeFile(trial, "");
    await rm(trial);
    await chmod(folder, (await stat(folder)).mode & 0o777 & ~0o066);
  } catch (error) {
    throw complaintToFault(error, folder, "folder-not-writable");
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
