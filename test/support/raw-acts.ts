// Acts as somebody signs them who has a good key and no desk: no rule was asked before they leave.
import { chainFacts, type StaffFact } from "@temwen/casework";
import { vouchFor } from "@temwen/office";
import { digestOf } from "@temwen/sealing/open";
import {
  bytesToBase64,
  type CaseId,
  type Digest,
  instantToMillis,
  type Json,
  millisToInstant,
} from "@temwen/vocabulary";
import { headersOf, type SentAct, sendAct } from "./casework.ts";
import type { Answer } from "./parcels.ts";
import type { SmallOffice } from "./small-office.ts";

type Command = { readonly type: string; readonly [field: string]: Json };

/** A part that nobody sealed: for acts that are refused before anybody looks for it. */
export const nowhere = (name: string): { readonly part: string; readonly digest: Digest } => ({
  part: name,
  digest: digestOf(new TextEncoder().encode(name)),
});

/** These facts in their place behind the case's last event, signed by this person. */
export async function signRaw(
  office: SmallOffice,
  name: string,
  caseId: CaseId,
  { command, facts }: { readonly command: Command; readonly facts: readonly StaffFact[] },
): Promise<SentAct> {
  const events = await office.record.readStream(caseId);
  const last = events.at(-1);
  if (!last) throw new Error("nobody filed that");
  const { id, signer } = office.person(name);
  // Readers tell acts of one person apart by their hours.
  const at = millisToInstant(Math.max(Date.now(), instantToMillis(last.at) + 1));
  const header = { case: caseId, office: office.trust.office, epoch: office.directory().epoch, by: id, at };
  const stated = chainFacts(facts, header, last, { vouch: (body) => vouchFor(body, signer), digest: digestOf });
  const statements = stated.map(({ body, vouching }) => ({ body: bytesToBase64(body), vouching }));
  return { expected: events.length, command, statements, sealed: {} };
}

/** Sends an act as it is, in this person's session. */
export const sendAs = async (office: SmallOffice, name: string, caseId: CaseId, act: SentAct): Promise<Answer> =>
  sendAct(office, await headersOf(office, name), caseId, act);

/** The types of what stands in a case. */
export const typesIn = async ({ record }: SmallOffice, caseId: CaseId): Promise<readonly string[]> =>
  (await record.readStream(caseId)).map(({ type }) => type);
