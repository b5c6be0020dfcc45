export {
  openKeyFile,
  openWithPassphrase,
  ordinaryWorkFactor,
  readComment,
  sealKeyFile,
  sealWithPassphrase,
  type StaffKey,
} from "./key-file.ts";
export { type Keeper, type KeeperRefusal, type RawExport, signIn, type SignInOptions } from "./keeper.ts";
export type { ActRequest, CaseView, Choices, Me, QueueView } from "./views.ts";
