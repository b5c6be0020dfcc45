import type { InquiryView } from "../../../../keeper/src/views.ts";
import { hour, staffName, wordFor, words } from "../../say.ts";
import { Fold } from "../fold.tsx";
import { Newest } from "../newest.tsx";
import { Noted } from "./noted.tsx";

/** Who examines the case, which way it goes, and by which plan. */
export function Examining({ inquiry }: { readonly inquiry: InquiryView }) {
  const w = words();
  const { plans, track } = inquiry;
  return (
    <Fold id="inquiry" title={w["acts.inquiry"]} note={wordFor("track", track)}>
      <p class="sentence">{tellWho(inquiry)}</p>
      <h3>{w["text.plan"]}</h3>
      {plans.length === 0 && <p class="hint">{w.planNone}</p>}
      <Newest entries={plans.map((plan) => ({ key: plan.at, entry: <Noted noted={plan} /> }))} />
    </Fold>
  );
}

function tellWho({ assigned, taken }: InquiryView): string {
  const w = words();
  if (taken) return w.examinedBy({ who: staffName(taken.by), date: hour(taken.at) });
  return assigned ? w.assignedTo({ who: staffName(assigned.to), date: hour(assigned.at) }) : w.examinedByNobody;
}
