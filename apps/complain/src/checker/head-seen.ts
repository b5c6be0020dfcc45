import { type Cosigned, type LogPolicy, quorumTime, type TrustedCheckpoint } from "@temwen/public-log/policy";
import { judgeFreshness } from "../proving/freshness.ts";

/** A day: longer than any rhythm of a log that lives. */
const mostSeconds = 86_400n;

/** A head of a log, and who has seen it when, in words for a screen. */
export type HeadSeen = {
  readonly origin: string;
  readonly size: string;
  readonly cosigned: readonly { readonly name: string; readonly at: string }[];
  /** Witnesses whose kind of signature cannot be computed in this page. */
  readonly unjudged: readonly string[];
};

/** What a believed head says. */
export const describeHead = ({ checkpoint, cosigned, unjudged }: TrustedCheckpoint): HeadSeen => ({
  origin: checkpoint.origin,
  size: checkpoint.size.toString(),
  cosigned: cosigned.map(({ name, time }) => ({ name, at: spellHour(time) })),
  unjudged,
});

/** `fresh`, or why nobody can say that this is the log of today. */
export function judgeAge(policy: LogPolicy, cosigned: readonly Cosigned[]): string {
  const seen = quorumTime(policy, cosigned);
  const judged = judgeFreshness({ seen, now: BigInt(Math.floor(Date.now() / 1000)), maxAge: mostSeconds });
  return judged.ok ? judged.value : judged.refusal.code;
}

/** `2026-11-22 05:33 UTC`: a witness counts in seconds since 1970, and anywhere in the world. */
const spellHour = (seconds: bigint): string =>
  seconds < 8_640_000_000_000n
    ? `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`
    : "—";
