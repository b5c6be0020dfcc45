import { randomBytes } from "node:crypto";
import { rolesIn } from "@temwen/casework/matters";
import type { StaffMember, Standing } from "@temwen/office";
import { createMatterId, granted, type MatterId, type MatterKind, type Result, refused } from "@temwen/vocabulary";
import type { Desk } from "../acts/send-act.ts";
import type { RecordPlace } from "../room/verify-stream.ts";
import type { KeeperRefusal } from "../views.ts";
import { goOnInMatter, type MatterRequest, openNewMatter } from "./act-in-matter.ts";
import { openMatter } from "./matter-room.ts";
import { type MatterBoard, type MatterRow, type MatterView, rowOf, viewMatter } from "./matter-views.ts";

/** What the office follows beside its cases, as one person's desk does it. */
export type MatterDesk = {
  /** Every matter of a kind that this person may see, each fetched and checked. */
  readonly list: (kind: MatterKind) => Promise<Result<MatterBoard, KeeperRefusal>>;
  readonly read: (id: MatterId) => Promise<Result<MatterView, KeeperRefusal>>;
  readonly open: (
    kind: MatterKind,
    request: MatterRequest,
  ) => Promise<Result<{ readonly matter: MatterId; readonly version: number }, KeeperRefusal>>;
  readonly act: (
    id: MatterId,
    request: MatterRequest,
    expected?: number,
  ) => Promise<Result<{ readonly matter: MatterId; readonly version: number }, KeeperRefusal>>;
};

type Myself = { readonly member: StaffMember; readonly standing: Standing };

/** The matters' side of a desk; `enter` says who is signed in, or why nobody is any more. */
export function createMatterDesk(desk: Desk, enter: () => Promise<Result<Myself, KeeperRefusal>>): MatterDesk {
  const seen = new Map<MatterId, RecordPlace>();
  const { courier, directories, key } = desk;
  const tools = { courier, directories, identity: key.identity, me: key.staff, office: key.office, seen };
  const lookingAs = ({ member, standing }: Myself) => ({
    ...{ me: member, standing, deadlines: desk.pack, now: desk.now() },
  });
  const openRoom = (id: MatterId, { standing }: Myself) =>
    openMatter(id, { ...tools, clockKey: standing.directory.clockKey });
  return {
    list: async (kind) => {
      const myself = await enter();
      if (!myself.ok) return myself;
      // Whoever has no part in matters has an empty board, and no refusal in its place.
      if (!rolesIn[kind].includes(myself.value.member.role)) return granted({ rows: [], now: desk.now() });
      const listed = await courier.matters.list(kind);
      if (!listed.ok) return listed;
      const rows: MatterRow[] = [];
      for (const id of listed.value) {
        const room = await openRoom(id, myself.value);
        if (!room.ok && room.refusal.code !== "matter-not-trusted") return room;
        if (room.ok) rows.push(rowOf(room.value, lookingAs(myself.value)));
      }
      return granted({ rows: rows.sort(byNeed), now: desk.now() });
    },
    read: async (id) => {
      const myself = await enter();
      if (!myself.ok) return myself;
      const room = await openRoom(id, myself.value);
      if (!room.ok) return room;
      return granted(viewMatter(room.value, lookingAs(myself.value)));
    },
    open: async (kind, request) => {
      const myself = await enter();
      if (!myself.ok) return myself;
      const id = createMatterId(kind, new Uint8Array(randomBytes(16)));
      return openNewMatter(desk, myself.value, request, { kind, id });
    },
    act: async (id, request, expected) => {
      const myself = await enter();
      if (!myself.ok) return myself;
      const room = await openRoom(id, myself.value);
      if (!room.ok) return refused(room.refusal);
      return goOnInMatter(desk, myself.value, { room: room.value, expected }, request);
    },
  };
}

/** Silence first, then by the day on which an answer is due, what is over last. */
function byNeed(a: MatterRow, b: MatterRow): number {
  const need = ({ isSilent, stage, answerDue, openedAt }: MatterRow): string =>
    `${isSilent ? 0 : 1}${["changed", "closed", "called-off", "erased"].includes(stage) ? 1 : 0}${answerDue ?? "9"}${openedAt}`;
  return need(a) < need(b) ? -1 : 1;
}
