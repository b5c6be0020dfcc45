import type { Role } from "@temwen/office";
import { Choice, Choices } from "@temwen/ui";
import type { StaffId } from "@temwen/vocabulary";
import { forceName, nameWithRole, words } from "../say.ts";

type Offered = { readonly id: StaffId; readonly role: Role | string; readonly ties?: readonly string[] };

type ColleagueChoicesProps<C extends Offered> = {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | false | undefined;
  readonly colleagues: readonly C[];
  readonly chosen: readonly string[];
  readonly several?: boolean;
  /** Under a name; nothing said, it is their ties. */
  readonly noteOf?: (colleague: C) => string | undefined;
  /** Shown, and not to be chosen. */
  readonly isClosed?: (colleague: C) => boolean;
  readonly onChoose: (ids: readonly StaffId[]) => void;
};

/** Who of the office is meant: one colleague or several, and a word where there is nobody. */
export function ColleagueChoices<C extends Offered>(props: ColleagueChoicesProps<C>) {
  const { id, legend, hint, error, colleagues, chosen, several = false, onChoose } = props;
  const { noteOf = tellTies, isClosed = () => false } = props;
  const change = (changed: StaffId): readonly StaffId[] => {
    if (!several) return [changed];
    // In the order of the list, and only those who are on it.
    return colleagues.map((one) => one.id).filter((one) => chosen.includes(one) !== (one === changed));
  };
  return (
    <Choices id={id} legend={legend} hint={hint} error={error}>
      {colleagues.map((colleague) => (
        <Choice
          key={colleague.id}
          several={several}
          name={id}
          value={colleague.id}
          label={nameWithRole(colleague)}
          note={noteOf(colleague)}
          disabled={isClosed(colleague)}
          checked={chosen.includes(colleague.id)}
          onChange={() => onChoose(change(colleague.id))}
        />
      ))}
      {colleagues.length === 0 && <p class="hint">{words().grantNobody}</p>}
    </Choices>
  );
}

/** The ties of a colleague in words; nothing where there are none. */
export const tellTies = ({ ties = [] }: Pick<Offered, "ties">): string | undefined =>
  ties.length === 0 ? undefined : words().ties({ ties: ties.map(forceName).join(", ") });
