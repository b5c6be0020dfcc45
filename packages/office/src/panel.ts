import type { Instant } from "@temwen/vocabulary";
import type { Directory } from "./directory.ts";

/** Members of each bench of the panel, and how many of them are of Haitian civil society: by the design. */
export const benchSeats = 5;
export const benchSeatsOfPeople = 2;

/** What a bench lacks of what the law asks for. */
export type BenchLack = {
  readonly bench: "first" | "reserve";
  readonly serve: number;
  readonly ofPeople: number;
};

/**
 * The benches of the panel that are smaller than the law asks for, at an hour. Not a refusal: whoever left must be able to be taken off
 * at once, and an office that was signed before is not closed by it. Whoever signs or runs one is to be told aloud.
 */
export function panelLacks(directory: Directory, now: Instant = directory.at): readonly BenchLack[] {
  const members = directory.staff.filter(({ role, expires }) => role === "panel" && expires > now);
  return (["first", "reserve"] as const)
    .map((bench) => {
      const sitting = members.filter((member) => member.bench === bench);
      return { bench, serve: sitting.length, ofPeople: sitting.filter(({ civilSociety }) => civilSociety).length };
    })
    .filter(({ serve, ofPeople }) => serve < benchSeats || ofPeople < benchSeatsOfPeople);
}
