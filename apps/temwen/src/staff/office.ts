import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CaseView, Keeper, KeeperRefusal } from "@temwen/desk";
import { type CaseId, utf8ToText } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";
import { createRequest } from "./act-request.ts";
import { type ActWords, checkSettings } from "./act-words.ts";
import { describeCase, flagsOf } from "./describe-case.ts";
import { sayLeft } from "./evidence.ts";

/** Lists the queue, one case a line, page after page up to `limit`. */
export async function listQueue(
  keeper: Keeper,
  options: { readonly stage?: string; readonly limit: number },
  terminal: Terminal,
): Promise<Exit> {
  let listed = 0;
  let after: string | undefined;
  for (;;) {
    const page = await keeper.readQueue({
      limit: Math.min(200, options.limit - listed),
      ...(options.stage && { stage: options.stage }),
      ...(after && { after }),
    });
    if (!page.ok) return sayRefusal(terminal, page.refusal);
    for (const row of page.value.rows) {
      const { caseId, stage, receivedAt, clock, version, facts } = row;
      const isLate = clock !== undefined && clock.due < page.value.now;
      const entry = {
        case: caseId,
        stage,
        receivedAt,
        version,
        ...(clock && { clock: { ...clock, late: isLate } }),
        facts,
      };
      const due = clock ? `${clock.id} ${isLate ? "LATE since" : "due"} ${clock.due}` : "no clock runs";
      terminal.entry(entry, [caseId, stage.padEnd(22), due, ...flagsOf(facts)].join("  "));
      listed++;
    }
    after = page.value.next;
    if (!after || listed >= options.limit) return exits.done;
  }
}

/** Opens a case as far as this person's keys go. */
export async function readCase(keeper: Keeper, caseId: CaseId, terminal: Terminal): Promise<Exit> {
  const view = await keeper.readCase(caseId);
  if (!view.ok) return sayRefusal(terminal, view.refusal);
  for (const alarm of view.value.alarms) terminal.progress(`temwen: ALARM ${JSON.stringify(alarm)}`);
  if ((view.value.story ?? view.value.opened?.words) === undefined)
    return sayRefusal(terminal, { code: "not-granted" });
  terminal.result(toJson(view.value), describeCase(view.value));
  return exits.done;
}

/** Does one act on a case. `--set k=v` fills what the act asks for; a list is spelled with commas. */
export async function actOnCase(
  keeper: Keeper,
  { caseId, words, expected }: { readonly caseId: CaseId; readonly words: ActWords; readonly expected?: number },
  terminal: Terminal,
): Promise<Exit> {
  checkSettings(words, keeper.choices());
  const text = words.text === undefined ? undefined : utf8ToText(await readInput(terminal, words.text));
  if (text && !text.ok) return sayRefusal(terminal, { code: "malformed-utf8" });
  const told = words.tell === undefined ? undefined : utf8ToText(await readInput(terminal, words.tell));
  if (told && !told.ok) return sayRefusal(terminal, { code: "malformed-utf8" });
  const request = await createRequest(keeper, caseId, words, {
    text: text?.value ?? "",
    ...(told && { told: told.value }),
  });
  if (!request.ok) return sayRefusal(terminal, request.refusal);
  terminal.progress("sealing, deciding, signing");
  const done = await keeper.act(caseId, request.value, expected);
  if (!done.ok) return sayRefusal(terminal, nameConflict(done.refusal));
  const { version, left } = done.value;
  terminal.result({ case: caseId, act: words.act, version, ...(left !== undefined && { left }) }, `done: ${words.act}`);
  return sayLeft(left ?? 0, terminal);
}

/** A case that is shorter than it was when it was read is nobody's act in the meantime: it is a mistake, or a lie. */
function nameConflict(refusal: KeeperRefusal): KeeperRefusal {
  const { code, expected, actual } = refusal;
  const isAhead = code === "conflict" && Number(expected) > Number(actual);
  return isAhead ? { code: "version-not-reached", expected, actual } : refusal;
}

/** Said at every export, for nothing else would: no event is written, and nobody learns of the copy later. */
const outOfCustody =
  "what is written now leaves the record's custody: nobody is told of this copy, neither the person nor the record, and an " +
  "erasure does not reach it. It is right when somebody outside is to check the whole case with programs of their own; " +
  "to look at evidence or hand it over, use the desk, which tells the record. Note down who gets it, and destroy it after";

/** Writes a case's events and sealed parts as files, with this person's keys to them, for any other tool. */
export async function exportCase(keeper: Keeper, caseId: CaseId, folder: string, terminal: Terminal): Promise<Exit> {
  const raw = await keeper.exportRaw(caseId);
  if (!raw.ok) return sayRefusal(terminal, raw.refusal);
  terminal.progress(`temwen: ${outOfCustody}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, bytes] of Object.entries(raw.value.parts)) await writeFile(join(folder, `${name}.age`), bytes);
  for (const { index, at, body, vouchings } of raw.value.events) {
    await writeFile(join(folder, `event-${String(index).padStart(4, "0")}.json`), body);
    const envelope = { at, index, vouchings };
    await writeFile(
      join(folder, `event-${String(index).padStart(4, "0")}.vouchings.json`),
      `${JSON.stringify(envelope)}\n`,
    );
  }
  const files = Object.keys(raw.value.parts).length + 2 * raw.value.events.length;
  terminal.result({ case: caseId, folder, files }, `${files} files in ${folder}`);
  return exits.done;
}

function toJson(view: CaseView): object {
  const { caseId, story, ...rest } = view;
  return { case: caseId, text: (story ?? view.opened?.words)?.text, story, ...rest };
}
