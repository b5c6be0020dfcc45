import { readFile } from "node:fs/promises";
import type { Courier } from "@temwen/courier";
import { type Directory, type Trust, trustShape, verifyDirectory, verifySuspension } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { granted, type Instant, type Result, refused, type StaffId } from "@temwen/vocabulary";
import type { Terminal } from "../terminal.ts";

/** The office as this command believes it. */
export type BelievedOffice = {
  readonly trust: Trust;
  readonly directory: Directory;
  readonly suspendedAt: ReadonlyMap<StaffId, Instant>;
};

type Refusal = { readonly code: string };

/** Reads a roots file: what one was given by hand, on another way than the line. Throws what the file system throws. */
export async function readTrust(place: string): Promise<Result<Trust, Refusal>> {
  const text = await readFile(place, "utf8");
  try {
    const trust = trustShape(JSON.parse(text));
    return trust ? granted(trust) : refused({ code: "malformed-roots" });
  } catch {
    return refused({ code: "malformed-roots" });
  }
}

/**
 * Fetches the directory and checks it against the roots: those of `--roots`, else the server's own, with a warning,
 * because a server that lies about its roots could read what is sealed to them.
 */
export async function findOffice(
  courier: Courier,
  server: string,
  roots: string | undefined,
  terminal: Terminal,
): Promise<Result<BelievedOffice, Refusal>> {
  if (!roots) terminal.progress("temwen: no --roots FILE given: believing the server's own root keys");
  const trust = roots ? await readTrust(roots) : await askTrust(server);
  if (!trust.ok) return trust;
  const served = await courier.fetchDirectory();
  if (!served.ok) return served;
  const directory = verifyDirectory(served.value.directory, trust.value, verifyOnNode);
  if (!directory.ok) return directory;
  const suspendedAt = new Map<StaffId, Instant>();
  for (const signed of served.value.suspensions) {
    const suspension = verifySuspension(signed, directory.value, verifyOnNode, new Set(suspendedAt.keys()));
    if (suspension.ok) suspendedAt.set(suspension.value.staff, suspension.value.at);
  }
  return granted({ trust: trust.value, directory: directory.value, suspendedAt });
}

/** The directory without the suspended: nothing new is sealed to them. */
export const sealingDirectory = ({ directory, suspendedAt }: BelievedOffice): Directory => ({
  ...directory,
  staff: directory.staff.filter(({ id }) => !suspendedAt.has(id)),
});

async function askTrust(server: string): Promise<Result<Trust, Refusal>> {
  try {
    const answer = await fetch(`${server}/api/office/roots`, { redirect: "error" });
    const trust = trustShape(await answer.json());
    return trust ? granted(trust) : refused({ code: "malformed-roots" });
  } catch {
    return refused({ code: "unreachable" });
  }
}
