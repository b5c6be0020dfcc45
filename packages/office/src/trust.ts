import {
  fieldsOf,
  granted,
  type Instant,
  listOf,
  type OfficeId,
  oneOf,
  parseCanonical,
  parsed,
  parseId,
  parseInstant,
  type Result,
  refused,
  type Shape,
  type StaffId,
  textLike,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type Directory, directoryShape, type StaffMember } from "./directory.ts";
import { isVouchedFor, type VerifySignature, type Vouching } from "./statement.ts";

/** What a release of the page, a desk or a command holds before it hears from any server. */
export type Trust = {
  readonly office: OfficeId;
  readonly roots: readonly string[];
  readonly threshold: number;
  readonly minimumEpoch: number;
};

/** Taking a person's powers at once: signed by one root or by two staff (docs/specs/directory.md). */
export type Suspension = {
  readonly type: "office.staff-suspended/1";
  readonly office: OfficeId;
  /** The directory it was made under; a later directory that lists the person again ends it. */
  readonly epoch: number;
  readonly staff: StaffId;
  readonly at: Instant;
};

/** A body with its signatures, as it travels. */
export type SignedBody = { readonly body: Uint8Array; readonly vouchings: readonly Vouching[] };

/** The directory in force with the suspensions made under it. */
export type Standing = { readonly directory: Directory; readonly suspended: ReadonlySet<StaffId> };

export type DirectoryRefusal =
  | { readonly code: "malformed-directory" }
  | { readonly code: "another-office" }
  | { readonly code: "directory-not-trusted" }
  | { readonly code: "directory-too-old"; readonly epoch: number; readonly minimum: number };

export type SuspensionRefusal =
  | { readonly code: "malformed-suspension" }
  | { readonly code: "another-office" }
  | { readonly code: "unknown-staff" }
  | { readonly code: "suspension-not-signed" };

const key32 = textLike(/^[A-Za-z0-9+/]{43}=$/);

/** Reads what a `roots.json` holds. */
export const trustShape: Shape<Trust> = fieldsOf({
  office: parsed((value) => parseId("office", value)),
  roots: listOf(key32, 16),
  // Written out, not read as a number: a file that says 0 would believe anybody.
  threshold: oneOf(3),
  minimumEpoch: wholeUpTo(1e9),
});

const suspensionShape: Shape<Suspension> = fieldsOf({
  type: oneOf("office.staff-suspended/1"),
  office: parsed((value) => parseId("office", value)),
  epoch: wholeUpTo(1e9),
  staff: parsed((value) => parseId("staff", value)),
  at: parsed(parseInstant),
});

/** A directory is believed when enough different root keys signed exactly these bytes. */
export function verifyDirectory(
  signed: SignedBody,
  trust: Trust,
  verify: VerifySignature,
): Result<Directory, DirectoryRefusal> {
  const value = parseCanonical(signed.body);
  const directory = value.ok ? directoryShape(value.value) : undefined;
  if (!directory) return refused({ code: "malformed-directory" });
  if (directory.office !== trust.office) return refused({ code: "another-office" });
  if (signersAmong(signed, trust.roots, verify).size < trust.threshold)
    return refused({ code: "directory-not-trusted" });
  if (directory.epoch < trust.minimumEpoch) {
    return refused({ code: "directory-too-old", epoch: directory.epoch, minimum: trust.minimumEpoch });
  }
  return granted(directory);
}

/**
 * A suspension counts when one root signed it, or two staff of that directory other than the person; who was already
 * suspended (`suspended`) cannot suspend others.
 */
export function verifySuspension(
  signed: SignedBody,
  directory: Directory,
  verify: VerifySignature,
  suspended: ReadonlySet<StaffId> = new Set(),
): Result<Suspension, SuspensionRefusal> {
  const value = parseCanonical(signed.body);
  const suspension = value.ok ? suspensionShape(value.value) : undefined;
  if (!suspension) return refused({ code: "malformed-suspension" });
  if (suspension.office !== directory.office || suspension.epoch !== directory.epoch) {
    return refused({ code: "another-office" });
  }
  if (!directory.staff.some((member) => member.id === suspension.staff)) return refused({ code: "unknown-staff" });
  const colleagues = directory.staff.filter(({ id }) => id !== suspension.staff && !suspended.has(id));
  const roots = signersAmong(signed, directory.roots, verify).size;
  const staff = signersAmong(
    signed,
    colleagues.map((member) => member.signingKey),
    verify,
  ).size;
  return roots >= 1 || staff >= 2 ? granted(suspension) : refused({ code: "suspension-not-signed" });
}

/** The person, if listed, not suspended and not expired at `now`. */
export function findActive(standing: Standing, id: StaffId, now: Instant): StaffMember | undefined {
  if (standing.suspended.has(id)) return undefined;
  return standing.directory.staff.find((member) => member.id === id && member.expires > now);
}

/** Which of these keys signed; a key that signed twice counts once. */
function signersAmong(signed: SignedBody, keys: readonly string[], verify: VerifySignature): ReadonlySet<string> {
  const signers = new Set<string>();
  for (const vouching of signed.vouchings.slice(0, 16)) {
    if (!signers.has(vouching.key) && keys.includes(vouching.key) && isVouchedFor(signed.body, vouching, verify)) {
      signers.add(vouching.key);
    }
  }
  return signers;
}
