import { type Instant, millisToInstant } from "@temwen/vocabulary";
import type { KnownCase } from "../case/case.ts";
import { classOf } from "../case/sea.ts";
import { isSaid } from "../clocks/clock-state.ts";
import type { RunningClock } from "../clocks/clocks.ts";
import { dueErasure } from "../erasure/erasure.ts";
import { openingHours } from "../escrow/escrow.ts";
import { spellReferrals } from "../referral/referral-brief.ts";
import { vaultEnds } from "../vault/vault.ts";
import { spellOut } from "./row-law.ts";

/** What the queue shows of a case: clear facts only. */
export type CaseInBrief = {
  readonly stage: KnownCase["stage"];
  readonly receivedAt: Instant;
  readonly clock?: RunningClock;
  readonly facts: { readonly [name: string]: string | number | boolean };
};

/** A case in brief, with its nearest running clock. */
export function briefCase(theCase: KnownCase, clocks: readonly RunningClock[]): CaseInBrief {
  const out = spellOut(theCase);
  // Of an erased case nothing is told but that it was.
  if (theCase.stage === "erased") return { stage: "erased", receivedAt: theCase.receivedAt, facts: out };
  // What is late stays on top of the queue; `unsaid` is for whoever says that a clock was missed, once.
  const due = dueErasure(theCase);
  // A case closed unread waits for nobody of the office; but no clock of it stops, and each is said to be missed.
  const pressing = theCase.stage === "closed-as-flood" ? undefined : clocks[0];
  const nearest = nearestOf(pressing, due && { id: "erasure", due });
  const unsaid = clocks.find((clock) => !isSaid(theCase, clock));
  return {
    stage: theCase.stage,
    receivedAt: theCase.receivedAt,
    ...(nearest && { clock: nearest }),
    facts: {
      bucket: theCase.bucket,
      unanswered: theCase.unanswered,
      withdrawalAsked: theCase.withdrawalAsked,
      missed: theCase.missed.length,
      unsaid: unsaid?.due ?? "",
      ...out,
      ...(theCase.erasure && { erasure: due ?? theCase.erasure.step }),
      // Until when somebody's question to see the name waits for a second person; a reader compares it with the hour.
      ...(theCase.vault?.state === "asked" && { nameAskedUntil: millisToInstant(vaultEnds(theCase.vault)) }),
      // Until when an opening of its escrow is asked for; whoever holds a share looks for these.
      ...(theCase.opening?.opened.length === 0 && { openingUntil: openingHours(theCase.opening).until }),
      // Which went together, and how many: so that they are counted apart from what was read and not admitted.
      ...("flood" in theCase && { floodCases: theCase.flood.casesDigest, floodCount: theCase.flood.caseCount }),
      ...(theCase.referrals && { referrals: spellReferrals(theCase.referrals) }),
      // How it came in, where no person brought it; and whom it is about, so that who is tied never learns of it.
      ...(theCase.opened && { opened: theCase.opened.because, forces: theCase.opened.forces.join(" ") }),
      ...("assessedAt" in theCase && {
        rights: theCase.rights.join(" "),
        class: classOf(theCase) ?? theCase.class,
        forces: theCase.forces.join(" "),
        department: theCase.department,
        child: theCase.child,
      }),
    },
  };
}

const nearestOf = (a: RunningClock | undefined, b: RunningClock | undefined): RunningClock | undefined =>
  a && (!b || a.due <= b.due) ? a : b;
