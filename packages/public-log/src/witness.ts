export { type AddCheckpoint, formatAddCheckpoint, parseAddCheckpoint } from "./witness/add-checkpoint.ts";
export {
  type Cosignable,
  type CosignatureQuestion,
  decideCosignature,
  monitoringPath,
  type WitnessRefusal,
  type WitnessState,
  witnessStatus,
} from "./witness/decide-cosignature.ts";
