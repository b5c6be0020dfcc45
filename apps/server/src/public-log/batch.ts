import { randomInt } from "node:crypto";
import type { LogLeaf } from "@temwen/record";
import type { OfficeContext } from "../office-context.ts";
import { drawCover, leavesOf } from "./leaves.ts";

/** What goes into the log next: always as many leaves, in an order that tells nothing. */
export type Batch = {
  readonly leaves: readonly LogLeaf[];
  /** The position up to which every event has its leaves. */
  readonly followed: number;
  /** Whether events wait that did not fit: they come with the next, and the operator is told. */
  readonly isFull: boolean;
};

/**
 * The next batch of `size` leaves: those of the events behind a position, then what is public and not yet there, then
 * cover. An event whose leaves do not fit waits for the next batch; one that has more leaves than any batch goes alone.
 */
export async function nextBatch(
  office: OfficeContext,
  {
    size,
    followed,
    waiting,
  }: { readonly size: number; readonly followed: number; readonly waiting: readonly LogLeaf[] },
): Promise<Batch> {
  const leaves: LogLeaf[] = [];
  let reached = followed;
  const events = await office.record.readAfter(followed, size + 1);
  let isFull = false;
  for (const event of events) {
    const own = await leavesOf(event, office);
    isFull = leaves.length > 0 && leaves.length + own.length > size;
    if (isFull) break;
    leaves.push(...own);
    reached = event.position;
  }
  const fits = waiting.slice(0, Math.max(0, size - leaves.length));
  leaves.push(...fits);
  const now = office.now();
  while (leaves.length < size) leaves.push(drawCover(now, office.pack.zone));
  return { leaves: shuffle(leaves), followed: reached, isFull };
}

/** Fisher and Yates, with lots that nobody can foresee. */
function shuffle<Item>(items: readonly Item[]): readonly Item[] {
  const shuffled = [...items];
  for (let left = shuffled.length; left > 1; left -= 1) {
    const drawn = randomInt(left);
    const [here, there] = [shuffled[left - 1] as Item, shuffled[drawn] as Item];
    shuffled[left - 1] = there;
    shuffled[drawn] = here;
  }
  return shuffled;
}
