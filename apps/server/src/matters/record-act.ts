import { officeFactsOf } from "@temwen/casework";
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
import { grantSizes, messageSize } from "@temwen/sealing/inspect";
import { granted, type MatterId, parseCanonical, type Result, refused } from "@temwen/vocabulary";
import type { SentStatement } from "../desk-api/door.ts";
import type { SignedIn } from "../desk-api/session.ts";
import {
  type ActRefusal,
  againstSent,
  answerAppended,
  collectParts,
  conflictAt,
  isRecorded,
  judgeSigning,
  type SigningRefusal,
  type WantedPart,
} from "../desk-api/signed-act.ts";
import { digestOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import { readMatterFile } from "./matter-file.ts";

export type MatterActRequest = {
  readonly expected: number;
  readonly command: MatterOrder;
  readonly statement: SentStatement;
  readonly sealed: ReadonlyMap<string, Uint8Array>;
};

export type MatterActRefusal = MatterRefusal | ActRefusal | SigningRefusal | { readonly code: "matter-not-trusted" };

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
  if (isRecorded([statement], expected, events)) return granted({ version: expected + 1 });
  if (unlawful.length > 0) return refused({ code: "matter-not-trusted" });
  if (expected !== events.length) return refused(conflictAt(expected, events));

  const value = parseCanonical(statement.body);
  const at = (value.ok ? matterStatementShape(value.value) : undefined)?.at;
  if (!at) return refused({ code: "malformed-act" });
  const signer = judgeSigning({ by: member.id, at }, standing.directory, office.now());
  if (!signer.ok) return signer;
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
  const differs = againstSent([placed], [statement], member.signingKey);
  if (differs) return refused(differs);
  const parts = collectParts(wantedParts(decided.value, events.length), request.sealed);
  if (!parts.ok) return parts;
  const { body, digest, vouching } = placed;
  const outcome = await office.record.append({
    stream: about,
    expected,
    events: [{ type: decided.value.type, at, body, vouchings: [vouching], digest }],
    parts: parts.value,
  });
  return answerAppended(outcome, async () => refused(conflictAt(expected, await office.record.readStream(about))));
}

/** Sizes, before sealing, that a part of each kind may have. */
const sizesOf = { key: grantSizes, words: [messageSize] } as const;

/** The parts that a fact names, each under a name of the act's own place. */
function wantedParts(fact: MatterFact, place: number): readonly WantedPart[] {
  const names = new RegExp(`^(words-${place}|key-${place}-[0-9]{1,3})$`);
  return partsOfMatter(fact).map((one) => ({ ...one, names, sizes: sizesOf[one.kind] }));
}
