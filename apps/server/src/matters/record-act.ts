import { findSigner, officeFactsOf } from "@temwen/casework";
import {
  decideMatter,
  type MatterFact,
  type MatterOrder,
  type MatterRefusal,
  matterStatementShape,
  mayReadMatter,
  partsOfMatter,
  placeMatterFact,
} from "@temwen/casework/matters";
import { isVouchedFor, type Vouching } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { RecordedEvent, SealedPart } from "@temwen/record";
import { grantSizes, inspectSealed, messageSize, sealedSize } from "@temwen/sealing/inspect";
import {
  granted,
  type Instant,
  type Json,
  type MatterId,
  parseCanonical,
  type Result,
  refused,
  sameBytes,
} from "@temwen/vocabulary";
import type { SignedIn } from "../desk-api/session.ts";
import { digestOf } from "../digest.ts";
import { spellEvent } from "../mailbox/frame.ts";
import type { OfficeContext } from "../office-context.ts";
import { isNear } from "../signed-hour.ts";
import { readMatterFile } from "./matter-file.ts";

export type MatterActRequest = {
  readonly expected: number;
  readonly command: MatterOrder;
  readonly statement: { readonly body: Uint8Array; readonly vouching: Vouching };
  readonly sealed: ReadonlyMap<string, Uint8Array>;
};

export type MatterActRefusal =
  | MatterRefusal
  | { readonly code: "malformed-act" | "matter-not-trusted" | "decision-differs" | "signature-invalid" }
  | { readonly code: "not-in-directory" | "expired" | "no-space" | "cannot-tell" }
  | { readonly code: "clock-apart"; readonly server: Instant }
  | {
      readonly code: "missing-part" | "unexpected-part" | "not-sealed" | "wrong-size" | "wrong-digest";
      readonly part: string;
    }
  | { readonly code: "conflict"; readonly expected: number; readonly actual: number; readonly since: readonly Json[] };

/** Records an act in a matter: decided and signed at the desk, decided here again, and any difference refused. */
export async function recordMatterAct(
  about: MatterId,
  request: MatterActRequest,
  { member, standing }: SignedIn,
  office: OfficeContext,
): Promise<Result<{ readonly version: number }, MatterActRefusal>> {
  const { events, matter, unlawful } = await readMatterFile(office, about);
  const isOpening = events.length === 0;
  if (!isOpening && !mayReadMatter(matter, member)) return refused({ code: "unknown-matter" });
  const { expected, command, statement } = request;
  const standsThere = events[expected];
  // The same bytes sent again because an answer was lost: they are signed, so nobody else's.
  if (standsThere && sameBytes(standsThere.body, statement.body)) return granted({ version: expected + 1 });
  if (unlawful.length > 0) return refused({ code: "matter-not-trusted" });
  if (expected !== events.length) return refused(conflict(expected, events));

  const value = parseCanonical(statement.body);
  const at = (value.ok ? matterStatementShape(value.value) : undefined)?.at;
  if (!at) return refused({ code: "malformed-act" });
  const now = office.now();
  if (!isNear(at, now)) return refused({ code: "clock-apart", server: now });
  const signer = findSigner(member.id, standing.directory, at);
  if (!signer.ok) return refused({ code: signer.refusal.code === "expired" ? "expired" : "not-in-directory" });
  const facts = officeFactsOf(standing, office.pack, at);
  const decided = decideMatter(matter, command, { about, actor: signer.value, office: facts, at });
  if (!decided.ok) return decided;
  const { epoch } = standing.directory;
  const placed = placeMatterFact(
    decided.value,
    { matter: about, office: office.registry.office, epoch, by: member.id, at },
    events.at(-1),
    { vouch: () => statement.vouching, digest: digestOf },
  );
  if (!sameBytes(placed.body, statement.body)) return refused({ code: "decision-differs" });
  const { key } = statement.vouching;
  if (key !== member.signingKey || !isVouchedFor(placed.body, statement.vouching, verifyOnNode)) {
    return refused({ code: "signature-invalid" });
  }
  const parts = collectParts(decided.value, request.sealed, events.length);
  if (!parts.ok) return parts;
  const outcome = await office.record.append({
    stream: about,
    expected,
    events: [
      { type: decided.value.type, at, body: placed.body, vouchings: [statement.vouching], digest: placed.digest },
    ],
    parts: parts.value,
  });
  switch (outcome.outcome) {
    case "appended":
      return granted({ version: outcome.version });
    case "conflict":
      return refused(conflict(expected, await office.record.readStream(about)));
    case "no-space":
      return refused({ code: "no-space" });
    case "unknown":
      return refused({ code: "cannot-tell" });
  }
}

const conflict = (expected: number, events: readonly RecordedEvent[]): MatterActRefusal => ({
  ...{ code: "conflict", expected, actual: events.length, since: events.slice(expected).map(spellEvent) },
});

/** Sizes, before sealing, that a part of each kind may have. */
const sizesOf = { key: grantSizes, words: [messageSize] } as const;

/** The parts that a fact names, and no others, each under a name of the act's own place. */
function collectParts(
  fact: MatterFact,
  sealed: ReadonlyMap<string, Uint8Array>,
  place: number,
): Result<readonly SealedPart[], MatterActRefusal> {
  const parts: SealedPart[] = [];
  const names = new RegExp(`^(words-${place}|key-${place}-[0-9]{1,3})$`);
  for (const named of partsOfMatter(fact)) {
    const { part, digest, kind } = named;
    const bytes = sealed.get(part);
    if (!names.test(part) || parts.some(({ name }) => name === part)) return refused({ code: "unexpected-part", part });
    if (!bytes) return refused({ code: "missing-part", part });
    if (!inspectSealed(bytes).ok) return refused({ code: "not-sealed", part });
    if (!sizesOf[kind].some((size) => bytes.length === sealedSize(size))) return refused({ code: "wrong-size", part });
    if (digestOf(bytes) !== digest) return refused({ code: "wrong-digest", part });
    parts.push({ name: part, digest, bytes, ...(named.kind === "key" && { grantee: named.grantee }) });
  }
  const isMore = sealed.size !== parts.length;
  return isMore ? refused({ code: "unexpected-part", part: "unknown" }) : granted(parts);
}
