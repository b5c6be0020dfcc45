import type { CaseView, Keeper } from "@temwen/desk";
import type { CaseId } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";

/** `office bring`: sends evidence that waits on this machine, taken in and announced, of which not all has arrived. */
export async function bringEvidence(keeper: Keeper, caseId: CaseId, terminal: Terminal): Promise<Exit> {
  const brought = await keeper.bringEvidence(caseId);
  if (!brought.ok) return sayRefusal(terminal, brought.refusal);
  const { left } = brought.value;
  terminal.result({ case: caseId, left }, left === 0 ? "Nothing waits here." : `${left} left.`);
  return sayLeft(left, terminal);
}

/** Says how many pieces have not arrived, and how to go on. */
export function sayLeft(left: number, terminal: Terminal): Exit {
  if (left === 0) return exits.done;
  terminal.progress(`temwen: ${left} sealed piece(s) have not all arrived`);
  terminal.progress("temwen: to send what is left: temwen office bring, with the same --case and --unsent");
  return exits.cannotTell;
}

/**
 * `office custody`: each piece, from whom and by whose hands, who looked, and whether the office still has it as it was announced.
 * A piece that is another now, or gone, is an alarm.
 */
export async function showCustody(keeper: Keeper, caseId: CaseId, terminal: Terminal): Promise<Exit> {
  const view = await keeper.readCase(caseId);
  if (!view.ok) return sayRefusal(terminal, view.refusal);
  const checked = await keeper.checkCustody(caseId);
  if (!checked.ok) return sayRefusal(terminal, checked.refusal);
  const broken = checked.value.filter(({ state }) => state === "differs" || state === "gone");
  for (const piece of broken) terminal.progress(`temwen: ALARM ${JSON.stringify(piece)}`);
  const pieces = checked.value.map((piece) => ({ ...piece, ...describeHands(view.value, piece.part) }));
  const lines = pieces.flatMap(({ part, state, taken, custody }) => [
    `${part.padEnd(14)} ${state}`,
    ...(taken ? [`  taken in  ${taken.at} by ${taken.by} from ${taken.source}`] : []),
    ...custody.map(({ at, by, exportedFor }) => `  ${exportedFor ? "saved     " : "opened    "}${at} by ${by}`),
  ]);
  terminal.result({ case: caseId, pieces }, lines.length === 0 ? "No evidence." : lines.join("\n"));
  return broken.length === 0 ? exits.done : exits.refused;
}

/** Whose hands a piece went through; of one that this person holds no key to, nothing is known but that it is there. */
function describeHands({ evidence }: CaseView, part: string): Pick<CaseView["evidence"][number], "taken" | "custody"> {
  const piece = evidence.find((one) => one.part === part);
  return { custody: piece?.custody ?? [], ...(piece?.taken && { taken: piece.taken }) };
}
