import { isVouchedFor, recordBytes, type Trust, verifyDirectory } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { RecordedEvent } from "@temwen/record";
import { digestOf } from "@temwen/sealing/open";
import { type Digest, type Json, parseCanonical, parseMatterId, type StreamId } from "@temwen/vocabulary";
import { BackupFault } from "./backup-fault.ts";

/** What a whole record told while it was checked. */
export type CheckedChain = { readonly events: number; readonly cases: number; readonly epoch: number };

const pageSize = 500;

/**
 * Reads a record from its first event to its last and checks all that its bytes prove by themselves: places without a
 * gap, digests, the signature of each vouching, the link from each event of staff to the one before, and that the roots
 * signed every directory. Whether each step was lawful is for the desks to judge. `heed` is called
 * before each page and may throw. Throws `BackupFault`.
 */
export async function checkChain(
  readAfter: (position: number, limit: number) => Promise<readonly RecordedEvent[]>,
  trust: Trust,
  heed: () => void,
): Promise<CheckedChain> {
  const last = new Map<StreamId, { readonly index: number; readonly digest: Digest }>();
  let epoch = 0;
  let position = 0;
  for (;;) {
    heed();
    const events = await readAfter(position, pageSize);
    for (const event of events) {
      const before = last.get(event.stream);
      if (!fits(event, before)) throw contradiction(event);
      if (event.type === "office.directory-signed/1") {
        const directory = verifyDirectory(event, trust, verifyOnNode);
        if (!directory.ok) throw contradiction(event);
        epoch = directory.value.epoch;
      }
      last.set(event.stream, { index: event.index, digest: event.digest });
      position = event.position;
    }
    if (events.length < pageSize) break;
  }
  if (epoch === 0) throw new BackupFault("record-contradicts-itself", "the record holds no directory of its office");
  const cases = [...last.keys()].filter((stream) => stream.startsWith("cas_")).length;
  return { events: position, cases, epoch };
}

function fits(event: RecordedEvent, before: { readonly index: number; readonly digest: Digest } | undefined): boolean {
  const { at, index, vouchings, body } = event;
  const value = parseCanonical(body);
  return (
    value.ok &&
    index === (before ? before.index + 1 : 0) &&
    event.digest === digestOf(recordBytes({ at, body, index, vouchings })) &&
    vouchings.length > 0 &&
    vouchings.every((vouching) => isVouchedFor(body, vouching, verifyOnNode)) &&
    follows(event, value.value, before?.digest)
  );
}

/** An event of staff in a case or a matter names the record before it. A directory names the directory before it, which is another thing. */
function follows({ stream, index }: RecordedEvent, body: Json, previous: Digest | undefined): boolean {
  const isStatement = typeof body === "object" && body !== null && "previous" in body && "index" in body;
  const isLinked = stream.startsWith("cas_") || parseMatterId(stream).ok;
  return !isLinked || !isStatement || (body.previous === previous && body.index === index);
}

const contradiction = ({ stream, index }: RecordedEvent): BackupFault =>
  new BackupFault(
    "record-contradicts-itself",
    `the record of this backup does not hold together (event ${index} of ${stream}); nothing was restored`,
  );
