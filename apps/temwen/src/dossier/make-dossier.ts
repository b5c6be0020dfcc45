import { access, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Keeper } from "@temwen/desk";
import { type Digest, granted, type Result, refused } from "@temwen/vocabulary";
import { nameWhole } from "../backup/name-whole.ts";
import { writeFlushed } from "../backup/write-flushed.ts";
import { type Exit, exits } from "../exit.ts";
import { codeOf } from "../running/error-codes.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { type DossierWish, prepareDossier } from "./prepare-dossier.ts";
import { type Receiver, sealFor } from "./receiver.ts";

export type DossierOptions = DossierWish & { readonly receiver: Receiver; readonly out: string };

/** `temwen office dossier`: one sealed file for a forum. Nothing readable reaches a disk; the record is told before a byte is written. */
export async function makeDossier(keeper: Keeper, options: DossierOptions, terminal: Terminal): Promise<Exit> {
  const out = resolve(options.out);
  if (await isThere(out)) return sayRefusal(terminal, { code: "file-exists", file: out });
  const made = await prepareDossier(keeper, options, terminal);
  if (!made.ok) return sayRefusal(terminal, made.refusal);
  const { bag, facts, receipt, plain } = made.value;
  const written = await writeSealed(out, options.receiver, plain());
  if (!written.ok) return sayRefusal(terminal, written.refusal);
  const { forum, caseId } = options;
  const files = bag.files.map(({ path, size, sha256: digest }) => ({ path, size, sha256: digest }));
  const result = { dossier: out, case: caseId, forum: forum.id, digest: bag.digest, receipt, ...written.value };
  const { leftOut, provedSteps } = facts;
  terminal.result(
    { ...result, proved: provedSteps, steps: facts.steps.length, leftOut, files },
    [
      `${out}: ${files.length} files for ${forum.name}`,
      `digest of the dossier, for the referral: ${bag.digest}`,
      `digest of the code in its letter, for the referral: ${receipt}`,
      `proofs in the public log: ${provedSteps} of ${facts.steps.length} steps`,
      ...leftOut.map(({ what, why }) => `left out: ${what} (${why})`),
    ].join("\n"),
  );
  return exits.done;
}

type Written = { readonly bytes: number; readonly sha256: Digest };

/** Sealed while it is read, beside its place, and named when it is whole. */
async function writeSealed(
  out: string,
  receiver: Receiver,
  plain: AsyncIterable<Uint8Array>,
): Promise<Result<Written, { readonly code: string }>> {
  const aside = `${out}.${process.pid}.part`;
  try {
    const written = await writeFlushed(aside, await sealFor(receiver, plain), 0o600);
    await nameWhole(aside, out);
    return granted(written);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return refused({ code: "file-exists" });
    if (codeOf(error) === "ENOSPC") return refused({ code: "no-space-here" });
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

const isThere = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );
