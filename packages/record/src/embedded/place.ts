import { randomBytes } from "node:crypto";
import { chmod, chown, lstat, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { canEnter } from "./account.ts";
import { rootHome } from "./binaries.ts";
import type { Account } from "./run.ts";
import { socketPort } from "./settings.ts";

/** Linux holds a socket's path in 108 bytes, the last of them zero; macOS in 104. */
const longestSocketPath = process.platform === "darwin" ? 103 : 107;

/** The folder of an existing cluster, or where one would first be tried. */
export async function findCluster(folder: string): Promise<string> {
  const note = await readFile(join(folder, "cluster-is-at"), "utf8").catch(() => undefined);
  return note?.trim() ?? join(folder, "cluster");
}

/**
 * Decides where a new cluster lies: in the data folder, so that one folder is the whole installation; or, where the
 * data folder lies in a place that the unprivileged user cannot enter (a clone under /root), in /var/lib under a random
 * name, with a note in the data folder. A data folder made anew therefore never meets an old cluster.
 */
export async function chooseCluster(folder: string, account: Account | undefined): Promise<string> {
  const near = join(folder, "cluster");
  if (account === undefined) return near;
  // The account passes through, and sees no names.
  await chmod(folder, 0o711);
  if (await canEnter(account, folder)) return near;
  const far = join(rootHome, "clusters", randomBytes(10).toString("hex"), "cluster");
  await mkdir(dirname(far), { recursive: true });
  await writeFile(join(folder, "cluster-is-at"), `${far}\n`, { mode: 0o600 });
  return far;
}

/** A folder for the socket that the server's user owns: beside the cluster, or a short one where that path is too long. */
export async function makeSocketFolder(cluster: string, account: Account | undefined): Promise<string> {
  const near = nearSocket(cluster);
  const fits = Buffer.byteLength(join(near, `.s.PGSQL.${socketPort}.lock`)) <= longestSocketPath;
  // mkdtemp: in a folder open to all, a name that can be guessed can be taken by somebody else first.
  const folder = fits ? near : await mkdtemp("/tmp/temwen-");
  await makePrivate(folder, account);
  return folder;
}

/** Where the socket lies unless its path would be too long. */
export const nearSocket = (cluster: string): string => join(dirname(cluster), "socket");

/** Makes a folder that only the server's user (and root) can enter. */
export async function makePrivate(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await lstat(folder)).isDirectory()) throw new Error(`not a folder: ${folder}`);
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
}
