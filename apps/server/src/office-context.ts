import type { Pack } from "@temwen/mission-pack";
import type { TheRecord } from "@temwen/record";
import type { Instant } from "@temwen/vocabulary";
import type { GivePromise } from "./public-log/promise.ts";
import type { Registry } from "./registry/registry.ts";

/** What the parts of the server are given: no part reaches for anything else. */
export type OfficeContext = {
  readonly record: TheRecord;
  readonly registry: Registry;
  readonly pack: Pack;
  readonly now: () => Instant;
  /** Where a public log is written: the office's word for a leaf. */
  readonly promise?: GivePromise;
};
