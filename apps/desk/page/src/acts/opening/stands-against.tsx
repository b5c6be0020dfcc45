import { FairnessPoints } from "../../case/fairness/fairness-points.tsx";
import { words } from "../../say.ts";
import type { Asking } from "../asked.ts";

/** Before findings are recommended: what still stands against each. */
export function StandsAgainst({ view }: Asking) {
  const { inquiry } = view;
  if (!inquiry) return null;
  return (
    <details class="earlier" open>
      <summary>{words().fairnessHead}</summary>
      <FairnessPoints view={view} inquiry={inquiry} />
    </details>
  );
}
