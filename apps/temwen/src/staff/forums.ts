import type { Forum } from "@temwen/mission-pack";
import { type Exit, exits, UsageError } from "../exit.ts";
import { forumsOf, readPack } from "../running/pack-files.ts";
import type { Terminal } from "../terminal.ts";

/** Prints the bodies outside the office to which a case may be referred, one a line; of one State where it is named. Throws `UsageError`. */
export async function listForums(
  { pack, state }: { readonly pack: string; readonly state?: string },
  terminal: Terminal,
): Promise<Exit> {
  const forums = forumsOf(await readPack(pack));
  const listed = forums.filter((forum) => state === undefined || forum.state === state);
  if (listed.length === 0) throw new UsageError(`--state must be one of: ${statesOf(forums).join(", ")}`);
  for (const forum of listed) terminal.entry(forum, describeForum(forum));
  return exits.done;
}

const statesOf = (forums: readonly Forum[]): readonly string[] => [...new Set(forums.map(({ state }) => state))];

/** What is only remembered is said to be so: whoever reads the list must not take it for a published fact. */
function describeForum({ id, name, kind, basis, obstacle, reach, source, confidence }: Forum): string {
  const known = confidence === "found" ? `found: ${source}` : "from memory, no published source";
  return [
    `${id}  ${name}`,
    `  ${kind}; rests on ${basis.join(", ")}`,
    `  in the way: ${obstacle.join(", ") || "nothing we know of"}; reach over what happens in Haiti: ${reach}`,
    `  ${known}`,
  ].join("\n");
}
