export { type Keeper, type KeeperRefusal, type RawExport, type SignInOptions, signIn } from "./keeper.ts";
export {
  openKeyFile,
  openWithPassphrase,
  ordinaryWorkFactor,
  readComment,
  type StaffKey,
  sealKeyFile,
  sealWithPassphrase,
} from "./key-file.ts";
export type { ActRequest, CaseView, Choices, Me, QueueView } from "./views.ts";
