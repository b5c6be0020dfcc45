import type { OpenedAnswer } from "@temwen/courier/desk";
import type { Role } from "@temwen/office";
import { type CaseId, type Digest, granted, type Result, refused } from "@temwen/vocabulary";
import { withActing } from "./acting.ts";
import { closeFlood, type FloodClosing } from "./acts/close-flood.ts";
import { type OpenCaseWish, openCaseForOffice } from "./acts/open-case.ts";
import { giveShare, type OpeningsView, readOpenings } from "./acts/openings.ts";
import type { Desk } from "./acts/send-act.ts";
import type { Entrance } from "./entrance.ts";
import { readNumber } from "./read-number.ts";
import { type Surveyed, surveyCases } from "./survey/survey.ts";
import type { SurveyPage, SurveyPlace } from "./survey/survey-views.ts";
import type { FoundCases, KeeperRefusal, QueueView } from "./views.ts";

/** What a person does over many cases, and with none of them open. */
export type ListDesk = {
  readonly readQueue: (question: {
    readonly stage?: string;
    /** The `next` of the page before. */
    readonly after?: string;
    readonly limit?: number;
  }) => Promise<Result<QueueView, KeeperRefusal>>;
  /** Cases that this person may read, by the beginning of their number as a screen shows it or as a whole id. */
  readonly findCases: (number: string) => Promise<Result<FoundCases, KeeperRefusal>>;
  /**
   * Reads some of the cases that this person may read, checked, for the boards of this desk; and where to go on. The words that
   * name units are opened only where they are asked for.
   */
  readonly survey: (place?: SurveyPlace, withUnits?: boolean) => Promise<Result<SurveyPage, KeeperRefusal>>;
  /** Proposes to close many cases as noise, or agrees to it: unread, in one step (docs/specs/casework.md). */
  readonly closeFlood: (caseIds: readonly CaseId[]) => Promise<Result<FloodClosing, KeeperRefusal>>;
  /** Opens a case that nobody brought, or that another body hands over (docs/specs/opened-cases.md). */
  readonly openCase: (wish: OpenCaseWish) => Promise<Result<OpenedAnswer, KeeperRefusal>>;
  /** What asks for the shares that this person holds, and nothing else of those cases (docs/specs/escrow-opening.md). */
  readonly readOpenings: () => Promise<Result<OpeningsView, KeeperRefusal>>;
  /** Gives one's share for the opening of these terms; for whichever is asked, where none are said. */
  readonly giveShare: (caseId: CaseId, terms?: Digest) => Promise<Result<{ readonly version: number }, KeeperRefusal>>;
};

/** Opens the desk's ways over many cases. */
export function createListDesk(desk: Desk, { findMe, enter, isOpen }: Entrance, role: Role): ListDesk {
  const known: Surveyed = new Map();
  return {
    readQueue: async (question) => {
      // Behind a page without a case there may be more: of many in a row this person may know nothing.
      for (let asked = question; ; ) {
        if (!isOpen()) return refused({ code: "signed-out" });
        const page = await desk.courier.readQueue(asked);
        if (!page.ok) return page;
        const { rows, next } = page.value;
        if (rows.length > 0 || next === undefined)
          return granted(withActing({ ...page.value, now: desk.now() }, role, desk.pack));
        asked = { ...question, after: next };
      }
    },
    findCases: async (number) => {
      if (!isOpen()) return refused({ code: "signed-out" });
      const beginning = readNumber(number);
      if (beginning === undefined) return refused({ code: "malformed-number" });
      const found = await desk.courier.findCases(beginning);
      return found.ok ? granted({ ...found.value, now: desk.now() }) : found;
    },
    survey: async (place, withUnits) => {
      const myself = await findMe();
      return myself.ok ? surveyCases(desk, myself.value, { known, enter }, { place, withUnits }) : myself;
    },
    closeFlood: async (caseIds) => {
      const myself = await findMe();
      return myself.ok ? closeFlood(desk, myself.value, caseIds) : myself;
    },
    openCase: async (wish) => {
      const myself = await findMe();
      return myself.ok ? openCaseForOffice(desk, myself.value, wish) : myself;
    },
    readOpenings: async () => (isOpen() ? readOpenings(desk) : refused({ code: "signed-out" })),
    giveShare: async (caseId, terms) => {
      const myself = await findMe();
      return myself.ok ? giveShare(desk, myself.value, caseId, terms) : myself;
    },
  };
}
