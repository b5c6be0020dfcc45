import { type LogPolicy, quorumTime } from "@temwen/public-log/policy";
import type { ReadTile } from "@temwen/public-log/tiles";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { type Head, openHead } from "../open-head.ts";
import type { LogPlace } from "../place/log-place.ts";
import type { Finding } from "../speak.ts";
import { bringFiles } from "./bring.ts";
import { clearPartials } from "./clear-partials.ts";
import { compareHeads } from "./compare-heads.ts";
import { keepFork } from "./keep-fork.ts";
import { type OwnCopy, sayDamaged } from "./own-copy.ts";

/** The copy after a round, and from which size it came. */
export type Mirrored = { readonly head: Head; readonly from: bigint };

/** The head of a copy; null where nothing was mirrored yet. */
export async function readOwnHead(own: OwnCopy, policy: LogPolicy | null): Promise<Result<Head | null, Finding>> {
  const bytes = await own.readFile("checkpoint");
  return bytes === null ? granted(null) : openHead(bytes, policy);
}

/** Asks a log once for what is new. Whatever does not continue the copy is named, kept aside, and not taken. */
export async function mirrorOnce(
  place: LogPlace,
  own: OwnCopy,
  policy: LogPolicy | null,
): Promise<Result<Mirrored, Finding>> {
  const bytes = await place.readFile("checkpoint");
  if (bytes === null) return refused({ code: "no-checkpoint", place: place.name });
  const opened = openHead(bytes, policy);
  if (!opened.ok) return opened;
  const shown = opened.value;
  // What is kept was judged when it was taken; a policy that has changed since does not undo it.
  const kept = await readOwnHead(own, null);
  if (!kept.ok) return refused({ ...kept.refusal, code: "copy-damaged", place: own.name });
  const from = kept.value?.checkpoint.size ?? 0n;
  if (kept.value !== null) {
    const compared = await compareWithKept({ place, own, kept: kept.value, shown });
    if (!compared.ok) return compared;
    if (compared.value === "same")
      return granted({ head: await keepNewer(own, { kept: kept.value, shown }, policy), from });
  }
  const brought = await bringFiles(place, own, { kept: kept.value?.checkpoint ?? null, shown: shown.checkpoint });
  if (!brought.ok) return refused(await blameCopy(own, brought.refusal));
  await own.keepHead(shown);
  await clearPartials(own, from, shown.checkpoint.size);
  return granted({ head: shown, from });
}

/** Of a file that the copy holds already, the copy is wrong: what the log shows was held against it from its own files. */
async function blameCopy(own: OwnCopy, refusal: Finding): Promise<Finding> {
  const isOwn = typeof refusal.path === "string" && (await own.readFile(refusal.path)) !== null;
  return isOwn ? sayDamaged(own, refusal) : refusal;
}

async function compareWithKept(sides: {
  readonly place: LogPlace;
  readonly own: OwnCopy;
  readonly kept: Head;
  readonly shown: Head;
}) {
  const { place, own, kept, shown } = sides;
  const seen = new Map<string, Uint8Array>();
  const readTile: ReadTile = async (path) => {
    const bytes = await place.readFile(path);
    if (bytes !== null) seen.set(path, bytes);
    return bytes;
  };
  const compared = await compareHeads(
    { checkpoint: kept.checkpoint, readTile: own.readFile },
    { checkpoint: shown.checkpoint, readTile },
  );
  const isEvidence = !compared.ok && ["fork", "log-went-back", "origin-differs"].includes(compared.refusal.code);
  if (compared.ok || !isEvidence) return compared;
  const evidence = await keepFork(own.name, { ...shown, seen }, kept.bytes);
  return refused({ ...compared.refusal, evidence });
}

/** Of two heads of one tree the one that more of the witnesses saw later. It is kept, and shown as far as it is believed. */
async function keepNewer(
  own: OwnCopy,
  { kept, shown }: { readonly kept: Head; readonly shown: Head },
  policy: LogPolicy | null,
): Promise<Head> {
  if (policy === null) return kept;
  const judged = openHead(kept.bytes, policy);
  const seenAt = ({ cosigned }: Head): bigint => quorumTime(policy, cosigned) ?? 0n;
  if (judged.ok && seenAt(judged.value) >= seenAt(shown)) return judged.value;
  await own.keepHead(shown);
  return shown;
}
