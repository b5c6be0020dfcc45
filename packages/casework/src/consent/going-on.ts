import type { KnownCase, LivingCase } from "../case/case.ts";
import type { Override } from "../case/referral-state.ts";

/** Whether two people decided that it goes on against the person's wish, for a child or because of danger. */
export const goesOn = ({ goingOn }: KnownCase): boolean => goingOn?.confirmedBy !== undefined;

/** What the person signs anew of what they want is weighed anew. */
export function wishedAnew<C extends LivingCase>(theCase: C): C {
  const { goingOn: _on, pressure: _pressure, ...rest } = theCase;
  return withoutOverrides(rest as unknown as C);
}

/** An override answers what the person said until then; those of the first number outlive it, as they did. */
export function withoutOverrides<C extends LivingCase>(theCase: C, forum?: string): C {
  const { overrides, ...rest } = theCase;
  if (!overrides) return theCase;
  const isKept = (one: Override): boolean => one.formerly === true || (forum !== undefined && one.forum !== forum);
  return { ...rest, overrides: overrides.filter(isKept) } as unknown as C;
}
