import { forceName, wordFor, words } from "../say.ts";

/**
 * Who has to act or to make something good: `contributing-state:ken` as the State that sent the force; of a deadline
 * `contributing-state` alone, the one that was asked.
 */
export function bearerName(bearer: string): string {
  const [who = "", force] = bearer.split(":");
  if (force === undefined) return wordFor("bearer", who === "contributing-state" ? "state-asked" : who);
  return words()["bearer.contributing-state"]({ force: forceName(force) });
}
