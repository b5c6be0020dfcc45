import { randomInt } from "node:crypto";
import type { LogLeaf } from "@temwen/record";
import { type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import type { OfficeContext } from "../office-context.ts";
import { drawCover, leavesOf } from "./leaves.ts";

/** What goes into the log next: always as many committed leaves, what is public beside them, in an order that tells nothing. */
export type Batch = {
  readonly leaves: readonly LogLeaf[];
  /** The position up to which every event has its leaves. */
  readonly followed: number;
  /** Whether events wait that did not fit: they come with the next, and the operator is told. */
  readonly isFull: boolean;
};

type Asked = {
  /** How many committed leaves there are to be, cover among them; and how many public ones at most. */
  readonly size: number;
  /** The rhythm, in milliseconds. */
  readonly everyMillis: number;
  readonly followed: number;
  /** What is public, no event, and not yet there. */
  readonly waiting: readonly LogLeaf[];
};

/**
 * The next batch: the leaves of the events behind a position, what is public, and cover. Everybody can tell public leaves from
 * the others, so they take no committed one's place: else what they leave free would tell how many complaints came. An event
 * whose leaves do not fit waits for the next batch; one that has more leaves than any batch goes alone.
 */
export async function nextBatch(
  office: OfficeContext,
  { size, everyMillis, followed, waiting }: Asked,
): Promise<Batch> {
  const committed: LogLeaf[] = [];
  const open: LogLeaf[] = [];
  let reached = followed;
  let isFull = false;
  for (const event of await office.record.readAfter(followed, size + 1)) {
    const own = await leavesOf(event, office);
    const [secret, said] = [own.filter((one) => !isPublic(one)), own.filter(isPublic)];
    isFull = exceeds(committed, secret, size) || exceeds(open, said, size);
    if (isFull) break;
    committed.push(...secret);
    open.push(...said);
    reached = event.position;
  }
  open.push(...waiting.slice(0, Math.max(0, size - open.length)));
  while (committed.length < size) committed.push(drawCover(drawHour(office.now(), everyMillis), office.pack.zone));
  return { leaves: shuffle([...committed, ...open]), followed: reached, isFull };
}

/** A public leaf is text; a committed one begins with its version. */
const isPublic = ({ leaf }: LogLeaf): boolean => leaf[0] === 0x7b;

const exceeds = (has: readonly LogLeaf[], more: readonly LogLeaf[], size: number): boolean =>
  has.length > 0 && has.length + more.length > size;

/** An hour at which an event of this batch may have happened: at the turn of a month, cover is of both. */
const drawHour = (now: Instant, everyMillis: number): Instant =>
  millisToInstant(instantToMillis(now) - randomInt(Math.max(1, Math.trunc(everyMillis))));

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
