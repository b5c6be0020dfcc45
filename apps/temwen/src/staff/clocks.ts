import type { Keeper } from "@temwen/desk";
import { type CaseId, type Instant, parseId, parseInstant } from "@temwen/vocabulary";
import { flag, need, readOptions, text } from "../command-words.ts";
import { type Exit, exits, UsageError } from "../exit.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { listCases } from "./list-cases.ts";
import { atDesk, staffWords } from "./sign-in.ts";

type Clocks = Awaited<ReturnType<Keeper["readClocks"]>>;
type Standing = NonNullable<Extract<Clocks, { readonly ok: true }>["value"]>[number];

/** `office clocks`: the clocks as they stood at an hour, from what had happened up to then; the same bytes each time. */
export async function runClocks(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const values = readOptions(args, { ...staffWords, case: text, at: text, json: flag });
  const at = readHour(need(values.at, "--at"));
  const caseId = values.case === undefined ? undefined : readCase(values.case);
  return atDesk(values, terminal, async (keeper) => {
    if (caseId) return showClocks(keeper, caseId, at, terminal);
    for await (const row of listCases(keeper)) {
      if (!row.ok) return sayRefusal(terminal, row.refusal);
      const shown = await showClocks(keeper, row.value.caseId, at, terminal);
      if (shown !== exits.done) return shown;
    }
    return exits.done;
  });
}

async function showClocks(keeper: Keeper, caseId: CaseId, at: Instant, terminal: Terminal): Promise<Exit> {
  const clocks = await keeper.readClocks(caseId, at);
  if (!clocks.ok) return sayRefusal(terminal, clocks.refusal);
  for (const clock of clocks.value ?? []) terminal.entry({ case: caseId, at, ...clock }, `${caseId}  ${spell(clock)}`);
  return exits.done;
}

/** `person-told  LATE since …, 2 passed, office must act, and panel must see to it since …`. */
function spell({ id, due, isLate, passed, bearer, passedOn, latest }: Standing): string {
  const times = passed > 1 ? `, ${passed} passed` : "";
  const gone = passedOn ? `, and ${passedOn.to} must see to it since ${passedOn.since}` : "";
  const more = latest ? `, may be put off to ${latest}` : "";
  return `${id.padEnd(20)} ${isLate ? "LATE since" : "due"} ${due}${times}, ${bearer} must act${gone}${more}`;
}

function readHour(spelled: string): Instant {
  const hour = parseInstant(spelled);
  if (!hour.ok) throw new UsageError("--at needs an hour in UTC (2027-01-15T12:00:00.000Z)");
  return hour.value;
}

function readCase(spelled: string): CaseId {
  const id = parseId("case", spelled);
  if (!id.ok) throw new UsageError("--case needs the id of a case (cas_…)");
  return id.value;
}
