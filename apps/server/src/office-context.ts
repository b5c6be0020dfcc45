import type { Pack } from "@temwen/mission-pack";
import type { TheRecord } from "@temwen/record";
import type { Instant } from "@temwen/vocabulary";
import type { Registry } from "./registry/registry.ts";

/** What the parts of the server are given: no part reaches for anything else. */
export type OfficeContext = {
  readonly record: TheRecord;
  readonly registry: Registry;
  readonly pack: Pack;
  readonly now: () => Instant;
};
