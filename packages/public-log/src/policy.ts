export {
  type Cosigned,
  isQuorum,
  judgeCheckpoint,
  type TrustedCheckpoint,
  type TrustRefusal,
} from "./policy/judge-checkpoint.ts";
export {
  type LogPolicy,
  type PolicyFileRefusal,
  type PolicyGroup,
  type PolicyLog,
  type PolicyWitness,
  parseLogPolicy,
} from "./policy/policy-file.ts";
export { quorumTime } from "./policy/quorum-time.ts";
