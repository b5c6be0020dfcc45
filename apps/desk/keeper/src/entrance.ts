import { findActive, type StaffMember, type Standing } from "@temwen/office";
import { type CaseId, granted, type Result, refused } from "@temwen/vocabulary";
import type { Desk, Entered } from "./acts/send-act.ts";
import { openRoom, type RoomTools } from "./room/case-room.ts";
import type { KeeperRefusal } from "./views.ts";

/** The signed-in person as the directory in force lists them. */
export type Myself = { readonly member: StaffMember; readonly standing: Standing };

/** How the signed-in person comes to anything: asked anew each time who they are, until the desk is closed. */
export type Entrance = {
  readonly findMe: () => Promise<Result<Myself, KeeperRefusal>>;
  readonly enter: (caseId: CaseId) => Promise<Result<Entered, KeeperRefusal>>;
  readonly isOpen: () => boolean;
  readonly close: () => void;
};

/** The signed-in person by the directory in force; refused where they do not serve. */
export async function findMyself(desk: Desk): Promise<Result<Myself, KeeperRefusal>> {
  const standing = await desk.directories.readStanding();
  if (!standing.ok) return standing;
  const { directory, suspended } = standing.value;
  if (suspended.has(desk.key.staff)) return refused({ code: "suspended" });
  const listed = directory.staff.find(({ id }) => id === desk.key.staff);
  if (!listed || listed.signingKey !== desk.signer.key) return refused({ code: "not-in-directory" });
  const member = findActive(standing.value, desk.key.staff, desk.now());
  return member ? granted({ member, standing: standing.value }) : refused({ code: "expired" });
}

/** Opens the way in, and with it what this desk has seen: a server that takes a record back is found out. */
export function openEntrance(desk: Desk): Entrance {
  let isOpen = true;
  const seen: RoomTools["seen"] = new Map();
  const notMine: RoomTools["notMine"] = new Set();
  const findMe: Entrance["findMe"] = async () => (isOpen ? findMyself(desk) : refused({ code: "signed-out" }));
  return {
    findMe,
    enter: async (caseId) => {
      const myself = await findMe();
      if (!myself.ok) return myself;
      const { courier, directories, key } = desk;
      const tools = { courier, directories, identity: key.identity, me: key.staff, seen, notMine };
      const room = await openRoom(caseId, myself.value.standing, tools);
      return room.ok ? granted({ ...myself.value, room: room.value }) : room;
    },
    isOpen: () => isOpen,
    close: () => {
      isOpen = false;
    },
  };
}
