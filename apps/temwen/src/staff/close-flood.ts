import { readFile } from "node:fs/promises";
import type { Keeper } from "@temwen/desk";
import { type CaseId, parseId } from "@temwen/vocabulary";
import { type Exit, exitFor, exits, UsageError } from "../exit.ts";
import { sayRefusal, sentenceFor, type Terminal } from "../terminal.ts";

/** The cases that are named one by one, and in a file, one a line. Throws `UsageError`. */
export async function readCaseIds(named: readonly string[], file: string | undefined): Promise<readonly CaseId[]> {
  const listed = file === undefined ? [] : (await readFile(file, "utf8")).split(/\s+/).filter(Boolean);
  const spelled = [...named, ...listed];
  if (spelled.length === 0) throw new UsageError("--case or --cases is needed");
  return spelled.map((text) => {
    const id = parseId("case", text);
    if (!id.ok) throw new UsageError("--case and --cases need ids of cases (cas_…)");
    return id.value;
  });
}

/** Proposes to close these cases as noise, unread; or, for a member of the panel, agrees and closes them. */
export async function closeFlood(keeper: Keeper, caseIds: readonly CaseId[], terminal: Terminal): Promise<Exit> {
  terminal.progress("looking at each case, deciding, signing; nothing sealed is opened");
  const taken = await keeper.closeFlood(caseIds);
  if (!taken.ok) return sayRefusal(terminal, taken.refusal);
  const { step, casesDigest, caseCount, done, left } = taken.value;
  for (const { case: caseId, refusal } of left) terminal.progress(`temwen: ${caseId}: ${sentenceFor(refusal)}`);
  const next = step === "proposed" ? "; somebody of the panel runs the same to agree" : "; each person is told";
  terminal.result(
    {
      step,
      casesDigest,
      caseCount,
      done,
      left: left.map(({ case: caseId, refusal }) => ({ case: caseId, refused: refusal.code })),
    },
    `${done.length} ${step} of ${caseCount}, ${left.length} left as they are${next}`,
  );
  const worst = left.map(({ refusal }) => exitFor(refusal.code));
  return Math.max(exits.done, ...worst) as Exit;
}
