import { Button } from "@temwen/ui";
import type { CaseView, InquiryView } from "../../../../keeper/src/views.ts";
import { type Act, isLawful, isOffered, orderOf } from "../../acts/act-names.ts";
import { wordFor, words } from "../../say.ts";
import { Fold } from "../fold.tsx";
import { FairnessPoints } from "./fairness-points.tsx";
import { pointsOf, pointsOfCase } from "./points.ts";

/** The fairness checklist: what still stands against each finding, and the act that mends it. */
export function Fairness({
  view,
  inquiry,
  onOpen,
}: {
  readonly view: CaseView;
  readonly inquiry: InquiryView;
  readonly onOpen: (act: Act) => void;
}) {
  const { allegations } = inquiry;
  // Once the panel found, there is nothing left to check.
  if (allegations.length === 0 || allegations.some(({ found }) => found)) return null;
  const w = words();
  const points = [...allegations.flatMap((one) => pointsOf(one, inquiry)), ...pointsOfCase(view, inquiry)];
  const open = points.filter(({ state }) => state === "open").length;
  return (
    <Fold id="fairness" title={w.fairnessHead} note={w.fairnessOpen({ n: open })}>
      <p class="hint">{w.fairnessHint}</p>
      <FairnessPoints
        view={view}
        inquiry={inquiry}
        mending={(act) =>
          isLawful(view, act) &&
          isOffered(view, act) && (
            <Button look="plain" onClick={() => onOpen(act)}>
              {wordFor("order", orderOf(act))}
            </Button>
          )
        }
      />
    </Fold>
  );
}
