import { Notice } from "@temwen/ui";
import { person } from "../desk-state.ts";
import { words } from "../say.ts";
import type { ActProps } from "./act-sheet.tsx";
import { ReasonedAct } from "./reasoned-act.tsx";

/** One person proposes, another decides. The explanation is for the one who decides. */
export function ProposeNotAdmitted(props: ActProps) {
  const w = words();
  return (
    <ReasonedAct
      {...props}
      act="propose-not-admitted"
      kind="reason"
      reasons={person.value?.choices.nonAdmissionReasons ?? []}
      label={w.explanation}
      hint={w.explanationHint}
    >
      <Notice icon="people">
        <p>{w.actTwoPeople}</p>
      </Notice>
    </ReasonedAct>
  );
}
