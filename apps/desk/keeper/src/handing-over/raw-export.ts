import type { ServedEvent } from "@temwen/courier/desk";
import { granted, type Result } from "@temwen/vocabulary";
import type { Desk } from "../acts/send-act.ts";
import { announcedDigests, openAddedNotes } from "../evidence/added-evidence.ts";
import type { CaseRoom } from "../room/case-room.ts";
import type { KeeperRefusal } from "../views.ts";

/** A checked case with its sealed parts as they lie on the server. */
export type RawExport = {
  readonly events: readonly ServedEvent[];
  readonly parts: { readonly [name: string]: Uint8Array };
  /** The identity file that opens this person's grant. */
  readonly keys: { readonly [part: string]: string };
};

/** Fetches all sealed parts of a room, some at a time. */
export async function exportRoom(desk: Desk, room: CaseRoom): Promise<Result<RawExport, KeeperRefusal>> {
  const { caseId, served, keys } = room;
  const names = served.parts.map(({ name }) => name);
  const parts: { [name: string]: Uint8Array } = {};
  for (let i = 0; i < names.length; i += 50) {
    const fetched = await desk.courier.readParts(caseId, names.slice(i, i + 50));
    if (!fetched.ok) return fetched;
    Object.assign(parts, fetched.value);
  }
  const digests = announcedDigests(room);
  for (const name of served.arrived) {
    const digest = digests.get(name);
    const evidence = digest && (await desk.courier.readEvidence(caseId, digest));
    if (evidence && !evidence.ok) return evidence;
    if (evidence) parts[name] = evidence.value;
  }
  const added = await openAddedNotes(room, desk.courier);
  if (!added.ok) return added;
  const laterKeys = Object.fromEntries(added.value.pieces.map(({ note }) => [note.part, note.key]));
  return granted({ events: served.events, parts, keys: { ...keys, ...laterKeys } });
}
