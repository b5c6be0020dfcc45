import type { Pack } from "@temwen/mission-pack";
import { findActive, isLawfulEscrow, type StaffMember, type Standing } from "@temwen/office";
import type { Instant } from "@temwen/vocabulary";
import type { OfficeFacts } from "./commands.ts";

/** What the rules need of the directory in force and the pack; the same for desk and server. */
export function officeFactsOf(standing: Standing, pack: Pack, now: Instant): OfficeFacts {
  const active = standing.directory.staff.filter(({ id }) => findActive(standing, id, now));
  const byId = new Map(active.map((member) => [member.id, member]));
  return {
    staff: active,
    forces: standing.directory.forces.map(({ id }) => id),
    departments: pack.departments.map(({ id }) => id),
    isLawfulEscrow: (holders) => {
      const members = holders.map((id) => byId.get(id)).filter((member): member is StaffMember => member !== undefined);
      return members.length === new Set(holders).size && isLawfulEscrow(members);
    },
  };
}
