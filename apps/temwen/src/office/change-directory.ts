import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openKeyFile, openWithPassphrase, readComment } from "@temwen/desk";
import { type Directory, type SignedBody, type Signer, type Suspension, vouchFor } from "@temwen/office";
import { createNodeSigner } from "@temwen/office/signing-node";
import {
  canonicalBytes,
  granted,
  type Instant,
  millisToInstant,
  parseBase64,
  type Result,
  refused,
  type StaffId,
  utf8ToText,
} from "@temwen/vocabulary";
import { CompositionFault, type Enrolment, enrol, nextDirectory, signDirectory } from "./create-office.ts";

type Refusal = { readonly code: string };

/** A key file and the file that holds its passphrase. */
export type KeyPlace = { readonly file: string; readonly passphraseFile: string };

/** What may be done to the directory. */
export type DirectoryChange =
  | { readonly change: "enrol"; readonly enrolment: Enrolment; readonly out: string; readonly expires: Instant }
  | { readonly change: "rotate"; readonly staff: StaffId; readonly out: string }
  | { readonly change: "offboard"; readonly staff: StaffId }
  /** Other deadlines; a server publishes them only when it runs by them. */
  | { readonly change: "deadlines"; readonly policy: Directory["policy"] };

/** A new key file that a change made, to be handed over with its passphrase on another way. */
export type NewKey = { readonly id: StaffId; readonly keyFile: string; readonly passphrase: string };

/** Opens root key files. */
export async function openRoots(places: readonly KeyPlace[]): Promise<Result<readonly Signer[], Refusal>> {
  const signers: Signer[] = [];
  for (const { file, passphraseFile } of places) {
    const plain = await openWithPassphrase(new Uint8Array(await readFile(file)), await readPassphrase(passphraseFile));
    const text = plain && utf8ToText(plain);
    const lines = text?.ok ? text.value.split("\n") : [];
    const seed = parseBase64(readComment(lines, "signing seed"));
    if (!plain) return refused({ code: "wrong-passphrase" });
    if (lines[0] !== "# temwen root key/1" || !seed.ok) return refused({ code: "malformed-key-file" });
    signers.push(createNodeSigner(seed.value));
  }
  return granted(signers);
}

/** Opens staff key files, for what two members of staff may sign together. */
export async function openStaffSigners(places: readonly KeyPlace[]): Promise<Result<readonly Signer[], Refusal>> {
  const signers: Signer[] = [];
  for (const { file, passphraseFile } of places) {
    const key = await openKeyFile(new Uint8Array(await readFile(file)), await readPassphrase(passphraseFile));
    if (typeof key === "string") return refused({ code: key });
    signers.push(createNodeSigner(key.signingSeed));
  }
  return granted(signers);
}

/** Draws up and signs the next directory with one change in it. */
export async function changeDirectory(
  before: Directory,
  change: DirectoryChange,
  roots: readonly Signer[],
  suspended: ReadonlySet<StaffId>,
): Promise<Result<{ readonly next: Directory; readonly signed: SignedBody; readonly key?: NewKey }, Refusal>> {
  const now = millisToInstant(Date.now());
  const changed = await changeStaff(
    { ...before, staff: before.staff.filter(({ id }) => !leftOut(change, suspended).includes(id)) },
    change,
  );
  if (!changed.ok) return changed;
  const { policy } = change.change === "deadlines" ? change : before;
  try {
    const next = nextDirectory(before, now, { staff: changed.value.staff, policy });
    const signed = signDirectory(next, roots);
    return granted({ next, signed, ...(changed.value.key && { key: changed.value.key }) });
  } catch (error) {
    if (error instanceof CompositionFault) return refused({ code: error.code });
    throw error;
  }
}

/** Draws up and signs a suspension. */
export function signSuspension(directory: Directory, staff: StaffId, signers: readonly Signer[]): SignedBody {
  const suspension: Suspension = {
    type: "office.staff-suspended/1",
    office: directory.office,
    epoch: directory.epoch,
    staff,
    at: millisToInstant(Date.now()),
  };
  const body = canonicalBytes(suspension);
  return { body, vouchings: signers.map((signer) => vouchFor(body, signer)) };
}

/**
 * Who is suspended and so left out of the next directory: listing them again would end the suspension, and hand what
 * is filed from then on to the very key it was about. Only new keys for that person bring them back.
 */
export const leftOut = (change: DirectoryChange, suspended: ReadonlySet<StaffId>): readonly StaffId[] =>
  [...suspended].filter((id) => !("staff" in change) || change.staff !== id);

type ChangedStaff = { readonly staff: Directory["staff"]; readonly key?: NewKey };

async function changeStaff(before: Directory, change: DirectoryChange): Promise<Result<ChangedStaff, Refusal>> {
  if (change.change === "enrol") {
    const { member, keyFile, passphrase } = await enrol(change.enrolment, {
      office: before.office,
      expires: change.expires,
    });
    const key = { id: member.id, keyFile: await writeKey(change.out, member.id, keyFile), passphrase };
    return granted({ staff: [...before.staff, member], key });
  }
  if (change.change === "deadlines") {
    const isSame = before.policy.digest === change.policy.digest;
    return isSame ? refused({ code: "same-deadlines" }) : granted({ staff: before.staff });
  }
  const member = before.staff.find(({ id }) => id === change.staff);
  if (!member) return refused({ code: "unknown-staff" });
  if (change.change === "offboard") return granted({ staff: before.staff.filter(({ id }) => id !== change.staff) });
  // A lost key is a new enrolment signed by the roots, never a succession signed by the old key.
  const { role, bench, ties, civilSociety, holder, expires } = member;
  const more = { ...(civilSociety && { civilSociety }), ...(holder && { holder }) };
  const enrolment = { label: member.id, role, bench, ties, ...more };
  const fresh = await enrol(enrolment, { office: before.office, expires, id: member.id });
  const key = {
    id: member.id,
    keyFile: await writeKey(change.out, member.id, fresh.keyFile),
    passphrase: fresh.passphrase,
  };
  return granted({ staff: before.staff.map((one) => (one.id === member.id ? fresh.member : one)), key });
}

async function writeKey(folder: string, id: StaffId, keyFile: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = join(folder, `${id}.age`);
  await writeFile(place, keyFile, { mode: 0o600 });
  return place;
}

const readPassphrase = async (place: string): Promise<string> => (await readFile(place, "utf8")).replace(/\r?\n$/, "");
