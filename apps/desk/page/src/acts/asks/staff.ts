import { isEligible } from "@temwen/office";
import type { StaffId } from "@temwen/vocabulary";
import type { CaseView, Choices } from "../../../../keeper/src/views.ts";
import { person } from "../../desk-state.ts";
import { forceName, nameWithRole, words } from "../../say.ts";
import type { Asked, PlainWord } from "../asked.ts";
import { choice, several } from "./choose.tsx";

/** A member of staff as the desk knows them. */
export type Colleague = Choices["colleagues"][number];

type Whom = {
  readonly label: PlainWord;
  readonly hint?: PlainWord;
  /** Who comes into question by role; the others are not listed. */
  readonly who: (colleague: Colleague) => boolean;
  /** Why one of them may not, besides ties and having stepped back; they are listed, and cannot be chosen. */
  readonly whyNot?: (colleague: Colleague, view: CaseView) => string | undefined;
};

/** One member of staff without a tie to the case. */
export const staff = (whom: Whom): Asked<StaffId> => choice(offerOf(whom));

/** Several of them, `least` at least. */
export const severalStaff = (whom: Whom & { readonly least: number }): Asked<readonly StaffId[]> =>
  several({ ...offerOf(whom), least: whom.least });

const findColleague = (id: StaffId): Colleague | undefined =>
  person.value?.choices.colleagues.find((one) => one.id === id);

function offerOf({ label, hint, who, whyNot }: Whom) {
  const closedBy = (id: StaffId, view: CaseView): string | undefined => {
    const colleague = findColleague(id);
    return colleague && (whyOut(colleague, view) ?? whyNot?.(colleague, view));
  };
  return {
    label,
    ...(hint && { hint }),
    ids: () => (person.value?.choices.colleagues ?? []).filter(who).map(({ id }) => id),
    called: (id: StaffId) => {
      const colleague = findColleague(id);
      return colleague ? nameWithRole(colleague) : id;
    },
    isClosed: (id: StaffId, view: CaseView) => closedBy(id, view) !== undefined,
    note: (id: StaffId, view: CaseView) => {
      const colleague = findColleague(id);
      return [closedBy(id, view), colleague?.civilSociety && words()["role.civil-society"]].filter(Boolean).join(" · ");
    },
  };
}

/** Why somebody may have nothing to do with a case: a tie to a force in it, or that they stepped back. */
export function whyOut({ id, ties }: Colleague, { forces, gone }: CaseView): string | undefined {
  if (gone.includes(id)) return words().steppedBack;
  const isTied = (forces.length === 0 ? ["unknown"] : forces).some((force) => !isEligible({ ties }, force));
  return isTied ? words().ties({ ties: ties.map(forceName).join(", ") }) : undefined;
}

/** Any colleagues, or none: also those who may not work on the case. */
export const severalColleagues = ({ label, hint }: Pick<Whom, "label" | "hint">): Asked<readonly StaffId[]> => {
  const { ids, called } = offerOf({ label, who: () => true });
  return several({ label, ...(hint && { hint }), ids, called, least: 0 });
};
