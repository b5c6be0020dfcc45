import type { PersonAct } from "@temwen/courier";
import { sealTreatment } from "@temwen/sealing/seal";
import {
  canonicalBytes,
  granted,
  type Json,
  type Result,
  type TreatmentAnswer,
  type TreatmentQuestion,
} from "@temwen/vocabulary";
import type { Mailbox } from "../acts/room.ts";
import { findTurn, signAct } from "../reply/person-acts.ts";

type Written = Promise<Result<PersonAct, { readonly code: string }>>;

/** Signs what is said in clear, in the person's turn. */
export async function writeOwn(
  { courier, office, keys }: Mailbox,
  said: { readonly type: string; readonly [name: string]: Json },
): Written {
  const turn = await findTurn(courier, office, keys);
  if (!turn.ok) return turn;
  const { sequence } = turn.value;
  const fact = { ...said, case: keys.caseId, office: office.directory.office, sequence };
  return granted(signAct(keys, canonicalBytes(fact)));
}

/** How the office treated a person: sealed to the case's readers; in clear stands only that it was told. */
export async function writeTreatment(
  { courier, office, keys }: Mailbox,
  told: { readonly answers: { readonly [Q in TreatmentQuestion]: TreatmentAnswer }; readonly text: string },
): Written {
  const turn = await findTurn(courier, office, keys);
  if (!turn.ok) return turn;
  const { sequence, storyRecipient } = turn.value;
  const sealed = await sealTreatment({ case: keys.caseId, sequence, ...told }, storyRecipient);
  if (!sealed.ok) return sealed;
  const body = canonicalBytes({
    type: "case.treatment-told/1",
    case: keys.caseId,
    office: office.directory.office,
    sequence,
    told: { part: `treatment-in-${sequence}`, digest: sealed.value.digest },
  });
  return granted({ ...signAct(keys, body), sealed: sealed.value.sealed });
}
