import { formOfMatter, type MatterOrder, ordersOf } from "@temwen/casework/matters";
import type { Keeper, MatterRequest, MatterRow, MatterView } from "@temwen/desk";
import {
  type Json,
  kindOfMatter,
  type MatterId,
  type MatterKind,
  parseId,
  parseMatterId,
  prefixOfMatters,
  type StaffId,
  utf8ToText,
} from "@temwen/vocabulary";
import { choose, flag, need, readWhole, readWords, text, texts } from "../command-words.ts";
import { type Exit, exits, UsageError } from "../exit.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";
import { type MatterVerb, matterVerbs } from "./matter-help.ts";
import { atDesk, staffWords } from "./sign-in.ts";

const options = {
  ...{ ...staffWords, json: flag },
  ...{ matter: text, with: text, text, set: texts, public: texts, expected: text },
} as const;
type Values = ReturnType<typeof readWords<typeof options>>["values"];

/** `office rec` and `office visit`: what the office follows beside its cases. */
export async function runMatters(verb: MatterVerb, args: readonly string[], terminal: Terminal): Promise<Exit> {
  const kind = matterVerbs[verb];
  const { values, positionals } = readWords(args, options);
  const word = choose(need(positionals[0], "what to do"), ["list", "read", ...ordersOf(kind)], "what to do");
  const act = ordersOf(kind).find((order) => order === word);
  const opens = act !== undefined && formOfMatter(act)?.opens === true;
  // Wrong words are told before anybody signs in.
  const id = word === "list" || opens ? undefined : readMatter(values.matter, verb);
  const request = act && (await readRequest(act, values, terminal));
  const expected = values.expected === undefined ? undefined : readWhole(values.expected, "--expected");
  return atDesk(values, terminal, async (keeper) => {
    if (!request) return show(keeper, { kind, id }, terminal);
    const { matters } = keeper;
    const done = id ? await matters.act(id, request, expected) : await matters.open(kind, request);
    if (!done.ok) return sayRefusal(terminal, done.refusal);
    const { matter, version } = done.value;
    terminal.result({ matter, act, version }, `done: ${act} ${matter}`);
    return exits.done;
  });
}

type Asked = { readonly kind: MatterKind; readonly id: MatterId | undefined };

async function show({ matters }: Keeper, { kind, id }: Asked, terminal: Terminal): Promise<Exit> {
  if (id === undefined) {
    const board = await matters.list(kind);
    if (!board.ok) return sayRefusal(terminal, board.refusal);
    for (const row of board.value.rows) terminal.entry(row, lineOf(row));
    return exits.done;
  }
  const view = await matters.read(id);
  if (!view.ok) return sayRefusal(terminal, view.refusal);
  for (const alarm of view.value.alarms) terminal.progress(`temwen: ALARM ${JSON.stringify(alarm)}`);
  for (const staff of view.value.leavers)
    terminal.progress(`temwen: ${staff} has the key and no part in it any more: rekey-matter`);
  terminal.result(view.value, describe(view.value));
  return exits.done;
}

function lineOf({ matter, stage, to, answerDue, answer, isSilent, isPublic, facts }: MatterRow): string {
  const due = answerDue === undefined ? "" : `answer due ${answerDue}`;
  const said = answer ?? (isSilent ? "SILENCE" : "");
  const about = facts.subject ?? `${facts.site} ${facts.department} ${facts.day}`;
  return [matter, stage.padEnd(12), about, to ?? "", due, said, isPublic ? "public" : ""].filter(Boolean).join("  ");
}

function describe(view: MatterView): string {
  const steps = view.steps.map(({ at, type, by, facts, words }) => {
    const said = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
    return [`${at}  ${type}  ${by}  ${said.join(" ")}`, ...(words === undefined ? [] : [words])].join("\n");
  });
  const may = view.orders.map(({ order, refusal }) => (refusal ? `  ${order}: no, ${refusal.code}` : `  ${order}`));
  return [lineOf(view), "", ...steps, "", "what may be done now", ...may].join("\n");
}

function readMatter(value: string | undefined, verb: MatterVerb): MatterId {
  const id = parseMatterId(need(value, "--matter"));
  const isOurs = id.ok && kindOfMatter(id.value) === matterVerbs[verb];
  if (!isOurs) throw new UsageError(`--matter needs an id of this kind (${prefixOfMatters(matterVerbs[verb])}…)`);
  return id.value;
}

async function readRequest(act: MatterOrder["type"], values: Values, terminal: Terminal): Promise<MatterRequest> {
  const form = formOfMatter(act);
  if (!form) throw new UsageError(`there is no act ${act}`);
  const set = new Map((values.set ?? []).map(splitPair));
  const told = await readPublic(values.public ?? [], terminal);
  const says = Object.fromEntries(
    Object.entries(form.says).map(([name, shape]): [string, Json] => {
      const spelled = set.get(name);
      const tried: readonly Json[] =
        name === "text" ? [told] : [spelled ?? "", Number(spelled ?? "x"), (spelled ?? "").split(",").filter(Boolean)];
      const value = tried.find((one) => shape(one) !== undefined);
      if (value !== undefined) return [name, value];
      throw new UsageError(name === "text" ? `${act} needs --public ht=FILE` : `${act} needs --set ${name}=…`);
    }),
  );
  const strange = [...set.keys()].find((name) => form.says[name] === undefined || name === "text");
  if (strange !== undefined) throw new UsageError(`${act} has no --set ${strange}=…`);
  if (form.words !== (values.text !== undefined))
    throw new UsageError(`${act} ${form.words ? "needs" : "takes no"} --text`);
  // A new key goes to those who had the one before, where nobody is named.
  const asksWhom = form.letsIn && !(form.drawsKey && !form.opens);
  if ((asksWhom && values.with === undefined) || (!form.letsIn && values.with !== undefined))
    throw new UsageError(`${act} ${form.letsIn ? "needs" : "takes no"} --with`);
  const words = values.text === undefined ? "" : await readText(values.text, terminal);
  return { act, says, text: words, letIn: (values.with ?? "").split(",").filter(Boolean).map(readStaff) };
}

async function readPublic(pairs: readonly string[], terminal: Terminal): Promise<Json> {
  const texts = pairs.map(async (pair) => {
    const [language, place] = splitPair(pair);
    return [language, (await readText(place, terminal)).trim()] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

async function readText(place: string, terminal: Terminal): Promise<string> {
  const read = utf8ToText(await readInput(terminal, place));
  if (!read.ok) throw new UsageError(`${place} is not UTF-8`);
  return read.value;
}

function splitPair(pair: string): readonly [string, string] {
  const [, key, value] = /^([a-z][a-zA-Z]*)=(.*)$/s.exec(pair) ?? [];
  if (key === undefined || value === undefined) throw new UsageError("--set and --public need key=value");
  return [key, value];
}

function readStaff(spelled: string): StaffId {
  const id = parseId("staff", spelled);
  if (!id.ok) throw new UsageError("--with needs ids of members of staff (stf_…)");
  return id.value;
}
