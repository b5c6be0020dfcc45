import { primitivesInBrowser as primitives } from "@temwen/public-log/primitives-web";
import { proofNumberOf } from "@temwen/sealing/leaf";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { type LogRefusal, openWitnessedLog, proveLeaf } from "../proving/witnessed-log.ts";
import { describeHead, type HeadSeen, judgeAge } from "./head-seen.ts";
import { askIndexes, reaching, readPolicy, readServed } from "./served-log.ts";

export type NumberQuestion = { readonly number: string; readonly policy: Uint8Array | undefined };

/** A line with this number that is in the log, and a proof to keep. */
export type FoundNumber = {
  readonly index: string;
  readonly head: HeadSeen;
  /** `fresh`, or why nobody can say that this is the log of today. */
  readonly today: string;
  readonly proof: Uint8Array;
  readonly leaf: Uint8Array;
};

/** Asks where the number stands, and believes only what the log's own files prove. */
export const findNumber = ({ number, policy: own }: NumberQuestion): Promise<Result<FoundNumber, LogRefusal>> =>
  reaching(async () => {
    if (!/^\d{12}$/.test(number)) return refused({ code: "malformed-number" });
    const policy = await readPolicy(own);
    if (!policy.ok) return policy;
    const indexes = await askIndexes(number);
    const log = await openWitnessedLog(readServed, policy.value, primitives);
    if (!log.ok) return log;
    const { tree, trusted } = log.value;
    const index = indexes.find((one) => one < tree.size);
    if (index === undefined) return refused({ code: indexes.length === 0 ? "unknown-number" : "not-yet" });
    const proved = await proveLeaf(log.value, index);
    if (!proved.ok) return proved;
    const { leaf, proof } = proved.value;
    if (proofNumberOf(leaf) !== number) return refused({ code: "another-leaf" });
    const today = judgeAge(policy.value, trusted.cosigned);
    return granted({ index: index.toString(), head: describeHead(trusted), today, proof, leaf });
  });
