import { againstOpeningCase, type OpenedFact, type OpeningSaid } from "@temwen/casework";
import type { OpenedAnswer } from "@temwen/courier/desk";
import { type StaffMember, type Standing, vouchFor } from "@temwen/office";
import { sealOpening } from "@temwen/sealing/seal-opening";
import { canonicalBytes, createId, type Json, type Language, type Result, refused } from "@temwen/vocabulary";
import type { KeeperRefusal } from "../views.ts";
import { type Desk, servingAt } from "./send-act.ts";

/** A case that the office is to open: what is said of it in clear, and the words that are sealed. */
export type OpenCaseWish = {
  readonly says: OpeningSaid;
  readonly text: string;
  readonly language: Language;
  /** Where it was read, or the number that the body which hands it over has given it; may be empty. */
  readonly reference: string;
};

/** Decides, seals to four others, signs and sends; the server decides again. Whoever opens a case holds no key to it. */
export async function openCaseForOffice(
  desk: Desk,
  { member, standing }: { readonly member: StaffMember; readonly standing: Standing },
  { says, text, language, reference }: OpenCaseWish,
): Promise<Result<OpenedAnswer, KeeperRefusal>> {
  const { directory } = standing;
  const against = againstOpeningCase(
    says,
    member,
    directory.forces.map(({ id }) => id),
  );
  if (against) return refused(against);
  const id = createId("case", crypto.getRandomValues(new Uint8Array(16)));
  const draft = { case: id, text, language, reference, forces: says.forces };
  const sealed = await sealOpening(draft, member.id, servingAt(standing, desk.now()));
  if (!sealed.ok) return sealed;
  const { said, parts, labelKey, salt } = sealed.value;
  const fact: OpenedFact = {
    ...{ type: "case.opened/1", case: id, office: desk.key.office, epoch: directory.epoch, by: member.id },
    ...{ at: desk.now(), ...says, ...said },
  };
  const body = canonicalBytes(fact as unknown as Json);
  const statement = { body, vouching: vouchFor(body, desk.signer) };
  return desk.courier.openCase({ statement, labelKey, salt, sealed: parts });
}
