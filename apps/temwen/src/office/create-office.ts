import { createHash, randomBytes, randomInt } from "node:crypto";
import { sealKeyFile, sealWithPassphrase } from "@temwen/desk";
import { type Pack, publishableClocks } from "@temwen/mission-pack";
import {
  checkComposition,
  type Directory,
  type Role,
  rootThreshold,
  type SignedBody,
  type Signer,
  type StaffMember,
  type Trust,
  vouchFor,
} from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { policyDigest } from "@temwen/server";
import {
  bytesToBase64,
  canonicalBytes,
  createId,
  type Digest,
  type Instant,
  type OfficeId,
  type StaffId,
  utf8,
} from "@temwen/vocabulary";
import { generateHybridIdentity, identityToRecipient } from "age-encryption";

/** A person to enrol: everything but keys and id. */
export type Enrolment = {
  readonly label: string;
  readonly role: Role;
  readonly bench: "first" | "reserve";
  readonly ties: readonly string[];
  readonly civilSociety?: true;
  readonly holder?: StaffMember["holder"];
};

/** A person with their new key file, still sealed, and the passphrase that goes with it on another way. */
export type Enrolled = {
  readonly enrolment: Enrolment;
  readonly member: StaffMember;
  readonly keyFile: Uint8Array;
  readonly passphrase: string;
};

export type RootKey = { readonly signer: Signer; readonly file: Uint8Array; readonly passphrase: string };

/** Draws a passphrase of 80 bits in groups that can be read aloud. */
export function drawPassphrase(): string {
  const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}

/** Makes a person's keys. They belong on that person's machine; only the demonstration makes them here. */
export async function enrol(
  enrolment: Enrolment,
  terms: {
    readonly office: OfficeId;
    readonly expires: Instant;
    /** Present when keys are replaced; else a new id is drawn. */
    readonly id?: StaffId;
    readonly workFactor?: number;
  },
): Promise<Enrolled> {
  const { office, expires, workFactor, id = createId("staff", randomBytes(16)) } = terms;
  const identity = await generateHybridIdentity();
  const signingSeed = drawSeed();
  const passphrase = drawPassphrase();
  const key = { office, staff: id, role: enrolment.role, signingSeed, identity };
  const member: StaffMember = {
    id,
    role: enrolment.role,
    bench: enrolment.bench,
    recipient: await identityToRecipient(identity),
    signingKey: createNodeSigner(signingSeed).key,
    ties: enrolment.ties,
    expires,
    ...(enrolment.civilSociety && { civilSociety: true }),
    ...(enrolment.holder && { holder: enrolment.holder }),
  };
  return { enrolment, member, keyFile: await sealKeyFile(key, passphrase, workFactor), passphrase };
}

/** Makes one of the five root keys. */
export async function createRoot(office: OfficeId, workFactor: number): Promise<RootKey> {
  const seed = drawSeed();
  const passphrase = drawPassphrase();
  const lines = ["# temwen root key/1", `# office ${office}`, `# signing seed ${bytesToBase64(seed)}`, ""];
  return {
    signer: createNodeSigner(seed),
    file: await sealWithPassphrase(utf8(lines.join("\n")), passphrase, workFactor),
    passphrase,
  };
}

/** What a first directory is made of. */
export type FirstDirectory = {
  readonly office: OfficeId;
  readonly pack: Pack;
  readonly roots: readonly Signer[];
  readonly clockKey: string;
  readonly staff: readonly StaffMember[];
  readonly at: Instant;
};

/** Draws up an office's first directory. */
export function draftDirectory({ office, pack, roots, clockKey, staff, at }: FirstDirectory): Directory {
  return {
    type: "office.directory-signed/1",
    office,
    epoch: 1,
    at,
    roots: roots.map(({ key }) => key),
    threshold: rootThreshold,
    receiptSalt: bytesToBase64(new Uint8Array(randomBytes(16))),
    clockKey,
    policy: policyOf(pack),
    forces: pack.forces.map(({ id, names, kind }) => ({ id, names, kind })),
    staff,
  };
}

/** How a directory names the deadlines of a pack. */
export const policyOf = (pack: Pack): Directory["policy"] => ({
  digest: policyDigest(pack),
  clocks: publishableClocks(pack),
});

/** Draws up the directory after this one. */
export function nextDirectory(before: Directory, at: Instant, change: Partial<Directory>): Directory {
  return { ...before, ...change, epoch: before.epoch + 1, previous: digestOfDirectory(before), at };
}

/** Signs a directory with root keys, after checking that it may be signed at all. Throws what the composition refuses. */
export function signDirectory(directory: Directory, roots: readonly Signer[]): SignedBody {
  const composed = checkComposition(directory);
  if (!composed.ok) throw new CompositionFault(composed.refusal.code, JSON.stringify(composed.refusal));
  const body = canonicalBytes(directory);
  return { body, vouchings: roots.map((root) => vouchFor(body, root)) };
}

/** A directory that must not be signed. */
export class CompositionFault extends Error {
  readonly code: string;

  constructor(code: string, detail: string) {
    super(`this directory must not be signed: ${detail}`);
    this.name = "CompositionFault";
    this.code = code;
  }
}

/** What everybody needs to hold before they hear from a server. */
export const trustOf = (directory: Directory): Trust => ({
  office: directory.office,
  roots: directory.roots,
  threshold: directory.threshold,
  minimumEpoch: 1,
});

const digestOfDirectory = (directory: Directory): Digest =>
  createHash("sha256").update(canonicalBytes(directory)).digest("hex") as Digest;
