import type { KnownCase, LivingCase } from "../case/case.ts";

/** Whether two people decided that it goes on against the person's wish, for a child or because of danger. */
export const goesOn = ({ goingOn }: KnownCase): boolean => goingOn?.confirmedBy !== undefined;

/** What the person signs anew of what they want is weighed anew. */
export function wishedAnew<C extends LivingCase>(theCase: C): C {
  const { goingOn: _on, pressure: _pressure, ...rest } = theCase;
  return rest as unknown as C;
}
