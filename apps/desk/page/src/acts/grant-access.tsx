import { useSignal } from "@preact/signals";
import type { ActRequest, Choices as DeskChoices } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { ReasonChoices } from "../reason-choices.tsx";
import { nameWithRole, words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";
import { BeyondConsent } from "./beyond-consent.tsx";
import { ColleagueChoices, tellTies } from "./colleague-choices.tsx";

type Colleague = DeskChoices["colleagues"][number];
type Letting = { readonly to: string; readonly reason: string };

/** Lets a colleague in. The key cannot be taken back, so it is asked twice. */
export function GrantAccess(props: ActProps) {
  const w = words();
  const { view } = props;
  const draft = draftOf<Letting>(draftName(person.value?.me.id ?? "", view.caseId, "grant"), { to: "", reason: "" });
  const isTried = useSignal(false);
  const { to, reason } = draft.value;
  const colleagues = (person.value?.choices.colleagues ?? []).filter(({ role }) => readingRoles.includes(role));
  const chosen = colleagues.find(({ id }) => id === to);
  const ready = (): ActRequest | undefined => {
    isTried.value = true;
    return chosen && reason !== "" ? { act: "grant", to: chosen.id, reason } : undefined;
  };
  const noteOf = (one: Colleague): string | undefined =>
    view.access.named.some((grant) => grant.to === one.id) ? w.grantHas : tellTies(one);
  return (
    <ActSheet
      {...props}
      act="grant"
      ready={ready}
      forget={draft.forget}
      isTouched={draft.isTouched}
      submit={w.grantYes}
      twice={{
        question: w.grantAsk({ who: chosen ? nameWithRole(chosen) : "" }),
        consequence: chosen?.role === "support" ? w.grantSupport : w.grantLose,
      }}
    >
      <ColleagueChoices
        id="to"
        legend={w.colleague}
        error={isTried.value && !chosen && w.chooseColleague}
        colleagues={colleagues}
        chosen={[to]}
        noteOf={noteOf}
        isClosed={({ ties }) => ties.some((tie) => view.forces.includes(tie))}
        onChoose={([id = ""]) => draft.change({ to: id })}
      />
      <BeyondConsent view={view} uses={chosen ? [{ use: "let-in", role: chosen.role }] : []} />
      <ReasonChoices
        kind="access"
        reasons={(person.value?.choices.accessReasons ?? []).filter((id) => id !== "confirm-non-admission")}
        chosen={reason}
        isMissing={isTried.value && reason === ""}
        onChoose={(id) => draft.change({ reason: id })}
      />
    </ActSheet>
  );
}

/** Roles that the rules let into a case (docs/specs/casework.md); the others are not offered. */
const readingRoles: readonly string[] = ["intake", "investigator", "panel", "child-protection", "support"];
