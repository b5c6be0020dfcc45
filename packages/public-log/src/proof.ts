export { formatLogProof, type LogProof, parseLogProof } from "./proof/proof-file.ts";
export { type ProofRefusal, verifyLogProof } from "./proof/verify-log-proof.ts";
