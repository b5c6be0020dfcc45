import { type LogPolicy, parseLogPolicy, quorumTime } from "@temwen/public-log/policy";
import { primitivesInBrowser } from "@temwen/public-log/primitives-web";
import { granted, type Instant, millisToInstant, type Result, refused } from "@temwen/vocabulary";
import { openWitnessedLog, type WitnessedLog } from "../proving/witnessed-log.ts";
import { readLogFile, UnreachableFault } from "./log-files.ts";

/** The log that this server shows, judged by the policy that the office names itself. */
export type SeenLog = {
  /** Undefined as long as nothing was published. */
  readonly log: WitnessedLog | undefined;
  /** By when enough witnesses had seen it; undefined where the policy asks for none. */
  readonly seenAt: Instant | undefined;
  readonly witnesses: readonly string[];
};

/** Why nothing can be said of any step. */
export type LogTrouble =
  | { readonly code: "log-unreachable" }
  | { readonly code: "log-none" }
  /** The witnesses sign in a way that no page can judge. */
  | { readonly code: "log-unjudged" }
  /** Signatures or files do not fit. */
  | { readonly code: "log-wrong" };

/** Reads policy, checkpoint and right edge. */
export async function openSeenLog(): Promise<Result<SeenLog, LogTrouble>> {
  const policy = await readPolicy();
  if (!policy.ok) return policy;
  const opened = await openWitnessedLog(readLogFile, policy.value, primitivesInBrowser);
  if (opened.ok) return granted(describe(opened.value, policy.value));
  const { code, unjudged = [] } = opened.refusal;
  if (code === "no-checkpoint") return granted({ log: undefined, seenAt: undefined, witnesses: [] });
  return refused({ code: code === "quorum-missing" && unjudged.length > 0 ? "log-unjudged" : "log-wrong" });
}

async function readPolicy(): Promise<Result<LogPolicy, LogTrouble>> {
  const bytes = await readLogFile("policy");
  if (bytes === null) return refused({ code: "log-none" });
  const policy = parseLogPolicy(bytes, primitivesInBrowser.hasher.sha256);
  return policy.ok ? policy : refused({ code: "log-wrong" });
}

function describe(log: WitnessedLog, policy: LogPolicy): SeenLog {
  const { cosigned } = log.trusted;
  const seconds = quorumTime(policy, cosigned);
  return {
    log,
    seenAt: seconds === null ? undefined : millisToInstant(Number(seconds) * 1000),
    witnesses: cosigned.map(({ name }) => name),
  };
}

/** What could not be fetched is a refusal to whoever asked; every other fault goes through. */
export async function reaching<T>(look: () => Promise<Result<T, LogTrouble>>): Promise<Result<T, LogTrouble>> {
  try {
    return await look();
  } catch (fault) {
    if (!(fault instanceof UnreachableFault)) throw fault;
    return refused({ code: "log-unreachable" });
  }
}
