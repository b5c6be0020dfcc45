import { createHash, randomBytes } from "node:crypto";
import { stepsGoingOut } from "@temwen/casework";
import type { CaseView, Keeper } from "@temwen/desk";
import {
  type Ask,
  type Bag,
  type BeyondReason,
  bagInfo,
  type DossierFacts,
  layBag,
  layPayload,
  writeTar,
} from "@temwen/dossier";
import type { Forum, Pack } from "@temwen/mission-pack";
import {
  bytesToDigest,
  type CaseId,
  type Digest,
  granted,
  millisToInstant,
  type Result,
  refused,
} from "@temwen/vocabulary";
import { createReferralCode, digestOfCode, spellReferralCode } from "@temwen/vocabulary/referral-codes";
import type { Language } from "@temwen/words";
import type { Terminal } from "../terminal.ts";
import { describeHanded, encloseHanded, partsToHand } from "./describe-handed.ts";
import { type Allowed, judgeConsent } from "./judge-consent.ts";
import { onlyOf, type ProveOptions, proveEvents } from "./prove-events.ts";

/** What whoever makes a dossier says of it. */
export type DossierWish = {
  readonly caseId: CaseId;
  readonly forum: Forum;
  readonly pack: Pack;
  readonly language: Language;
  readonly asks: readonly Ask[];
  readonly leaveOut: ReadonlySet<string>;
  readonly withIdentity: boolean;
  readonly beyond?: BeyondReason;
  readonly prove: ProveOptions;
};

/** A dossier that is ready to be sealed. The code is in its letter alone; `receipt` is the digest of it. */
export type PreparedDossier = {
  readonly bag: Bag;
  readonly facts: DossierFacts;
  readonly receipt: Digest;
  readonly plain: () => AsyncIterable<Uint8Array>;
};

type Refusal = { readonly code: string; readonly [more: string]: unknown };

/** Said each time: the record knows of the pieces, and of nothing that becomes of them. */
const outOfCustody =
  "telling the record what goes out. From then on this copy is out of the office's hands, and an erasure does not reach it";

/** Reads and checks a case, tells the record what goes out, and lays the bag for one forum. */
export async function prepareDossier(
  keeper: Keeper,
  options: DossierWish,
  terminal: Terminal,
): Promise<Result<PreparedDossier, Refusal>> {
  const view = await keeper.readCase(options.caseId);
  if (!view.ok) return view;
  for (const alarm of view.value.alarms) terminal.progress(`temwen: ALARM ${JSON.stringify(alarm)}`);
  const allowed = findAllowed(view.value, options, terminal);
  if (!allowed.ok) return allowed;
  const unknown = unknownParts(view.value, options.leaveOut);
  if (unknown.length > 0) return refused({ code: "not-a-choice", field: "leave-out", parts: unknown });
  const { withIdentity, leaveOut, prove, pack, forum, language, asks } = options;
  terminal.progress(`temwen: ${outOfCustody}`);
  const parts = partsToHand(view.value, { leaveOut, allowed: allowed.value });
  const handed = await keeper.handOver(options.caseId, { parts, withIdentity });
  if (!handed.ok) return handed;
  const proofs = await proveEvents(handed.value, prove, terminal);
  if (!proofs.ok) return proofs;
  // Waiting for the log takes its time, and the person may have changed their mind meanwhile.
  const now = await keeper.readCase(options.caseId);
  if (!now.ok) return now;
  const still = findAllowed(now.value, options, terminal);
  if (!still.ok) return still;
  const isLess = partsToHand(now.value, { leaveOut, allowed: still.value }).length < parts.length;
  if (isLess) return refused({ code: "consent-changed" });
  const at = millisToInstant(Date.now());
  const code = createReferralCode(randomBytes(20));
  const receipt = { address: `${prove.server}/referral${addressIn(language)}`, code: spellReferralCode(code) };
  const { happened, withoutKey } = handed.value;
  const gone = new Set(parts.filter((part) => !withoutKey.includes(part)));
  const going = stepsGoingOut(happened, { forum: forum.id, parts: gone });
  const said = { forum, language, asks, allowed: still.value, leaveOut, going, at, receipt };
  const proved = onlyOf(proofs.value, going);
  const facts = describeHanded(handed.value, proved, said, pack);
  const payload = await layPayload(facts, encloseHanded(handed.value, proved, said), sha256);
  const bag = layBag(payload, bagInfo(facts), sha256);
  return granted({ bag, facts, receipt: digestOfCode(code), plain: () => writeTar("dossier", bag.files, at) });
}

/** Creole without a suffix, the other languages with theirs. */
const addressIn = (language: Language): string => (language === "ht" ? "" : `/${language}`);

/** What may go, told to whoever makes it where that is beyond what the person allows. */
function findAllowed(
  view: CaseView,
  { forum, beyond, withIdentity }: DossierWish,
  terminal: Terminal,
): Result<Allowed, Refusal> {
  const allowed = judgeConsent(view, { forum: forum.id, ...(beyond && { beyond }), withIdentity });
  if (allowed.ok && allowed.value.beyond) {
    const asked = view.withdrawalAsked ? ", and has asked to stop" : "";
    const { given } = allowed.value;
    terminal.progress(
      `temwen: this goes beyond what the person allows (${given}${asked}); the letter says so, and why`,
    );
  }
  return allowed;
}

/** A part that is misspelled would go out. */
function unknownParts({ evidence }: CaseView, leaveOut: ReadonlySet<string>): readonly string[] {
  const known = new Set(["words", "messages", ...evidence.map(({ part }) => part)]);
  return [...leaveOut].filter((part) => !known.has(part));
}

const sha256 = (bytes: Uint8Array): Digest => bytesToDigest(createHash("sha256").update(bytes).digest());
