import type { FetchDirectory } from "@temwen/courier";
import { type Directory, type Trust, trustShape, verifyDirectory, verifySuspension } from "@temwen/office";
import { createWebSigner, verifyInBrowser } from "@temwen/office/signing-web";
import { granted, type Instant, type Result, refused, type StaffId } from "@temwen/vocabulary";
import { breathe, byId } from "./dom.ts";

/** The office as the root keys in this page vouch for it, and who was suspended since. */
export type Office = {
  readonly trust: Trust;
  readonly directory: Directory;
  readonly suspendedAt: ReadonlyMap<StaffId, Instant>;
};

/** What this page holds before it hears from any server: the root keys and the minimum epoch, put there when it is served. */
function readTrust(): Trust | undefined {
  return trustShape(JSON.parse(byId("trust").textContent ?? "null"));
}

/** Fetches the directory and believes it only when enough root keys signed it. Nothing else is ever used. */
export async function fetchOffice(courier: {
  readonly fetchDirectory: FetchDirectory;
}): Promise<Result<Office, { readonly code: string }>> {
  const trust = readTrust();
  if (!trust) return refused({ code: "directory-not-trusted" });
  const asked = courier.fetchDirectory();
  await breathe();
  // Any signer makes the tables of the curve that verifying needs: a piece of work of its own, while the list is on its way.
  createWebSigner(crypto.getRandomValues(new Uint8Array(32)));
  const served = await asked;
  if (!served.ok) return refused({ code: "directory-missing" });
  const directory = verifyDirectory(served.value.directory, trust, verifyInBrowser);
  if (!directory.ok) return directory;
  const suspendedAt = new Map<StaffId, Instant>();
  for (const signed of served.value.suspensions) {
    const suspension = verifySuspension(signed, directory.value, verifyInBrowser, new Set(suspendedAt.keys()));
    if (suspension.ok) suspendedAt.set(suspension.value.staff, suspension.value.at);
  }
  return granted({ trust, directory: directory.value, suspendedAt });
}

/** The directory without the suspended: nothing new is sealed to them. */
export function directoryForSealing({ directory, suspendedAt }: Office): Directory {
  return { ...directory, staff: directory.staff.filter(({ id }) => !suspendedAt.has(id)) };
}
