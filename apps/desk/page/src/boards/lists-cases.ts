import { person } from "../desk-state.ts";

/** Roles whose cases stand in a list (docs/specs/casework.md); who is let in case by case has nothing to count. */
const listingRoles: readonly string[] = ["intake", "panel"];

/** Whether whoever is signed in has a list of cases. */
export const listsCases = (): boolean => listingRoles.includes(person.value?.me.role ?? "");
