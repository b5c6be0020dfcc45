import { listsByName, queueStages } from "@temwen/casework";
import { roles } from "@temwen/office";
import { person } from "../desk-state.ts";

/** How the cases of whoever is signed in are listed: by stage, by what they hold by name, or not at all (docs/specs/casework.md). */
export function listOfCases(): "by-stage" | "by-name" | "none" {
  const role = roles.find((one) => one === person.value?.me.role);
  if (role === undefined) return "none";
  if (listsByName(role)) return "by-name";
  return queueStages(role).length > 0 ? "by-stage" : "none";
}

/** Whether whoever is signed in has a list of cases. */
export const listsCases = (): boolean => listOfCases() !== "none";
