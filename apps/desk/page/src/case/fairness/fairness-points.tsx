import { Icon } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import type { CaseView, InquiryView } from "../../../../keeper/src/views.ts";
import { words } from "../../say.ts";
import { callAllegation } from "../inquiry-names.ts";
import { type Mend, type Point, pointsOf, pointsOfCase } from "./points.ts";

/** How a point is mended, where something is offered for it. */
type Mending = (by: Mend) => ComponentChildren;

/** The points of the checklist, allegation by allegation, and then of the whole case. */
export function FairnessPoints({
  view,
  inquiry,
  mending = () => null,
}: {
  readonly view: CaseView;
  readonly inquiry: InquiryView;
  readonly mending?: Mending;
}) {
  return (
    <>
      {inquiry.allegations.map((allegation) => (
        <div key={allegation.number} class="fairness">
          <h3>{callAllegation(allegation)}</h3>
          <Points points={pointsOf(allegation, inquiry)} mending={mending} />
        </div>
      ))}
      <div class="fairness">
        <h3>{words()["acts.case"]}</h3>
        <Points points={pointsOfCase(view, inquiry)} mending={mending} />
      </div>
    </>
  );
}

const iconOf = { met: "check", open: "alarm", look: "search" } as const;

function Points({ points, mending }: { readonly points: readonly Point[]; readonly mending: Mending }) {
  const w = words();
  return (
    <ul class="points">
      {points.map(({ key, state, text, mend }) => (
        <li key={key} class={state}>
          <Icon name={iconOf[state]} />
          <p>
            <strong>{w[`fair.${state}`]}</strong> {text}
          </p>
          {mend && mending(mend)}
        </li>
      ))}
    </ul>
  );
}
