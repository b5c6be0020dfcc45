import type { Instant } from "@temwen/vocabulary";
import type { CaseCore } from "../case/case.ts";

/** Whether it was recorded that this clock was missed. */
export const isSaid = (
  { missed }: Pick<CaseCore, "missed">,
  { id, due }: { readonly id: string; readonly due: string },
): boolean => missed.some((one) => one.clock === id && one.due === due);

/** When a clock is due, after more time was given to it. */
export const extended = ({ extensions = [] }: Pick<CaseCore, "extensions">, clock: string, due: Instant): Instant =>
  extensions.find((one) => one.clock === clock && one.due === due)?.until ?? due;
