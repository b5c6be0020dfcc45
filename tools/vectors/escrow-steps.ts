// An escrow opened: proposed and stopped, proposed again, a danger that two roles see, three holders, and the opening; for the
// golden files of those events.
import type { KnownCase, StaffCommand } from "@temwen/casework";
import { firstSteps, grantTo, part, type Step } from "./case-vectors.ts";
import { staffIdOf } from "./office-vectors.ts";

const standing = ({ opening }: KnownCase) => {
  if (!opening) throw new Error("nobody proposed an opening");
  return { opening: opening.number, terms: opening.terms };
};
const agrees = (holder: string, index: number): Step => ({
  by: holder,
  answers: (theCase): StaffCommand => ({
    type: "agree-opening",
    ...standing(theCase),
    shares: [{ to: staffIdOf("intake-2"), ...part(`opening-${index}-1`) }],
  }),
});
const proposes = (opening: number, because: "readers-refuse" | "life-at-risk"): Step => ({
  by: "intake-1",
  order: { type: "propose-opening", opening, because, readers: [staffIdOf("intake-2")] },
});

/** A ninth way: the story's key is joined again by three who hold its shares. */
export const escrowSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  {
    by: "intake-1",
    order: { type: "grant-access", reason: "asked-to-help", grants: [grantTo("support-1", ["support"], 4)] },
  },
  proposes(1, "readers-refuse"),
  {
    by: "support-1",
    answers: (theCase) => ({ type: "stop-opening", ...standing(theCase), because: "not-needed" }),
  },
  proposes(2, "life-at-risk"),
  { by: "support-1", answers: (theCase) => ({ type: "confirm-danger", ...standing(theCase) }) },
  agrees("holder-1", 9),
  agrees("holder-2", 10),
  agrees("holder-3", 11),
  { by: "intake-2", answers: (theCase) => ({ type: "open-escrow", ...standing(theCase), because: "life-at-risk" }) },
];
