import {
  type ClaimErasedFact,
  clocksOfMatter,
  dueOfMatter,
  isMissed,
  type MatterClockMissedFact,
} from "@temwen/casework/matters";
import type { Signer } from "@temwen/office";
import { type Instant, instantToMillis, type MatterId, matterKinds, millisToInstant } from "@temwen/vocabulary";
import { nameOfFault } from "../log.ts";
import { type MatterFile, readMatterFile } from "../matters/matter-file.ts";
import type { OfficeContext } from "../office-context.ts";
import { eventByClock } from "./by-clock.ts";
import { graceMillis, isLogBehind } from "./erasures.ts";

/** How long a matter was when it was last looked at, and when the next of its clocks passes. */
type Looked = { readonly version: number; readonly next: Instant | undefined };

type Sweep = { readonly now: Instant; readonly office: OfficeContext; readonly clockKey: Signer };

/**
 * Says once of each clock of a matter that it passed, and erases a family's claim at its hour, as of a case. A matter has no row that says when it is next due; so one that was
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
        await lookAt(matter, { now, office, clockKey }).then(
          (next) => looked.set(matter, { version, next }),
          (fault: unknown) => faults.push(nameOfFault(fault)),
        );
      }
    }
    return faults;
  };
}

/**
 * Says of one clock that it passed, where one did, and erases what two people wanted gone; answers with the nearest hour at which there
 * is more to do than before.
 */
async function lookAt(matter: MatterId, sweep: Sweep): Promise<Instant | undefined> {
  const { now, office, clockKey } = sweep;
  const file = await readMatterFile(office, matter);
  const { events, matter: stands } = file;
  if (stands.stage === "unknown") return undefined;
  const due = dueOfMatter(stands);
  if (due !== undefined) return eraseDue(matter, { ...file, due }, sweep);
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

type Due = Pick<MatterFile, "events" | "unlawful"> & { readonly due: Instant };

/** As of a case: not before a stop that was signed in time can no longer arrive, nor before the log has followed (docs/specs/erasure.md). */
async function eraseDue(
  matter: MatterId,
  { events, unlawful, due }: Due,
  { now, office, clockKey }: Sweep,
): Promise<Instant> {
  const hour = millisToInstant(instantToMillis(due) + graceMillis);
  // What somebody else wrote into the record is no reason to take anything away.
  if (hour > now || unlawful.length > 0 || (await isLogBehind(office, events))) return hour;
  const fact: ClaimErasedFact = { type: "paternity.erased/1", matter, office: office.registry.office, due };
  const index = events.length;
  await office.record.eraseMatter({ matter, expected: index, event: eventByClock(fact, { at: now, index }, clockKey) });
  return hour;
}
