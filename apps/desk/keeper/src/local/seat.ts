import { granted, type Result, refused, type StaffId } from "@temwen/vocabulary";
import type { DraftStore } from "../draft-store.ts";
import type { Keeper } from "../keeper.ts";
import { admitToDesk, type SignInOptions, unlockDesk } from "../sign-in.ts";
import type { KeeperRefusal } from "../views.ts";

/**
 * Somebody's place at this local desk while their key is open. Unsent words need the key alone; everything else needs the
 * office, which may be out of reach when somebody sits down.
 */
export type Seat = {
  readonly staff: StaffId;
  readonly drafts: DraftStore | undefined;
  /** The desk itself. Where the office was out of reach before, it is asked again. */
  readonly enter: () => Promise<Result<Keeper, KeeperRefusal>>;
  /** The desk, when the office was reached. */
  readonly keeper: () => Keeper | undefined;
  /** Forgets the keys. */
  readonly close: () => void;
};

/** Refusals after which somebody may still sit and wait: nobody said no, the line did. */
export const isOutOfReach = ({ code }: KeeperRefusal): boolean => code === "unreachable";

/** Opens a key file and asks the office; who is refused by it gets no seat, who cannot reach it gets one that waits. */
export async function takeSeat(options: SignInOptions): Promise<Result<Seat, KeeperRefusal>> {
  const unlocked = await unlockDesk(options);
  if (!unlocked.ok) return unlocked;
  const { desk, drafts } = unlocked.value;
  let keeper: Keeper | undefined;
  let isOpen = true;
  const forget = () => {
    isOpen = false;
    keeper?.close();
    desk.key.signingSeed.fill(0);
  };
  const enter: Seat["enter"] = async () => {
    if (!isOpen) return refused({ code: "signed-out" });
    if (keeper) return granted(keeper);
    const admitted = await admitToDesk(unlocked.value);
    // Who left while the office was being asked is not signed in by its late answer.
    if (!isOpen) return refused({ code: "signed-out" });
    if (admitted.ok) keeper ??= admitted.value;
    return keeper ? granted(keeper) : admitted;
  };
  const first = await enter();
  if (first.ok || isOutOfReach(first.refusal)) {
    return granted({ staff: desk.key.staff, drafts, enter, keeper: () => keeper, close: forget });
  }
  forget();
  return first;
}
