import { useSignal } from "@preact/signals";
import type { ActRequest, Choices as DeskChoices } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";
import { BeyondConsent } from "./beyond-consent.tsx";
import { ColleagueChoices, tellTies } from "./colleague-choices.tsx";

type Colleague = DeskChoices["colleagues"][number];
type Rekeying = { readonly to: readonly string[] };

/** Somebody left: who reads on from here. Those who read it by name do in any case; who left is not listed. */
export function Rekey(props: ActProps) {
  const w = words();
  const { view } = props;
  const mayNot = ({ ties }: Colleague): boolean => ties.some((tie) => view.forces.includes(tie));
  const colleagues = (person.value?.choices.colleagues ?? []).filter(({ role }) => readingRoles.includes(role));
  const isKept = ({ id }: Colleague): boolean => view.access.readOn.includes(id);
  const before = colleagues.filter(
    (one) => isKept(one) || (!mayNot(one) && view.access.named.some(({ to }) => to === one.id)),
  );
  const name = draftName(person.value?.me.id ?? "", view.caseId, "rekey");
  const draft = draftOf<Rekeying>(name, { to: before.map(({ id }) => id) });
  const isTried = useSignal(false);
  const chosen = colleagues.filter((one) => isKept(one) || draft.value.to.includes(one.id));
  const to = chosen.map(({ id }) => id);
  // Whoever was let in before may be given the newest key; only new readers can go beyond what was allowed.
  const fresh = chosen.filter((one) => !before.includes(one));
  const ready = (): ActRequest | undefined => {
    isTried.value = true;
    return chosen.length > 0 ? { act: "rekey", to } : undefined;
  };
  return (
    <ActSheet
      {...props}
      act="rekey"
      ready={ready}
      forget={draft.forget}
      isTouched={draft.isTouched}
      submit={w.rekeyYes}
      twice={{ question: w.rekeyAsk, consequence: w.rekeyLose }}
    >
      <ColleagueChoices
        id="to"
        several
        legend={w.rekeyWho}
        hint={w.rekeyHint}
        error={isTried.value && chosen.length === 0 && w.chooseColleague}
        colleagues={colleagues}
        chosen={to}
        noteOf={(one) => (isKept(one) ? w.rekeyKeeps : tellTies(one))}
        isClosed={(one) => isKept(one) || mayNot(one)}
        onChoose={(ids) => draft.change({ to: ids })}
      />
      <BeyondConsent view={view} uses={fresh.map(({ role }) => ({ use: "let-in", role }))} />
    </ActSheet>
  );
}

/** Roles that may hold the key to words (docs/specs/casework.md). */
const readingRoles: readonly string[] = ["intake", "investigator", "panel", "child-protection"];
