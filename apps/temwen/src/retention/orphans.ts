import type { TracesView } from "@temwen/record/postgres";
import type { Shelf } from "@temwen/server";
import { type Digest, type Instant, instantToMillis } from "@temwen/vocabulary";
import type { OrphanNotes } from "./orphan-notes.ts";

/**
 * How long a piece that no case names stays, from the run that first saw it so. Whoever points an office at the wrong
 * bucket, or at one that it shares with an older copy of itself, has so long to notice.
 */
export const orphanDays = 7;

/** Pieces of evidence that no case names: those whose time is over, and those that wait. */
export type Orphans = { readonly due: readonly Digest[]; readonly waiting: OrphanNotes };

const dayMillis = 86_400_000;
/** Asked about together. */
const askedAtOnce = 500;

/** Compares the shelf with the record, and both with what the run before noted. Changes nothing. Throws `ShelfFault`. */
export async function findOrphans(
  shelf: Pick<Shelf, "list">,
  record: Pick<TracesView, "findUnannounced">,
  noted: OrphanNotes,
  now: Instant,
): Promise<Orphans> {
  const due: Digest[] = [];
  const waiting = new Map<Digest, Instant>();
  for await (const digests of inGroups(shelf.list())) {
    for (const digest of await record.findUnannounced(digests)) {
      const since = noted.get(digest) ?? now;
      if (instantToMillis(now) - instantToMillis(since) >= orphanDays * dayMillis) due.push(digest);
      else waiting.set(digest, since);
    }
  }
  return { due, waiting };
}

/** Takes pieces away; asks again about each just before, for a case may name it since. Throws `ShelfFault`. */
export async function takeOrphans(
  shelf: Pick<Shelf, "remove">,
  record: Pick<TracesView, "findUnannounced">,
  due: readonly Digest[],
): Promise<number> {
  let taken = 0;
  for (const digest of due) {
    if ((await record.findUnannounced([digest])).length === 0) continue;
    await shelf.remove(digest);
    taken += 1;
  }
  return taken;
}

async function* inGroups(digests: AsyncIterable<Digest>): AsyncGenerator<readonly Digest[]> {
  let group: Digest[] = [];
  for await (const digest of digests) {
    group.push(digest);
    if (group.length < askedAtOnce) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
