import { createHash } from "node:crypto";
import { access, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { goesBeyond } from "@temwen/casework";
import type { CaseView, Keeper } from "@temwen/desk";
import { type Ask, type BeyondReason, bagInfo, layBag, layPayload, writeTar } from "@temwen/dossier";
import type { Forum, Pack } from "@temwen/mission-pack";
import {
  bytesToDigest,
  type CaseId,
  type ConsentChoice,
  type Digest,
  granted,
  millisToInstant,
  type Result,
  refused,
} from "@temwen/vocabulary";
import type { Language } from "@temwen/words";
import { nameWhole } from "../backup/name-whole.ts";
import { writeFlushed } from "../backup/write-flushed.ts";
import { type Exit, exits } from "../exit.ts";
import { codeOf } from "../running/error-codes.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { describeHanded, encloseHanded, partsToHand } from "./describe-handed.ts";
import { type ProveOptions, proveEvents } from "./prove-events.ts";
import { type Receiver, sealFor } from "./receiver.ts";

export type DossierOptions = {
  readonly caseId: CaseId;
  readonly forum: Forum;
  readonly pack: Pack;
  readonly receiver: Receiver;
  readonly out: string;
  readonly language: Language;
  readonly asks: readonly Ask[];
  readonly leaveOut: ReadonlySet<string>;
  readonly withIdentity: boolean;
  readonly beyond?: BeyondReason;
  readonly prove: ProveOptions;
};

/** Said each time: the record knows of the pieces, and of nothing that becomes of them. */
const outOfCustody =
  "telling the record what goes out. From then on this copy is out of the office's hands, and an erasure does not reach it";

/** `temwen office dossier`: one sealed file for a forum. Nothing readable reaches a disk; the record is told before a byte is written. */
export async function makeDossier(keeper: Keeper, options: DossierOptions, terminal: Terminal): Promise<Exit> {
  const out = resolve(options.out);
  if (await isThere(out)) return sayRefusal(terminal, { code: "file-exists", file: out });
  const view = await keeper.readCase(options.caseId);
  if (!view.ok) return sayRefusal(terminal, view.refusal);
  for (const alarm of view.value.alarms) terminal.progress(`temwen: ALARM ${JSON.stringify(alarm)}`);
  const consent = judgeConsent(view.value, options, terminal);
  if (!consent.ok) return sayRefusal(terminal, consent.refusal);
  const unknown = unknownParts(view.value, options.leaveOut);
  if (unknown.length > 0) return sayRefusal(terminal, { code: "not-a-choice", field: "leave-out", parts: unknown });
  const { withIdentity, leaveOut, prove, pack, forum, language, asks, beyond } = options;
  terminal.progress(`temwen: ${outOfCustody}`);
  const parts = partsToHand(view.value, leaveOut);
  const handed = await keeper.handOver(options.caseId, { parts, withIdentity });
  if (!handed.ok) return sayRefusal(terminal, handed.refusal);
  const proofs = await proveEvents(handed.value, prove, terminal);
  if (!proofs.ok) return sayRefusal(terminal, proofs.refusal);
  // Waiting for the log takes its time, and the person may have changed their mind meanwhile.
  const now = await keeper.readCase(options.caseId);
  if (!now.ok) return sayRefusal(terminal, now.refusal);
  const still = judgeConsent(now.value, options, terminal);
  if (!still.ok) return sayRefusal(terminal, still.refusal);
  const at = millisToInstant(Date.now());
  const wish = { forum, language, asks, consent: still.value, ...(beyond && { beyond }), leaveOut, at };
  const facts = describeHanded(handed.value, proofs.value, wish, pack);
  const payload = await layPayload(facts, encloseHanded(handed.value, proofs.value, wish), sha256);
  const bag = layBag(payload, bagInfo(facts), sha256);
  const written = await writeSealed(out, options.receiver, writeTar("dossier", bag.files, at));
  if (!written.ok) return sayRefusal(terminal, written.refusal);
  const files = bag.files.map(({ path, size, sha256: digest }) => ({ path, size, sha256: digest }));
  const result = { dossier: out, case: options.caseId, forum: forum.id, digest: bag.digest, ...written.value };
  const { leftOut, provedSteps } = facts;
  terminal.result(
    { ...result, proved: provedSteps, steps: facts.steps.length, leftOut, files },
    [
      `${out}: ${files.length} files for ${forum.name}`,
      `digest of the dossier, for the referral: ${bag.digest}`,
      `proofs in the public log: ${provedSteps} of ${facts.steps.length} steps`,
      ...leftOut.map(({ what, why }) => `left out: ${what} (${why})`),
    ].join("\n"),
  );
  return exits.done;
}

/** What the person allows, if that is enough: a warning that can be read over is none, so going beyond it has to be said. */
function judgeConsent(
  { consent, story, withdrawalAsked }: CaseView,
  { beyond, withIdentity }: DossierOptions,
  terminal: Terminal,
): Result<ConsentChoice, { readonly code: string; readonly [more: string]: unknown }> {
  const given = consent ?? story?.consent;
  if (given === undefined) return refused({ code: "not-granted" });
  const use = { use: "file", reason: "hand-over" } as const;
  const isBeyond = goesBeyond(given, use);
  if (withIdentity && goesBeyond(given, { use: "name", reason: "referral" })) {
    return refused({ code: "identity-not-allowed", given });
  }
  if (isBeyond && !beyond) return refused({ code: "beyond-consent", given, needs: "court" });
  if (withdrawalAsked && !beyond) return refused({ code: "withdrawal-asked" });
  if (isBeyond || withdrawalAsked) {
    const asked = withdrawalAsked ? ", and has asked to stop" : "";
    terminal.progress(
      `temwen: this goes beyond what the person allows (${given}${asked}); the letter says so, and why`,
    );
  }
  return granted(given);
}

/** A part that is misspelled would go out. */
function unknownParts({ evidence }: CaseView, leaveOut: ReadonlySet<string>): readonly string[] {
  const known = new Set(["words", "messages", ...evidence.map(({ part }) => part)]);
  return [...leaveOut].filter((part) => !known.has(part));
}

type Written = { readonly bytes: number; readonly sha256: Digest };

/** Sealed while it is read, beside its place, and named when it is whole. */
async function writeSealed(
  out: string,
  receiver: Receiver,
  plain: AsyncIterable<Uint8Array>,
): Promise<Result<Written, { readonly code: string }>> {
  const aside = `${out}.${process.pid}.part`;
  try {
    const written = await writeFlushed(aside, await sealFor(receiver, plain), 0o600);
    await nameWhole(aside, out);
    return granted(written);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return refused({ code: "file-exists" });
    if (codeOf(error) === "ENOSPC") return refused({ code: "no-space-here" });
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

const sha256 = (bytes: Uint8Array): Digest => bytesToDigest(createHash("sha256").update(bytes).digest());

const isThere = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );
