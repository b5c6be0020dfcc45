import { type Trust, trustShape } from "@temwen/office";
import { readMigrations } from "@temwen/record/postgres";
import { readTrust } from "../person/find-office.ts";
import { BackupFault, damaged } from "./backup-fault.ts";
import type { Checked } from "./check-backup.ts";
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
 * Throws `BackupFault` unless the backup's roots file names the office and the root keys that `place` does. Anybody can
 * seal a backup to a recipient that is no secret; only the roots tell whose office it is.
 */
export async function refuseAnotherOffice({ roots }: Checked, place: string): Promise<void> {
  const expected = await readTrust(place);
  if (!expected.ok) throw new BackupFault("another-office", `${place} is no roots file`);
  const trust = parseTrust(roots);
  const isSame = trust?.office === expected.value.office && trust.roots.join() === expected.value.roots.join();
  if (!isSame) {
    throw new BackupFault("another-office", "this backup is of an office with other root keys; nothing was restored");
  }
}

/** Whom this backup's office is believed by. Throws `BackupFault`. */
export function trustIn({ roots }: Checked): Trust {
  const trust = parseTrust(roots);
  if (!trust) throw damaged();
  return trust;
}

function parseTrust(text: string): Trust | undefined {
  try {
    return trustShape(JSON.parse(text));
  } catch {
    return undefined;
  }
}
