import { judgeCheckpoint, type LogPolicy } from "@temwen/public-log/policy";
import { primitivesInBrowser as primitives } from "@temwen/public-log/primitives-web";
import { openTileTree } from "@temwen/public-log/tiles";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { checkLeafProof, checkSameTree, type ProvedLeaf } from "../proving/check-proof.ts";
import { type LeafInHand, parseLeafInHand } from "../proving/leaf-in-hand.ts";
import type { LogRefusal } from "../proving/witnessed-log.ts";
import { describeHead, type HeadSeen, judgeAge } from "./head-seen.ts";
import { judgePromise, type PromiseSeen } from "./judge-promise.ts";
import { reaching, readPolicy, readServed } from "./served-log.ts";

/** What somebody brings: a proof, what it belongs to, and perhaps a policy of their own. */
export type FileQuestion = {
  readonly proof: Uint8Array;
  /** Undefined where the proof bears its own. */
  readonly leaf: Uint8Array | undefined;
  readonly policy: Uint8Array | undefined;
};

/** A line that is in a log, by whose word, and whether the log that is shown today still holds it. */
export type ProvedFile = {
  readonly index: string;
  readonly head: HeadSeen;
  /** `fresh`, or what is wrong with the log of today; the proof holds all the same. */
  readonly today: string;
  readonly promise?: PromiseSeen;
};

/** Judges a proof file. Nothing of it leaves this browser. */
export const checkFile = ({ proof, leaf, policy: own }: FileQuestion): Promise<Result<ProvedFile, LogRefusal>> =>
  reaching(async () => {
    const inHand = leaf === undefined ? granted(null) : parseLeafInHand(leaf);
    if (!inHand.ok) return inHand;
    const policy = await readPolicy(own);
    if (!policy.ok) return policy;
    const leafHash = inHand.value && hashInHand(inHand.value);
    const proved = checkLeafProof({ proof, leafHash }, policy.value, primitives);
    if (!proved.ok) return proved;
    const { trusted } = proved.value;
    return granted({
      index: proved.value.proof.index.toString(),
      head: describeHead(trusted),
      today: await lookAtToday(proved.value, policy.value),
      ...(inHand.value?.kind === "promise" && {
        promise: await judgePromise(inHand.value.promise, trusted.cosigned, policy.value),
      }),
    });
  });

const hashInHand = (inHand: LeafInHand) =>
  inHand.kind === "leaf" ? primitives.hasher.leaf(inHand.leaf) : inHand.leafHash;

/** Whether the log that this site shows now begins with the proof's tree, and is of today. */
async function lookAtToday({ trusted }: ProvedLeaf, policy: LogPolicy): Promise<string> {
  const looked = await reaching(async () => {
    const bytes = await readServed("checkpoint");
    if (bytes === null) return refused({ code: "no-checkpoint" });
    const now = judgeCheckpoint(bytes, policy, primitives);
    if (!now.ok) return now;
    const { checkpoint, cosigned } = now.value;
    const { size, root } = checkpoint;
    // Two heads of one size and two roots are two histories, whatever files lie beside them.
    const openTree = () => openTileTree({ hasher: primitives.hasher, readTile: readServed, size, root });
    const same = await checkSameTree(openTree, checkpoint, trusted.checkpoint);
    return same.ok ? granted(judgeAge(policy, cosigned)) : same;
  });
  return looked.ok ? looked.value : looked.refusal.code;
}
