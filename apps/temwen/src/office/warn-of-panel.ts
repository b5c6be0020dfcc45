import { benchSeats, benchSeatsOfPeople, type Directory, panelLacks } from "@temwen/office";
import type { Instant } from "@temwen/vocabulary";

/** Says aloud what a directory's panel lacks of what the law asks for, a line for each bench; nothing where it lacks nothing. */
export function warnOfPanel(directory: Directory, now: Instant, warn: (line: string) => void): void {
  for (const { bench, serve, ofPeople } of panelLacks(directory, now)) {
    const has = `${bench === "first" ? "the first bench" : "the reserve"} of the panel has ${serve}, ${ofPeople} of civil society`;
    const asked = `the law asks for ${benchSeats}, ${benchSeatsOfPeople} of civil society`;
    warn(`WARNING: ${has}: ${asked}; decisions or reviews may have to wait for more`);
  }
}
