import { readFile } from "node:fs/promises";
import { judgeFreshness } from "@temwen/complain/freshness";
import { type LogPolicy, quorumTime } from "@temwen/public-log/policy";
import { refused } from "@temwen/vocabulary";
import { type Exit, exits } from "../../exit.ts";
import { readInput, type Terminal } from "../../terminal.ts";
import type { Head } from "../open-head.ts";
import type { LogPlace } from "../place/log-place.ts";
import { openLogPlace } from "../place/open-place.ts";
import { primitives } from "../primitives.ts";
import { readHead } from "../read-log.ts";
import { readPolicy } from "../read-policy.ts";
import { sayCosigned, sayHead } from "../say-head.ts";
import { reaching, sayFinding, secondsToText, toPlain } from "../speak.ts";
import { checkFiles } from "./check-files.ts";
import { checkProof, checkSameLog, type Proved } from "./check-proof.ts";

export type VerifyOptions = {
  /** A folder or an address; without one there is a proof to check by itself. */
  readonly log: string | null;
  readonly policy: string | null;
  /** Without a leaf of its own a proof is judged for the one that it bears itself (docs/specs/log.md). */
  readonly proof: { readonly file: string; readonly leaf: string | null } | null;
  /** In seconds. */
  readonly maxAge: bigint | null;
};

/** `temwen verify`: whether a log, a proof, or both are what they say. */
export async function verify(options: VerifyOptions, terminal: Terminal): Promise<Exit> {
  const policy = options.policy === null ? null : await readPolicy(options.policy, primitives);
  if (policy?.ok === false) return sayFinding(terminal, policy.refusal);
  const trusted = policy?.value ?? null;
  let proved: Proved | null = null;
  if (options.proof !== null && trusted !== null) {
    const { file, leaf } = options.proof;
    const checked = checkProof(
      {
        proof: new Uint8Array(await readFile(file)),
        leaf: leaf === null ? null : await readInput(terminal, leaf),
      },
      trusted,
    );
    if (!checked.ok) return sayFinding(terminal, checked.refusal);
    proved = checked.value;
  }
  if (options.log !== null) {
    const place = await openLogPlace(options.log);
    return reaching(terminal, () => verifyLog({ place, policy: trusted, proved, maxAge: options.maxAge }, terminal));
  }
  if (proved === null) throw new Error("neither a log nor a proof");
  const fresh = judgeAge(trusted, proved.head, options.maxAge);
  if (!fresh.ok) return sayFinding(terminal, fresh.refusal);
  terminal.result(toPlain({ verified: true, proof: sayProof(proved) }), sentenceOfProof(proved));
  return exits.done;
}

type Question = {
  readonly place: LogPlace;
  readonly policy: LogPolicy | null;
  readonly proved: Proved | null;
  readonly maxAge: bigint | null;
};

async function verifyLog({ place, policy, proved, maxAge }: Question, terminal: Terminal): Promise<Exit> {
  const opened = await readHead(place, policy);
  if (!opened.ok) return sayFinding(terminal, opened.refusal);
  const head = opened.value;
  const { origin, size } = head.checkpoint;
  if (policy === null)
    terminal.progress("without --policy no signature is checked: only that the files fit each other");
  const files = await checkFiles(place, head.checkpoint, terminal);
  if (!files.ok) return sayFinding(terminal, { ...files.refusal, origin, size });
  if (proved !== null) {
    const same = await checkSameLog(place, head.checkpoint, proved.head.checkpoint);
    if (!same.ok) return sayFinding(terminal, same.refusal);
  }
  const fresh = judgeAge(policy, head, maxAge);
  if (!fresh.ok) return sayFinding(terminal, { ...fresh.refusal, origin, size });
  terminal.result(
    toPlain({
      verified: true,
      log: place.name,
      ...sayHead(head),
      entries: files.value.entries,
      tiles: files.value.tiles,
      ...(proved !== null && { proof: sayProof(proved) }),
    }),
    [`${origin}: ${size} leaves, every file as its checkpoint says. ${sayCosigned(head)}`]
      .concat(proved === null ? [] : [sentenceOfProof(proved)])
      .join("\n"),
  );
  return exits.done;
}

function judgeAge(policy: LogPolicy | null, head: Head, maxAge: bigint | null) {
  if (maxAge === null) return { ok: true } as const;
  const seen = policy === null ? null : quorumTime(policy, head.cosigned);
  const judged = judgeFreshness({ seen, now: BigInt(Math.floor(Date.now() / 1000)), maxAge });
  if (judged.ok || judged.refusal.code === "no-witness-time") return judged;
  return refused({ code: judged.refusal.code, cosignedAt: secondsToText(judged.refusal.seen) });
}

const sayProof = ({ proof, head }: Proved) => ({ index: proof.index, included: true, ...sayHead(head) });

const sentenceOfProof = ({ proof, head }: Proved): string =>
  `The leaf is number ${proof.index} of ${head.checkpoint.size} in ${head.checkpoint.origin}. ${sayCosigned(head)}`;
