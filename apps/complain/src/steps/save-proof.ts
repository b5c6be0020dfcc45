import { proofNumberOf } from "@temwen/sealing/leaf";
import { saveFile } from "../page/save-file.ts";
import type { LeafProof } from "../proving/witnessed-log.ts";

/** Gives the phone a proof to keep as `NUMBER.tlog-proof`. */
export const saveProof = ({ leaf, proof }: LeafProof): void => saveFile(`${proofNumberOf(leaf)}.tlog-proof`, proof);
