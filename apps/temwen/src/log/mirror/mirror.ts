import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { LogPolicy } from "@temwen/public-log/policy";
import { openTileTree } from "@temwen/public-log/tiles";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { type Exit, exits } from "../../exit.ts";
import { giveBackNote, takeNote } from "../../running/process-note.ts";
import { waitForSignal } from "../../running/signals.ts";
import type { Terminal } from "../../terminal.ts";
import type { ListenAddress } from "../listening.ts";
import type { Head } from "../open-head.ts";
import { UnreachableFault } from "../place/fetch-bounded.ts";
import type { LogPlace } from "../place/log-place.ts";
import { openLogPlace } from "../place/open-place.ts";
import { primitives } from "../primitives.ts";
import { readPolicy } from "../read-policy.ts";
import { sayCosigned, sayHead } from "../say-head.ts";
import { type Finding, sayFinding, toPlain } from "../speak.ts";
import { checkFiles } from "../verify/check-files.ts";
import { type OwnCopy, openOwnCopy, sayDamaged } from "./own-copy.ts";
import { createProofNumbers, type ProofNumbers } from "./proof-numbers.ts";
import { type Mirrored, mirrorOnce, readOwnHead } from "./round.ts";
import { serveMirror } from "./serve-mirror.ts";

export type MirrorOptions = {
  readonly log: string;
  readonly out: string;
  readonly policy: string | null;
  readonly isOnce: boolean;
  /** In seconds. */
  readonly every: bigint;
  readonly serve: ListenAddress | null;
};

/** `temwen mirror`: keeps a full copy of a log, once or until a signal comes. */
export async function mirror(options: MirrorOptions, terminal: Terminal): Promise<Exit> {
  const policy = options.policy === null ? null : await readPolicy(options.policy, primitives);
  if (policy?.ok === false) return sayFinding(terminal, policy.refusal);
  const place = await openLogPlace(options.log);
  const own = await openOwnCopy(options.out);
  const note = join(options.out, "running");
  const holder = await takeNote(note);
  if (holder !== undefined) return sayFinding(terminal, { code: "mirror-running", process: holder });
  try {
    const sides = { place, own, policy: policy?.value ?? null };
    // A copy that nobody looks at rots unseen, and stands in good repute when it is needed.
    const whole = await checkCopy(own, terminal);
    if (!whole.ok) return sayFinding(terminal, whole.refusal);
    return options.isOnce ? await runOnce(sides, terminal) : await keepMirroring(options, sides, terminal);
  } finally {
    await giveBackNote(note);
  }
}

type Sides = { readonly place: LogPlace; readonly own: OwnCopy; readonly policy: LogPolicy | null };

async function runOnce(sides: Sides, terminal: Terminal): Promise<Exit> {
  const round = await tryRound(sides);
  if (!round.ok) return sayFinding(terminal, round.refusal);
  const { head, from } = round.value;
  const { origin, size } = head.checkpoint;
  terminal.result(
    toPlain({ mirrored: true, log: sides.place.name, out: sides.own.name, from, ...sayHead(head) }),
    `${origin}: ${size} leaves kept in ${sides.own.name}, ${size - from} of them new. ${sayCosigned(head)}`,
  );
  return exits.done;
}

async function keepMirroring({ serve, every }: MirrorOptions, sides: Sides, terminal: Terminal): Promise<Exit> {
  const stop = new AbortController();
  void waitForSignal().then(() => stop.abort());
  let round = await tryRound(sides);
  const kept = round.ok ? { ok: true as const, value: round.value.head } : await readOwnHead(sides.own, sides.policy);
  // With a copy in hand a mirror answers, most of all when the log does not.
  if (!kept.ok || kept.value === null) return sayFinding(terminal, round.ok ? { code: "copy-damaged" } : round.refusal);
  const numbers = createProofNumbers();
  let head = kept.value;
  const numbered = await extendNumbers(numbers, sides.own, head);
  if (!numbered.ok) return sayFinding(terminal, numbered.refusal);
  const serving = serve === null ? null : await serveMirror(sides.own, () => ({ head, numbers }), serve);
  terminal.result(
    toPlain({ ready: true, ...(serving && { url: serving.url }), out: sides.own.name, ...sayHead(head) }),
    `${head.checkpoint.origin}: ${head.checkpoint.size} leaves${serving ? `, at ${serving.url}` : ""}`,
  );
  let exit: Exit = exits.done;
  let last = "";
  for (;;) {
    // Until its numbers are known the head before is shown: of what came since nobody is told "not included".
    const seen = round.ok ? await extendNumbers(numbers, sides.own, round.value.head) : round;
    if (seen.ok && round.ok) head = round.value.head;
    if (!seen.ok && seen.refusal.code !== last) sayFinding({ ...terminal, json: false }, seen.refusal);
    last = seen.ok ? "" : seen.refusal.code;
    if (["fork", "log-went-back"].includes(last)) exit = exits.refused;
    await pause(Number(every) * 1000, undefined, { signal: stop.signal }).catch(() => undefined);
    if (stop.signal.aborted) break;
    round = await tryRound(sides);
  }
  await serving?.[Symbol.asyncDispose]();
  return exit;
}

/** Every file of the copy held against its own head. */
async function checkCopy(own: OwnCopy, terminal: Terminal): Promise<Result<"whole", Finding>> {
  const kept = await readOwnHead(own, null);
  const checked = kept.ok && kept.value !== null ? await checkFiles(own, kept.value.checkpoint, terminal) : kept;
  return checked.ok ? granted("whole") : refused(sayDamaged(own, checked.refusal));
}

/** The numbers of the copy's leaves, by files that its own head commits to. */
async function extendNumbers(
  numbers: ProofNumbers,
  own: OwnCopy,
  { checkpoint: { size, root } }: Head,
): Promise<Result<"extended", Finding>> {
  const tree = await openTileTree({ hasher: primitives.hasher, readTile: own.readFile, size, root });
  const extended = tree.ok ? await numbers.extend(tree.value) : tree;
  return extended.ok ? extended : refused(sayDamaged(own, extended.refusal));
}

async function tryRound({ place, own, policy }: Sides): Promise<Result<Mirrored, Finding>> {
  try {
    return await mirrorOnce(place, own, policy);
  } catch (error) {
    if (!(error instanceof UnreachableFault)) throw error;
    return refused({ code: "unreachable", place: error.message });
  }
}
