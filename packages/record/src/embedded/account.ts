import { stat } from "node:fs/promises";
import { EmbeddedFault } from "./faults.ts";
import { type Account, run } from "./run.ts";

const accountName = "temwen-postgres";

/** Whether this process is root; PostgreSQL refuses to be. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Whom PostgreSQL runs as: nobody special when this process is an ordinary user; as root the owner of an existing
 * cluster (it may come from an earlier run as that user), else a system user of its own, created where absent.
 */
export async function findAccount(cluster: string): Promise<Account | undefined> {
  if (!isRoot()) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await readAccount()) ?? (await createAccount());
}

async function readAccount(): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([run("id", ["-u", accountName]), run("id", ["-g", accountName])]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { uid: Number(uid.output.trim()), gid: Number(gid.output.trim()) };
}

async function createAccount(): Promise<Account> {
  const ways = [
    [
      "useradd",
      "--system",
      "--user-group",
      "--no-create-home",
      "--home-dir",
      "/nonexistent",
      "--shell",
      "/bin/false",
      accountName,
    ],
    ["adduser", "-S", "-D", "-H", "-s", "/bin/false", accountName], // busybox
  ] as const;
  for (const [program, ...args] of ways) {
    await run(program, args).catch(() => undefined);
    // Asked again in every case: another process may have created it at the same moment.
    const account = await readAccount();
    if (account !== undefined) return account;
  }
  throw new EmbeddedFault(
    "no-account",
    `PostgreSQL does not run as root and the user ${accountName} could not be created; run as another user or set DATABASE_URL`,
  );
}

/** Whether the account can enter a folder; every folder above it counts, so it is tried rather than computed. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  const ran = await run("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { account });
  return ran.code === 0;
}
