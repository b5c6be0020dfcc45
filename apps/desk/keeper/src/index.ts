export type { PieceCheck } from "./check-custody.ts";
export type { HandedOver } from "./hand-over.ts";
export { type Keeper, type RawExport, type SignInOptions, signIn } from "./keeper.ts";
export {
  openKeyFile,
  openWithPassphrase,
  ordinaryWorkFactor,
  readComment,
  type StaffKey,
  sealKeyFile,
  sealWithPassphrase,
} from "./key-file.ts";
export type { MatterRequest } from "./matters/act-in-matter.ts";
export type { MatterRow, MatterView } from "./matters/matter-views.ts";
export { verifyStream } from "./verify-stream.ts";
export type { ActRequest, CaseView, Choices, KeeperRefusal, LaterRequest, Me, QueueView } from "./views.ts";
