import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { isVouchedFor, type Vouching } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { parseHash, verifyInclusion } from "@temwen/public-log/tree";
import { type ImportedCase, importedCaseShape, importFinishedShape } from "@temwen/registers";
import {
  fieldsOf,
  granted,
  listOf,
  oneOf,
  parseBase64,
  parseCanonical,
  parsed,
  type Result,
  refused,
  type Shape,
  textLike,
  textUpTo,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";

/** What shows that a case came in with an import (docs/specs/registers.md). Bytes are base64. */
export type CaseProof = {
  readonly type: "temwen.register-proof/1";
  readonly case: string;
  /** Its place in the import, from 0. */
  readonly index: number;
  readonly hashes: readonly string[];
  /** The signed statement that the import is whole. */
  readonly finished: string;
  readonly vouchings: readonly Vouching[];
};

export type CaseProofRefusal =
  | { readonly code: "malformed-proof" }
  | { readonly code: "signature-invalid" }
  | { readonly code: "not-proved" }
  /** The leaf is no `temwen.register/1`, or of another import. */
  | { readonly code: "another-leaf" };

const base64 = textUpTo(4_000_000);
const proofShape: Shape<CaseProof> = fieldsOf({
  type: oneOf("temwen.register-proof/1"),
  case: base64,
  index: wholeUpTo(1e12),
  hashes: listOf(
    parsed((value) => (typeof value === "string" && parseHash(value).ok ? granted(value) : refused("hash"))),
    64,
  ),
  finished: base64,
  vouchings: listOf(
    fieldsOf({ key: textLike(/^[A-Za-z0-9+/]{43}=$/), signature: textLike(/^[A-Za-z0-9+/]{86}==$/) }),
    4,
  ),
});

const { hasher } = primitivesOnNode;

/** Checks a proof file, and with a leaf of the public log that the import is the one which stands there. */
export async function checkProofFile(
  { proof: place, leaf }: { readonly proof: string; readonly leaf?: string | undefined },
  terminal: Terminal,
): Promise<Exit> {
  const text = await readFile(place, "utf8");
  const checked = judgeCaseProof(
    parseJson(text),
    leaf === undefined ? undefined : new Uint8Array(await readFile(leaf)),
  );
  if (!checked.ok) return sayRefusal(terminal, checked.refusal);
  const { theCase, root, key, isInLeaf } = checked.value;
  terminal.progress(
    `temwen: signed by ${key}; ` +
      (isInLeaf
        ? "its import is the one of the leaf; check the leaf itself with temwen verify"
        : "no leaf was given: whether the log says so is not checked"),
  );
  terminal.result(
    { proved: true, root, key, leaf: isInLeaf ? "fits" : "not-given", case: theCase },
    JSON.stringify(theCase, null, 1),
  );
  return exits.done;
}

type Checked = {
  readonly theCase: ImportedCase;
  readonly root: string;
  /** Who signed; whether they were a registrar, the directory of that epoch says. */
  readonly key: string;
  readonly isInLeaf: boolean;
};

/** Judges a proof: the case is under the signed root, and the root is the leaf's. */
export function judgeCaseProof(value: unknown, leaf: Uint8Array | undefined): Result<Checked, CaseProofRefusal> {
  const proof = proofShape(value);
  const [body, signed] = [parseBase64(proof?.case), parseBase64(proof?.finished)];
  if (!proof || !body.ok || !signed.ok) return refused({ code: "malformed-proof" });
  const theCase = shapeOf(body.value, importedCaseShape);
  const finished = shapeOf(signed.value, importFinishedShape);
  const [vouching] = proof.vouchings;
  if (!theCase || !finished || !vouching) return refused({ code: "malformed-proof" });
  if (!isVouchedFor(signed.value, vouching, verifyOnNode)) return refused({ code: "signature-invalid" });
  const root = parseHash(finished.root);
  const hashes = proof.hashes.flatMap((one) => {
    const hash = parseHash(one);
    return hash.ok ? [hash.value] : [];
  });
  const claim = {
    index: BigInt(proof.index),
    size: BigInt(finished.cases),
    leafHash: hasher.leaf(body.value),
    proof: hashes,
  };
  if (
    !root.ok ||
    !verifyInclusion(hasher, { ...claim, root: root.value }).ok ||
    theCase.register !== finished.register
  ) {
    return refused({ code: "not-proved" });
  }
  if (leaf && !isLeafOf(leaf, signed.value, finished.root)) return refused({ code: "another-leaf" });
  return granted({ theCase, root: finished.root, key: vouching.key, isInLeaf: leaf !== undefined });
}

function shapeOf<T>(bytes: Uint8Array, shape: Shape<T>): T | undefined {
  const value = parseCanonical(bytes);
  return value.ok ? shape(value.value) : undefined;
}

function isLeafOf(leaf: Uint8Array, signed: Uint8Array, root: string): boolean {
  const value = parseCanonical(leaf);
  const said = (value.ok ? value.value : {}) as { readonly [member: string]: unknown };
  const digest = createHash("sha256").update(signed).digest("hex");
  return said.type === "temwen.register/1" && said.sha256 === digest && said.root === root;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
