import { privateCompany } from "@temwen/office";

/** To whom a case or an allegation is attributed, in total: the mission, the host police, a company, several of these together. Append only. */
export const attributions = ["contingent", "host-police", "joint", "private-company", "unknown"] as const;
export type Attribution = (typeof attributions)[number];

/**
 * What the forces come to. Two contingents together are both the mission; *joint* is when somebody who is not of it was there too, or the
 * host police and a company were. Which forces are of the host police a directory or a pack says; without that nobody is.
 */
export function attributionOf(forces: readonly string[], hostForces: readonly string[] = []): Attribution {
  const known = new Set(forces.filter((force) => force !== "unknown").map((force) => partOf(force, hostForces)));
  const [only = "unknown"] = known;
  return known.size > 1 ? "joint" : only;
}

function partOf(force: string, hostForces: readonly string[]): Attribution {
  if (force === privateCompany) return "private-company";
  return hostForces.includes(force) ? "host-police" : "contingent";
}
