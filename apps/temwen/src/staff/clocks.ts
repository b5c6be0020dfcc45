import type { Keeper } from "@temwen/desk";
import { type CaseId, type Instant, parseId, parseInstant, type Result } from "@temwen/vocabulary";
import { flag, need, readOptions, readServer, text } from "../command-words.ts";
import { type Exit, exits, UsageError } from "../exit.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { signInFrom } from "./sign-in.ts";

type Clocks = Awaited<ReturnType<Keeper["readClocks"]>>;
type Standing = NonNullable<Extract<Clocks, { readonly ok: true }>["value"]>[number];

/** `office clocks`: the clocks as they stood at an hour, from what had happened up to then; the same bytes each time. */
export async function runClocks(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const options = { server: text, key: text, "passphrase-file": text, roots: text, pack: text, case: text, at: text };
  const values = readOptions(args, { ...options, json: flag });
  const at = readHour(need(values.at, "--at"));
  const caseId = values.case === undefined ? undefined : readCase(values.case);
  const keeper = await signInFrom(
    {
      server: readServer(values.server),
      key: need(values.key, "--key"),
      passphraseFile: need(values["passphrase-file"], "--passphrase-file"),
      roots: need(values.roots, "--roots"),
      pack: values.pack ?? "haiti",
    },
    terminal,
  );
  if (!keeper.ok) return sayRefusal(terminal, keeper.refusal);
  try {
    if (caseId) return await showClocks(keeper.value, caseId, at, terminal);
    for await (const page of pagesOf(keeper.value)) {
      if (!page.ok) return sayRefusal(terminal, page.refusal);
      for (const one of page.value) {
        const shown = await showClocks(keeper.value, one, at, terminal);
        if (shown !== exits.done) return shown;
      }
    }
    return exits.done;
  } finally {
    keeper.value.close();
  }
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

/** The cases of this person's list, page after page, in the order of their numbers within each answer of the server. */
async function* pagesOf(keeper: Keeper): AsyncGenerator<Result<readonly CaseId[], { readonly code: string }>> {
  let after: string | undefined;
  do {
    const page = await keeper.readQueue({ limit: 200, ...(after && { after }) });
    if (!page.ok) {
      yield page;
      return;
    }
    yield { ok: true, value: page.value.rows.map(({ caseId }) => caseId) };
    after = page.value.next;
  } while (after !== undefined);
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
