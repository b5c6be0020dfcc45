import { isEligible } from "@temwen/office";
import type { CaseView, Choices } from "../../../keeper/src/views.ts";
import { forceName, words } from "../say.ts";

/** A member of staff as the desk knows them. */
export type Colleague = Choices["colleagues"][number];

/** Why somebody may have nothing to do with a case: a tie to a force in it, or that they stepped back. */
export function whyOut({ id, ties }: Colleague, { forces, gone }: CaseView): string | undefined {
  if (gone.includes(id)) return words().steppedBack;
  const isTied = (forces.length === 0 ? ["unknown"] : forces).some((force) => !isEligible({ ties }, force));
  return isTied ? words().ties({ ties: ties.map(forceName).join(", ") }) : undefined;
}
