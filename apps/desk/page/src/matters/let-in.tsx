import { rolesIn, tiesTo } from "@temwen/casework/matters";
import type { MatterKind, StaffId } from "@temwen/vocabulary";
import type { MatterView } from "../../../keeper/src/matters/matter-views.ts";
import { ColleagueChoices } from "../acts/colleague-choices.tsx";
import { person } from "../desk-state.ts";
import { words } from "../say.ts";
import { matterWords } from "./say-matter.ts";

type LetInProps = {
  readonly kind: MatterKind;
  readonly view: MatterView | undefined;
  /** Whether those who have the key may keep reading, behind a new one. */
  readonly isNewKey: boolean;
  /** The forces chosen so far, while a matter is opened. */
  readonly forces: unknown;
  readonly chosen: readonly StaffId[];
  readonly isMissing: boolean;
  readonly onChoose: (ids: readonly StaffId[]) => void;
};

/** Who gets the key: colleagues who work on matters and have no tie to whom it concerns. */
export function LetIn({ kind, view, isNewKey, forces, chosen, isMissing, onChoose }: LetInProps) {
  const w = matterWords();
  const kept = isNewKey && view ? view.mayKeepKey : [];
  const concerned = Array.isArray(forces) && forces.length > 0 ? (forces as readonly string[]) : ["unknown"];
  const free = (person.value?.choices.colleagues ?? []).filter(
    ({ role, ties }) => rolesIn[kind].some((one) => one === role) && tiesTo(concerned, { ties }).length === 0,
  );
  // The panel first: without one of them nobody could go on.
  const others = view?.mayLetIn ?? [...free].sort((a, b) => Number(b.role === "panel") - Number(a.role === "panel"));
  const later = isNewKey ? words().rekeyHint : undefined;
  const hint = view ? later : w["field.letInHint"];
  return (
    <ColleagueChoices
      id="matter-let-in"
      several
      legend={isNewKey && view ? words().rekeyWho : w["field.letIn"]}
      hint={hint}
      error={isMissing && w["why.no-grants"]}
      colleagues={[...kept, ...others]}
      chosen={chosen}
      noteOf={() => undefined}
      onChoose={onChoose}
    />
  );
}
