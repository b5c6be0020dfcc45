import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LeafProof } from "@temwen/complain/witnessed-log";
import { proofNumberOf } from "@temwen/sealing/leaf";

/** A leaf and its proof as two files, which `temwen verify --proof --leaf` reads. */
export type ProofFiles = { readonly proofNumber: string; readonly proof: string; readonly leaf: string };

/** Writes `NUMBER.tlog-proof` and `NUMBER.leaf`. What stands there under these names is replaced whole. */
export async function writeProof(folder: string, { leaf, proof }: LeafProof): Promise<ProofFiles> {
  const proofNumber = proofNumberOf(leaf);
  const files = {
    proofNumber,
    proof: join(folder, `${proofNumber}.tlog-proof`),
    leaf: join(folder, `${proofNumber}.leaf`),
  };
  await writeWhole(files.leaf, leaf);
  await writeWhole(files.proof, proof);
  return files;
}

/** Nobody else of the machine needs to know which complaint is whose. */
async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${place}.part`, bytes, { mode: 0o600, flush: true });
  await rename(`${place}.part`, place);
}
