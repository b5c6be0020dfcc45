import type { Pack } from "@temwen/mission-pack";
import { type Directory, findActive, isLawfulEscrow, type StaffMember, type Standing } from "@temwen/office";
import type { Instant } from "@temwen/vocabulary";
import type { OfficeFacts } from "./commands.ts";

/** What the rules need of the directory in force and the pack; the same for desk and server. */
export const officeFactsOf = (standing: Standing, pack: Pack, now: Instant): OfficeFacts =>
  factsOf(
    standing,
    pack.departments.map(({ id }) => id),
    now,
  );

/**
 * What the rules need of a directory that was in force once, to judge an act of that hour. The pack of that time is not
 * kept, so a department is taken at the signer's word. Nor is it known what the server knew of suspensions just then:
 * who signs is looked up elsewhere, and of a colleague who was let in and suspended later the desk warns anyway.
 */
export const officeFactsThen = (directory: Directory, departments: readonly string[], at: Instant): OfficeFacts =>
  factsOf({ directory, suspended: new Set() }, departments, at);

function factsOf(standing: Standing, departments: readonly string[], now: Instant): OfficeFacts {
  const active = standing.directory.staff.filter(({ id }) => findActive(standing, id, now));
  const byId = new Map(active.map((member) => [member.id, member]));
  return {
    staff: active,
    forces: standing.directory.forces.map(({ id }) => id),
    departments,
    isLawfulEscrow: (holders) => {
      const members = holders.map((id) => byId.get(id)).filter((member): member is StaffMember => member !== undefined);
      return members.length === new Set(holders).size && isLawfulEscrow(members);
    },
  };
}
