import { isVouchedFor, type Vouching } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { ImportBegun, ImportFinished, RowsBrought } from "@temwen/registers";
import { granted, type RegisterId, type Result, refused } from "@temwen/vocabulary";
import type { SignedIn } from "../desk-api/session.ts";
import { judgeSigning, type SigningRefusal } from "../desk-api/signed-act.ts";
import type { OfficeContext } from "../office-context.ts";

/** A statement on its way in: the bytes that were signed, and who vouches for them. */
export type Signed = { readonly body: Uint8Array; readonly vouching: Vouching };

export type SignerRefusal =
  | SigningRefusal
  | { readonly code: "wrong-role" | "malformed-statement" | "signature-invalid" };

type Statement = Pick<ImportBegun | ImportFinished | RowsBrought, "office" | "register" | "epoch" | "by" | "at">;

/**
 * Whether the registrar who is signed in signed this, now, for this register, and was one when they signed. Nobody of another role
 * brings anything, whatever their program says.
 */
export function judgeSigner(
  register: RegisterId,
  statement: Statement,
  signed: Signed,
  { office, who: { member, standing } }: { readonly office: OfficeContext; readonly who: SignedIn },
): Result<true, SignerRefusal> {
  if (member.role !== "registrar") return refused({ code: "wrong-role" });
  const { directory } = standing;
  const isOurs =
    statement.office === office.registry.office &&
    statement.register === register &&
    statement.by === member.id &&
    statement.epoch === directory.epoch;
  if (!isOurs) return refused({ code: "malformed-statement" });
  const signer = judgeSigning(statement, directory, office.now());
  if (!signer.ok) return signer;
  if (signer.value.role !== "registrar") return refused({ code: "wrong-role" });
  const { key } = signed.vouching;
  const isSigned = key === member.signingKey && isVouchedFor(signed.body, signed.vouching, verifyOnNode);
  return isSigned ? granted(true) : refused({ code: "signature-invalid" });
}
