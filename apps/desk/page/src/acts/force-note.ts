import { privateCompany } from "@temwen/office";
import { person } from "../desk-state.ts";
import { words } from "../say.ts";

/** What stands under a force that may be chosen: that whoever signs is tied to it, or what one word for all companies means. */
export function forceNote(id: string): string | undefined {
  if (person.value?.me.ties.includes(id)) return words().forceTied;
  return id === privateCompany ? words().companyHint : undefined;
}
