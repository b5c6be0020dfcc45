import { findSigner, type PartRef, type SignerRefusal } from "@temwen/casework";
import { type Directory, isVouchedFor, type StaffMember } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { AppendOutcome, RecordedEvent, SealedPart } from "@temwen/record";
import { inspectSealed, sealedSize } from "@temwen/sealing/inspect";
import { granted, type Instant, type Json, type Result, refused, type StaffId, sameBytes } from "@temwen/vocabulary";
import { digestOf } from "../digest.ts";
import { spellEvent } from "../mailbox/frame.ts";
import { isNear } from "../signed-hour.ts";
import type { SentStatement } from "./door.ts";

// How an act that a desk decided and signed is taken, in a case and in a matter alike: what came must be what is decided here, signed by
// the key that the directory lists, with the sealed parts that it names and no others.

/** Why an act was not taken that the law itself would allow. */
export type ActRefusal =
  | { readonly code: "malformed-act" | "decision-differs" | "signature-invalid" | "no-space" | "cannot-tell" }
  | { readonly code: "clock-apart"; readonly server: Instant }
  | {
      readonly code: "missing-part" | "unexpected-part" | "not-sealed" | "wrong-size" | "wrong-digest";
      readonly part: string;
    }
  | { readonly code: "conflict"; readonly expected: number; readonly actual: number; readonly since: readonly Json[] };

/** Why an act is taken from nobody: the hour it says is not of now, or whoever signed does not serve at it. */
export type SigningRefusal = SignerRefusal | Extract<ActRefusal, { readonly code: "clock-apart" }>;

/**
 * Who signs at an hour, which must be near the server's own: by the hour signed, for readers go by that later, and the session was judged
 * by the server's.
 */
export function judgeSigning(
  { by, at }: { readonly by: StaffId; readonly at: Instant },
  directory: Directory,
  now: Instant,
): Result<StaffMember, SigningRefusal> {
  return isNear(at, now) ? findSigner(by, directory, at) : refused({ code: "clock-apart", server: now });
}

/** A sealed part that an act names: under which names it may stand, and which sizes it may have before sealing. */
export type WantedPart = PartRef & {
  readonly names: RegExp;
  readonly sizes: readonly number[];
  readonly grantee?: StaffId;
};

/** The parts that an act names, and no others. */
export function collectParts(
  wanted: readonly WantedPart[],
  sealed: ReadonlyMap<string, Uint8Array>,
): Result<readonly SealedPart[], ActRefusal> {
  const parts: SealedPart[] = [];
  for (const { part, digest, names, sizes, grantee } of wanted) {
    if (!names.test(part)) return refused({ code: "unexpected-part", part });
    const bytes = sealed.get(part);
    if (!bytes) return refused({ code: "missing-part", part });
    const inspected = inspectSealed(bytes);
    if (!inspected.ok) return refused({ code: inspected.refusal.code, part });
    if (!sizes.some((size) => bytes.length === sealedSize(size))) return refused({ code: "wrong-size", part });
    if (digestOf(bytes) !== digest) return refused({ code: "wrong-digest", part });
    parts.push({ name: part, digest, bytes, ...(grantee && { grantee }) });
  }
  const taken = new Set(parts.map(({ name }) => name));
  if (taken.size !== parts.length) return refused({ code: "malformed-act" });
  const isMore = [...sealed.keys()].some((name) => !taken.has(name));
  return isMore ? refused({ code: "unexpected-part", part: "unknown" }) : granted(parts);
}

/** Against what was sent where it is not, byte for byte, what was decided here, or where another key signed it. */
export function againstSent(
  decided: readonly { readonly body: Uint8Array }[],
  sent: readonly SentStatement[],
  signingKey: string,
): ActRefusal | undefined {
  if (decided.length !== sent.length) return { code: "decision-differs" };
  for (const [place, { body }] of decided.entries()) {
    const statement = sent[place];
    if (!statement || !sameBytes(statement.body, body)) return { code: "decision-differs" };
    const { vouching } = statement;
    if (vouching.key !== signingKey || !isVouchedFor(body, vouching, verifyOnNode))
      return { code: "signature-invalid" };
  }
  return undefined;
}

/** The same statements where they would stand: sent again because an answer was lost. They are signed, so nobody else's. */
export const isRecorded = (
  sent: readonly Pick<SentStatement, "body">[],
  expected: number,
  events: readonly RecordedEvent[],
): boolean =>
  sent.every(({ body }, place) => {
    const event = events[expected + place];
    return event !== undefined && sameBytes(event.body, body);
  });

/** Somebody acted in between: what happened since, for whoever may read it. */
export const conflictAt = (expected: number, events: readonly RecordedEvent[], isReader = true): ActRefusal => ({
  ...{ code: "conflict", expected, actual: events.length },
  since: isReader ? events.slice(expected).map(spellEvent) : [],
});

/** What became of an act that was handed to the record; where somebody was quicker, whoever called looks what stands there by now. */
export async function answerAppended(
  outcome: AppendOutcome,
  whenOvertaken: () => Promise<Result<{ readonly version: number }, ActRefusal>>,
): Promise<Result<{ readonly version: number }, ActRefusal>> {
  switch (outcome.outcome) {
    case "appended":
      return granted({ version: outcome.version });
    case "conflict":
      return whenOvertaken();
    case "no-space":
      return refused({ code: "no-space" });
    case "unknown":
      return refused({ code: "cannot-tell" });
  }
}
