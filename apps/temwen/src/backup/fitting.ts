import { trustShape } from "@temwen/office";
import { readMigrations } from "@temwen/record/postgres";
import { readTrust } from "../person/find-office.ts";
import { BackupFault, damaged } from "./backup-fault.ts";
import { readAway, readBackup } from "./check-backup.ts";
import type { Opening } from "./manifest.ts";

/** Throws `BackupFault` when the record in a backup knows migrations that this release does not. */
export async function refuseNewerRecord({ migrations }: Opening): Promise<void> {
  const known = (await readMigrations()).at(-1)?.number ?? 0;
  const newest = migrations.at(-1);
  if (!newest) throw damaged();
  if (newest.number > known) {
    throw new BackupFault(
      "newer-release",
      `this backup was written by a newer release (its record knows ${newest.name}); restore it with that release`,
    );
  }
}

/**
 * Throws `BackupFault` unless the backup's root keys are those of `place`. Anybody can seal a backup to a recipient that
 * is no secret; only the roots tell whose office it is.
 */
export async function refuseAnotherOffice(file: string, identities: readonly string[], place: string): Promise<void> {
  const expected = await readTrust(place);
  if (!expected.ok) throw new BackupFault("another-office", `${place} is no roots file`);
  let found: string | undefined;
  await readBackup(file, identities, {
    entry: async (entry, _head, bytes) => {
      if (entry.kind !== "file" || entry.path !== "keys/roots.json") return readAway(bytes);
      found = await readText(bytes);
    },
  });
  const trust = found === undefined ? undefined : trustShape(JSON.parse(found));
  const isSame = trust?.office === expected.value.office && trust.roots.join() === expected.value.roots.join();
  if (!isSame)
    throw new BackupFault("another-office", "this backup is of an office with other root keys; nothing was restored");
}

/** A small file as text. */
async function readText(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
