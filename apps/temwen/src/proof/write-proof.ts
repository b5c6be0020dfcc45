import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LeafProof } from "@temwen/complain/witnessed-log";
import { proofNumberOf } from "@temwen/sealing/leaf";
import { isAbsent } from "../running/error-codes.ts";
import { writeWhole } from "./write-whole.ts";

/** A leaf and its proof as two files, which `temwen verify --proof --leaf` reads. */
export type ProofFiles = { readonly proofNumber: string; readonly proof: string; readonly leaf: string };

/** Writes `NUMBER.tlog-proof` and `NUMBER.leaf`, and makes the folder where there is none. What stands there under these names is replaced whole. */
export async function writeProof(folder: string, { leaf, proof }: LeafProof): Promise<ProofFiles> {
  const proofNumber = proofNumberOf(leaf);
  const files = {
    proofNumber,
    proof: join(folder, `${proofNumber}.tlog-proof`),
    leaf: join(folder, `${proofNumber}.leaf`),
  };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeWhole(files.leaf, leaf);
  await writeWhole(files.proof, proof);
  return files;
}

/**
 * The proof that was kept since filing: the file that was named, else the one of this leaf in the working folder. Where none
 * was kept, the one of now, by which witnesses saw the filing later.
 */
export async function readKeptProof(named: string | undefined, { leaf, proof }: LeafProof): Promise<Uint8Array> {
  if (named !== undefined) return new Uint8Array(await readFile(named));
  try {
    return new Uint8Array(await readFile(`${proofNumberOf(leaf)}.tlog-proof`));
  } catch (error) {
    if (isAbsent(error)) return proof;
    throw error;
  }
}
