import type { LogPolicy } from "@temwen/public-log/policy";
import { granted, type Result } from "@temwen/vocabulary";
import type { Terminal } from "../../terminal.ts";
import { openHead } from "../open-head.ts";
import type { LogPlace } from "../place/log-place.ts";
import type { Finding } from "../speak.ts";
import type { Certificate } from "./certificate.ts";
import { type Breach, type BreachQuestion, judgeBreach, readClaim } from "./judge-breach.ts";

/** A certificate that holds. */
export type Judged = { readonly certificate: Certificate; readonly breach: Breach };

/**
 * Judges a certificate by the log of now. Where an answer stands in that, once more by the last checkpoint from before it, from
 * whatever place kept one: what came late is no excuse. Where none was kept from behind the due hour, it stays `answered`.
 */
export async function judgeBeforeAnswer(
  certificate: Certificate,
  question: BreachQuestion,
  keeping: readonly LogPlace[],
  terminal: Terminal,
): Promise<Result<Judged, Finding>> {
  const judged = await judgeBreach(certificate, question, terminal);
  if (judged.ok) return granted({ certificate, breach: judged.value });
  const { code, index } = judged.refusal;
  if (code !== "answered" || typeof index !== "bigint") return judged;
  for (const place of keeping) {
    const after = await findHeadWithout(place, index, question.policy);
    if (after === null) continue;
    const earlier = { ...certificate, after };
    // Not due at that hour: as far as this place kept anything, the answer came in time.
    if (!readClaim(earlier, question.policy).ok) continue;
    terminal.progress("temwen: an answer stands in the log; judged by the last checkpoint kept from before it");
    const again = await judgeBreach(earlier, question, terminal);
    if (again.ok) return granted({ certificate: earlier, breach: again.value });
  }
  return judged;
}

/** More heads than 256 leaves can have, one leaf each. */
const mostAsked = 300;

/**
 * The last checkpoint kept of a tree without the leaf at an index, as far as the policy believes it. Asked for from the next
 * multiple of 256 down, so that whoever keeps them does not learn which leaf somebody looks at.
 */
async function findHeadWithout(place: LogPlace, index: bigint, policy: LogPolicy): Promise<Uint8Array | null> {
  let atMost = (index / 256n + 1n) * 256n;
  for (let asked = 0; asked < mostAsked && atMost >= 0n; asked += 1) {
    const bytes = await place.findHead(atMost);
    const head = bytes === null ? null : openHead(bytes, null);
    if (bytes === null || !head?.ok || head.value.checkpoint.size > atMost) return null;
    const { size } = head.value.checkpoint;
    if (size <= index && openHead(bytes, policy).ok) return bytes;
    atMost = size - 1n;
  }
  return null;
}
