import type { Pack } from "@temwen/mission-pack";
import { type Directory, findActive, isLawfulEscrow, type StaffMember, type Standing } from "@temwen/office";
import type { Instant, StaffId } from "@temwen/vocabulary";
import type { OfficeFacts } from "../case/commands.ts";
import { latestHour } from "../clocks/clocks.ts";

/** What the rules need of the directory in force and the pack; the same for desk and server. */
export function officeFactsOf(standing: Standing, pack: Pack, now: Instant): OfficeFacts {
  const said: SaidByPack = {
    departments: pack.departments.map(({ id }) => id),
    erasureDays: pack.erasure.waitDays,
    forums: pack.forums ?? [],
    latestFor: (theCase, running) => latestHour(theCase, running, pack),
  };
  return factsOf(standing, said, now);
}

/**
 * What the rules need of a directory that was in force once, to judge an act of that hour. The pack of that time is not
 * kept, so a department, a forum, how long an erasure waits, and how far a clock may be put off, are taken at the signer's word. Nor is
 * it known what the server knew of suspensions just then: who signs is looked up elsewhere, and of a colleague who was let in and
 * suspended later the desk warns anyway. Who was suspended when a sitting was closed, the decision tells: their votes are not in it.
 */
export const officeFactsThen = (
  directory: Directory,
  said: SaidByPack,
  at: Instant,
  suspended: ReadonlySet<StaffId> = new Set(),
): OfficeFacts => factsOf({ directory, suspended }, said, at);

/** What only the pack says. */
type SaidByPack = Pick<OfficeFacts, "departments" | "erasureDays" | "forums" | "latestFor">;

function factsOf(standing: Standing, said: SaidByPack, now: Instant): OfficeFacts {
  const active = standing.directory.staff.filter(({ id }) => findActive(standing, id, now));
  const byId = new Map(active.map((member) => [member.id, member]));
  return {
    staff: active,
    listed: standing.directory.staff.filter(({ expires }) => expires > now),
    forces: standing.directory.forces.map(({ id }) => id),
    hostForces: standing.directory.forces.filter(({ kind }) => kind === "host").map(({ id }) => id),
    ...said,
    isLawfulEscrow: (holders) => {
      const members = holders.map((id) => byId.get(id)).filter((member): member is StaffMember => member !== undefined);
      return members.length === new Set(holders).size && isLawfulEscrow(members);
    },
  };
}
