import type { KnownCase, LivingCase } from "../case/case.ts";
import { withoutAssignment } from "../intake/admission.ts";

/** Ends at which others may look again, and new facts may be brought. */
export const ends = ["not-admitted", "closed", "withdrawn", "transferred"] as const;
type Ended = Extract<LivingCase, { readonly stage: (typeof ends)[number] }>;

/** Whether a case has come to an end that the person was told. */
export const isAtEnd = <C extends KnownCase>(theCase: C): theCase is C & Ended =>
  ends.some((stage) => stage === theCase.stage);

/**
 * A case that ended, back where it can be examined: what was found out stays, nobody has it, and what was said of its end is
 * over. Having sat over it is no hand in it when it comes before the panel again; every other act is.
 */
export function openAgain(theCase: LivingCase): LivingCase {
  const {
    review,
    before,
    treatmentTold: _told,
    reopening: _reopening,
    pressure: _pressure,
    transfer: _transfer,
    summary,
    ...others
  } = theCase;
  const rest = summary ? { ...others, summary: { ...summary, isOver: true as const } } : others;
  switch (rest.stage) {
    case "not-admitted": {
      const { proposedAt: _at, proposedBy: _by, reason: _reason, formerly: _formerly, ...more } = rest;
      const { decidedAt, decidedBy: _who, ...open } = more;
      return { ...open, stage: "assessed", outcomeToldAt: decidedAt };
    }
    case "withdrawn": {
      const { endedSequence: _, ...open } = rest;
      if (!("inquiry" in open)) return { ...open, stage: "assessed", withdrawalAsked: false };
      const inquiry = withoutAssignment(open.inquiry);
      return {
        ...open,
        ...satBefore(theCase),
        stage: "investigating",
        withdrawalAsked: false,
        inquiry,
      };
    }
    case "transferred": {
      if (!("inquiry" in rest)) return { ...rest, stage: "assessed" };
      const inquiry = withoutAssignment(rest.inquiry);
      return { ...rest, ...satBefore(theCase), stage: "investigating", inquiry };
    }
    case "closed": {
      const hands = satBefore(theCase);
      return { ...rest, ...hands, stage: "investigating", inquiry: withoutAssignment(rest.inquiry) };
    }
    default:
      throw new Error("it had not ended");
  }
}

/** Whose hand was in it before the panel, everybody who acted, and who looked again; with those of earlier rounds. */
function satBefore({ review, before, handledBy, sentBack }: LivingCase): Pick<LivingCase, "sentBack"> {
  const hand = review?.hand ?? before;
  if (!hand) return {};
  const since = review ? handledBy.filter((id) => !before?.includes(id)) : [];
  return { sentBack: { hand, acted: handledBy, reviewed: [...(sentBack?.reviewed ?? []), ...since] } };
}
