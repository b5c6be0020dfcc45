import { type Signer, vouchFor } from "@temwen/office";
import { sealAdded } from "@temwen/sealing/seal-added";
import { bytesToBase64, type ConsentChoice, canonicalBytes } from "@temwen/vocabulary";
import type { FiledCase } from "./casework.ts";
import { type Answer, postJson } from "./parcels.ts";
import type { SmallOffice } from "./small-office.ts";

/** An act of the person as it goes over the line, signed with the receipt's key (or by whoever is given). */
export function signPersonAct({ keys }: FiledCase, fact: object, sealed?: Uint8Array, signer: Signer = keys.signer) {
  const body = canonicalBytes(fact as Parameters<typeof canonicalBytes>[0]);
  return {
    mailbox: keys.mailbox,
    body: bytesToBase64(body),
    vouching: vouchFor(body, signer),
    ...(sealed && { sealed: bytesToBase64(sealed) }),
  };
}

/** What the person allows from now on. */
export const consentFact = (office: SmallOffice, { keys }: FiledCase, sequence: number, choice: ConsentChoice) => ({
  type: "case.consent-changed/1",
  case: keys.caseId,
  office: office.trust.office,
  sequence,
  choice,
});

/** Evidence that the person adds: the fact, its note, and the pieces. */
export async function sealAddition(
  office: SmallOffice,
  { keys, parcel }: FiledCase,
  sequence: number,
  files: Parameters<typeof sealAdded>[0]["files"],
) {
  const { storyRecipient } = parcel.manifest.event;
  const added = await sealAdded({ case: keys.caseId, sequence, files }, storyRecipient);
  if (!added.ok) throw new Error(`the example could not be sealed: ${added.refusal.code}`);
  const { note, pieces } = added.value;
  const fact = {
    type: "case.evidence-added/1",
    case: keys.caseId,
    office: office.trust.office,
    sequence,
    note: { part: note.part, digest: note.digest },
    evidence: pieces.map(({ part, digest, sealed }) => ({ part, digest, size: sealed.length })),
  };
  return { fact, note: note.sealed, pieces };
}

/** Sends what a person signed. */
export const sendPersonAct = (office: SmallOffice, act: object): Promise<Answer> =>
  postJson(office, "/api/mailbox/acts", act);
