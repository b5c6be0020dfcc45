import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ActRequest, CaseView, Keeper } from "@temwen/desk";
import { type CaseId, granted, parseId, type Result, refused, utf8ToText } from "@temwen/vocabulary";
import { type Exit, exits, UsageError } from "../exit.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";

type Refusal = { readonly code: string };

/** Lists the queue, one case a line, page after page up to `limit`. */
export async function listQueue(
  keeper: Keeper,
  options: { readonly stage?: string; readonly limit: number },
  terminal: Terminal,
): Promise<Exit> {
  let listed = 0;
  let after: Parameters<Keeper["readQueue"]>[0]["after"];
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
      terminal.entry(entry, `${caseId}  ${stage.padEnd(22)}  ${due}`);
      listed++;
    }
    after = page.value.rows[page.value.rows.length - 1];
    if (!page.value.more || !after || listed >= options.limit) return exits.done;
  }
}

/** Opens a case as far as this person's keys go. */
export async function readCase(keeper: Keeper, spelled: string, terminal: Terminal): Promise<Exit> {
  const caseId = parseId("case", spelled);
  if (!caseId.ok) return sayRefusal(terminal, { code: caseId.refusal });
  const view = await keeper.readCase(caseId.value);
  if (!view.ok) return sayRefusal(terminal, view.refusal);
  for (const alarm of view.value.alarms) terminal.progress(`temwen: ALARM ${JSON.stringify(alarm)}`);
  if (view.value.story === undefined) return sayRefusal(terminal, { code: "not-granted" });
  terminal.result(toJson(view.value), describeCase(view.value));
  return exits.done;
}

/** Does one act on a case. `--set k=v` fills what the act asks for; a list is spelled with commas. */
export async function actOnCase(
  keeper: Keeper,
  options: {
    readonly act: string;
    readonly caseId: string;
    readonly text?: string;
    readonly set: ReadonlyMap<string, string>;
    readonly expected?: number;
  },
  terminal: Terminal,
): Promise<Exit> {
  const caseId = parseId("case", options.caseId);
  if (!caseId.ok) return sayRefusal(terminal, { code: caseId.refusal });
  const text = options.text === undefined ? undefined : utf8ToText(await readInput(terminal, options.text));
  if (text && !text.ok) return sayRefusal(terminal, { code: "malformed-utf8" });
  const wanted = { act: options.act, text: text?.value ?? "", set: options.set };
  const request = await createRequest(keeper, caseId.value, wanted);
  if (!request.ok) return sayRefusal(terminal, request.refusal);
  terminal.progress("sealing, deciding, signing");
  const done = await keeper.act(caseId.value, request.value, options.expected);
  if (!done.ok) return sayRefusal(terminal, done.refusal);
  terminal.result({ case: caseId.value, act: options.act, version: done.value.version }, `done: ${options.act}`);
  return exits.done;
}

/** Writes a case's events and sealed parts as files, with this person's keys to them, for any other tool. */
export async function exportCase(keeper: Keeper, spelled: string, folder: string, terminal: Terminal): Promise<Exit> {
  const caseId = parseId("case", spelled);
  if (!caseId.ok) return sayRefusal(terminal, { code: caseId.refusal });
  const raw = await keeper.exportRaw(caseId.value);
  if (!raw.ok) return sayRefusal(terminal, raw.refusal);
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
  terminal.result({ case: caseId.value, folder, files }, `${files} files in ${folder}`);
  return exits.done;
}

/** What `--set` may say, by act: a word that no act knows is a mistake, not a wish. */
const settings: { readonly [act: string]: readonly string[] } = {
  assess: ["right", "rights", "class", "force", "forces", "department", "month", "child"],
  "propose-not-admitted": ["reason"],
  grant: ["to", "reason"],
  rekey: ["to"],
};

async function createRequest(
  keeper: Keeper,
  caseId: CaseId,
  { act, text, set }: { readonly act: string; readonly text: string; readonly set: ReadonlyMap<string, string> },
): Promise<Result<ActRequest, Refusal>> {
  const unknown = [...set.keys()].find((key) => !settings[act]?.includes(key));
  if (unknown !== undefined) throw new UsageError(`${act} has no --set ${unknown}=…`);
  switch (act) {
    case "acknowledge":
    case "reply":
    case "confirm":
    case "keep-open":
      return granted({ act, text });
    case "propose-not-admitted":
      return granted({ act, text, reason: set.get("reason") ?? "nothing-that-could-be-examined" });
    case "grant": {
      const to = parseId("staff", set.get("to"));
      return to.ok
        ? granted({ act, to: to.value, reason: set.get("reason") ?? "asked-to-help" })
        : refused({ code: "malformed-id" });
    }
    case "rekey": {
      const to = (set.get("to") ?? "")
        .split(",")
        .filter(Boolean)
        .map((id) => parseId("staff", id));
      const read = to.flatMap((id) => (id.ok ? [id.value] : []));
      return read.length === to.length ? granted({ act, to: read }) : refused({ code: "malformed-id" });
    }
    case "deal-escrow":
      return granted({ act });
    case "assess": {
      const view = await keeper.readCase(caseId);
      return view.ok ? granted(assessment(view.value, set)) : view;
    }
    default:
      return refused({ code: "unknown-act" });
  }
}

/** What is not said falls back on the story, and else on "unknown": an assessment may be corrected later. */
function assessment({ story }: CaseView, set: ReadonlyMap<string, string>): ActRequest {
  const list = (name: string, fallback: string): readonly string[] =>
    (set.get(name) ?? fallback).split(",").filter(Boolean);
  return {
    act: "assess",
    rights: list(set.has("right") ? "right" : "rights", "other"),
    class: set.get("class") ?? "unclassified",
    forces: list(set.has("force") ? "force" : "forces", story?.force ?? "unknown"),
    department: set.get("department") ?? "unknown",
    month: set.get("month") ?? "unknown",
    child: set.get("child") ?? story?.child ?? "unsaid",
  };
}

function toJson(view: CaseView): object {
  const { caseId, story, ...rest } = view;
  return { case: caseId, text: story?.text, story, ...rest };
}

function describeCase(view: CaseView): string {
  const lines = [
    `case      ${view.caseId}`,
    `stage     ${view.stage}`,
    `received  ${view.receivedAt}`,
    ...view.clocks.map(({ id, due }) => `clock     ${id} ${due < view.now ? "LATE since" : "due"} ${due}`),
    "",
    view.story?.text ?? "",
    "",
    ...view.messages.map(({ direction, at, text }) => `${at}  ${direction}\n${text ?? "(sealed to others)"}\n`),
    "next:",
    ...view.orders.map(({ order, refusal }) => `  ${order.padEnd(24)} ${refusal ? `no: ${refusal.code}` : "yes"}`),
  ];
  return lines.join("\n");
}
