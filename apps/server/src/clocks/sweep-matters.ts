import { clocksOfMatter, isMissed, type MatterClockMissedFact } from "@temwen/casework/matters";
import type { Signer } from "@temwen/office";
import { type Instant, type MatterId, matterKinds } from "@temwen/vocabulary";
import { nameOfFault } from "../log.ts";
import { readMatterFile } from "../matters/matter-file.ts";
import type { OfficeContext } from "../office-context.ts";
import { eventByClock } from "./by-clock.ts";

/** How long a matter was when it was last looked at, and when the next of its clocks passes. */
type Looked = { readonly version: number; readonly next: Instant | undefined };

/**
 * Says once of each clock of a matter that it passed, as of a case. A matter has no row that says when it is next due; so one that was
 * looked at is read again only when it has grown, or when its hour has come. Answers with the name of each fault.
 */
export function createMatterSweep(office: OfficeContext, clockKey: Signer): () => Promise<readonly string[]> {
  const looked = new Map<MatterId, Looked>();
  return async () => {
    const now = office.now();
    const faults: string[] = [];
    for (const kind of matterKinds) {
      for (const { matter, version } of await office.record.readMatters(kind)) {
        const before = looked.get(matter);
        if (before?.version === version && (before.next === undefined || before.next >= now)) continue;
        await sayPassed(matter, now, office, clockKey).then(
          (next) => looked.set(matter, { version, next }),
          (fault: unknown) => faults.push(nameOfFault(fault)),
        );
      }
    }
    return faults;
  };
}

/** Says of one clock that it passed, where one did; answers with the hour of the nearest of which nothing was said before. */
async function sayPassed(
  matter: MatterId,
  now: Instant,
  office: OfficeContext,
  clockKey: Signer,
): Promise<Instant | undefined> {
  const { events, matter: stands } = await readMatterFile(office, matter);
  if (stands.stage === "unknown") return undefined;
  const nearest = clocksOfMatter(stands, office.pack).find((clock) => !isMissed(stands, clock));
  if (!nearest || nearest.due >= now) return nearest?.due;
  const fact: MatterClockMissedFact = {
    ...{ type: "matter.clock-missed/1", matter, office: office.registry.office },
    ...{ clock: nearest.id, due: nearest.due },
  };
  const index = events.length;
  // A clash with somebody's act is no trouble: the matter has grown, and the next sweep looks again.
  await office.record.append({
    ...{ stream: matter, expected: index, parts: [] },
    events: [eventByClock(fact, { at: now, index }, clockKey)],
  });
  return nearest.due;
}
