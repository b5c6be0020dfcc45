export type { PieceCheck } from "./evidence/check-custody.ts";
export type { HandedOver } from "./handing-over/hand-over.ts";
export type { RawExport } from "./handing-over/raw-export.ts";
export type { Keeper } from "./keeper.ts";
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
export { verifyStream } from "./room/verify-stream.ts";
export { type SignInOptions, signIn } from "./sign-in.ts";
export type { ActRequest, CaseView, Choices, KeeperRefusal, LaterRequest, Me, QueueView } from "./views.ts";
