import type { StaffId } from "@temwen/vocabulary";
import type { CaseView } from "../../../../keeper/src/views.ts";
import { type Colleague, whyOut } from "../../case/why-out.ts";
import { person } from "../../desk-state.ts";
import { nameWithRole, words } from "../../say.ts";
import type { Asked, PlainWord } from "../asked.ts";
import { choice, several } from "./choose.tsx";

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

/** Any colleagues, or none: also those who may not work on the case. */
export const severalColleagues = ({ label, hint }: Pick<Whom, "label" | "hint">): Asked<readonly StaffId[]> => {
  const { ids, called } = offerOf({ label, who: () => true });
  return several({ label, ...(hint && { hint }), ids, called, least: 0 });
};
