import { proofNumberOf } from "@temwen/sealing/leaf";
import type { LeafProof } from "../proving/witnessed-log.ts";

/**
 * Gives the phone a proof to keep as `NUMBER.tlog-proof`. Nothing is asked of any server for it: who saves the proof of which step
 * is nobody's business.
 */
export function saveProof({ leaf, proof }: LeafProof): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([Uint8Array.from(proof)], { type: "application/octet-stream" }));
  link.href = address;
  link.download = `${proofNumberOf(leaf)}.tlog-proof`;
  link.click();
  // The browser reads it after this tap; a proof has some kilobytes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
