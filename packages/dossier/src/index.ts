export { type Bag, type BagFile, fileOf, layBag, type Sha256 } from "./bag.ts";
export {
  type Ask,
  asks,
  type BeyondReason,
  beyondReasons,
  type DossierFacts,
  type Found,
  type IdentityIn,
  type LeftOut,
  type LeftOutReason,
  type LeftOutThing,
  type Piece,
  type Step,
} from "./facts.ts";
export { bagInfo, type Enclosed, layPayload } from "./payload.ts";
export { writeTar } from "./tar.ts";
