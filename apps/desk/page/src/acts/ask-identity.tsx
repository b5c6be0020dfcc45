import { person } from "../desk-state.ts";
import { words } from "../say.ts";
import type { ActProps } from "./act-sheet.tsx";
import { ReasonedAct } from "./reasoned-act.tsx";

/** Asks to see the person's name: with a reason that the record keeps in clear, and its words sealed. */
export function AskIdentity(props: ActProps) {
  const w = words();
  return (
    <ReasonedAct
      {...props}
      act="ask-identity"
      kind="identity"
      reasons={person.value?.choices.identityReasons ?? []}
      label={w.actReason}
      hint={w.identityWordsHint}
    >
      <p class="hint">{w.identityAskHint}</p>
    </ReasonedAct>
  );
}
