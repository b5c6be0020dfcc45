import { type LinkReason, linkReasons } from "@temwen/casework";
import type { Keeper } from "@temwen/desk";
import { type CaseId, parseId, type Result, utf8ToText } from "@temwen/vocabulary";
import { choose, need } from "../command-words.ts";
import { type Exit, exits, UsageError } from "../exit.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";

/** Two cases, and why they belong together. */
export type LinkWords = { readonly other: CaseId; readonly reason: LinkReason; readonly text: string };

/** Reads which other case it is, and what is said of the two. Throws `UsageError`. */
export function readLinkWords(
  verb: "link" | "unlink",
  { other, reason, text }: { readonly other?: string; readonly reason?: string; readonly text?: string },
): LinkWords {
  const id = parseId("case", need(other, "--other"));
  if (!id.ok) throw new UsageError("--other needs the id of a case (cas_…)");
  if (verb === "unlink" && reason !== undefined) throw new UsageError("unlink takes no --reason");
  const why = verb === "link" ? choose(need(reason, "--reason"), linkReasons, "--reason") : "same-event";
  return { other: id.value, reason: why, text: need(text, "--text") };
}

/** `office link`: each case says it in its own record. Run again, it says what one of them does not say yet. */
export const linkTwo = (keeper: Keeper, caseId: CaseId, words: LinkWords, terminal: Terminal): Promise<Exit> =>
  inBoth(words, terminal, (text) => keeper.linkCases(caseId, words.other, { reason: words.reason, text }));

/** `office unlink`: a mistake is taken back, in both. */
export const unlinkTwo = (keeper: Keeper, caseId: CaseId, words: LinkWords, terminal: Terminal): Promise<Exit> =>
  inBoth(words, terminal, (text) => keeper.unlinkCases(caseId, words.other, text));

async function inBoth(
  { other, text }: LinkWords,
  terminal: Terminal,
  act: (text: string) => ReturnType<Keeper["unlinkCases"]>,
): Promise<Exit> {
  const words: Result<string, unknown> = utf8ToText(await readInput(terminal, text));
  if (!words.ok) return sayRefusal(terminal, { code: "malformed-utf8" });
  const done = await act(words.value);
  if (!done.ok) return sayRefusal(terminal, done.refusal);
  const { both, refusal } = done.value;
  if (!both && refusal) return sayRefusal(terminal, refusal);
  terminal.result({ other, both }, "done, in both cases");
  return exits.done;
}
