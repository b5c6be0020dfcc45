import type { Digest, StaffId } from "@temwen/vocabulary";
import type { Finding } from "./fairness-acts.ts";
import type { DecisionKind } from "./inquiry-words.ts";
import type { Measure } from "./sitting-acts.ts";

/** A decision that the panel is voting on. */
export type Sitting = {
  readonly number: number;
  readonly proposedBy: StaffId;
  /** SHA-256 of what was proposed, as every vote names it. */
  readonly decision: Digest;
  readonly decides: DecisionKind;
  readonly findings: readonly Finding[];
  readonly measures: readonly Measure[];
  readonly outcome: string;
  readonly published: readonly Digest[];
  readonly votes: readonly CastVote[];
};

/** A vote that one member signed; its digest stands in what was decided. */
export type CastVote = { readonly by: StaffId; readonly vote: string; readonly digest: Digest };
