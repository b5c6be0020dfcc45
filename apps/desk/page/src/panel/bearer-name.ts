import { forceName, wordFor, words } from "../say.ts";

/** Who has to make something good: `contributing-state:ken` as the State that sent the force. */
export function bearerName(bearer: string): string {
  const [who = "", force] = bearer.split(":");
  return force === undefined
    ? wordFor("bearer", who)
    : words()["bearer.contributing-state"]({ force: forceName(force) });
}
