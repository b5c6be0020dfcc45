import type { Desk } from "./acts/send-act.ts";
import { type CaseDesk, createCaseDesk } from "./case-desk.ts";
import { listChoices } from "./choices.ts";
import type { DraftStore } from "./draft-store.ts";
import { type Myself, openEntrance } from "./entrance.ts";
import { createListDesk, type ListDesk } from "./list-desk.ts";
import { createMatterDesk, type MatterDesk } from "./matters/matter-desk.ts";
import type { Choices, Me } from "./views.ts";

/** A signed-in person's desk: their keys are open in this process until it is closed. */
export type Keeper = CaseDesk &
  ListDesk & {
    readonly me: Me;
    readonly choices: () => Choices;
    /** Recommendations and visits (docs/specs/streams.md). */
    readonly matters: MatterDesk;
    /** Unsent words on this machine; undefined where this desk has no place for them. */
    readonly drafts: DraftStore | undefined;
    /** Forgets the keys. */
    readonly close: () => void;
  };

/** Seats a person whom the office knows. */
export function createKeeper(desk: Desk, { member, standing }: Myself, drafts: DraftStore | undefined): Keeper {
  const entrance = openEntrance(desk);
  const { id, role, ties, expires } = member;
  return {
    me: { id, role, ties, epoch: standing.directory.epoch, expires },
    choices: () => listChoices(desk, standing),
    ...createCaseDesk(desk, entrance),
    ...createListDesk(desk, entrance, role),
    matters: createMatterDesk(desk, entrance.findMe),
    drafts,
    close: () => {
      entrance.close();
      desk.key.signingSeed.fill(0);
    },
  };
}
