import { formOf, type LaterOrder, saidByCase } from "@temwen/casework";
import type { Json } from "@temwen/vocabulary";
import { UsageError } from "../exit.ts";

/** What an act from admission on says, from its `--set` words; a list is spelled with commas. Throws `UsageError`. */
export function readSaid(act: LaterOrder["type"], set: ReadonlyMap<string, string>): { readonly [name: string]: Json } {
  const shapes = Object.entries(formOf(act)?.says ?? {}).filter(([name]) => !saidByCase(act).includes(name));
  return Object.fromEntries(
    shapes.map(([name, shape]) => {
      const spelled = set.get(name);
      const values = spelled === undefined ? [[]] : readings(name, spelled);
      const value = values.find((one) => shape(one) !== undefined);
      if (value !== undefined) return [name, value];
      const form = recordOf(name)?.join("/");
      const how = form ? `${form}, and commas between several` : "…";
      throw new UsageError(
        spelled === undefined ? `${act} needs --set ${name}=${how}` : `--set ${name}=${spelled} is not ${name}: ${how}`,
      );
    }),
  );
}

/** What stands between slashes, of things that have several words each. */
const records: { readonly [name: string]: readonly string[] } = {
  findings: ["allegation", "happened", "answers", "why", "standard"],
  protecting: ["kind", "answer"],
  measures: ["number", "form", "bearer", "due"],
};

const recordOf = (name: string): readonly string[] | undefined =>
  Object.hasOwn(records, name) ? records[name] : undefined;

/** A word, a number, a list: what the act asks for is what counts. */
function readings(name: string, spelled: string): readonly Json[] {
  const words = spelled.split(",").filter(Boolean);
  const members = recordOf(name);
  if (!members) return [spelled, ...numbersIn(spelled), words, words.flatMap(numbersIn)];
  return [words.map((word) => readRecord(members, word.split("/")))];
}

const readRecord = (members: readonly string[], words: readonly string[]): Json =>
  Object.fromEntries(words.map((word, place) => [members[place] ?? "", numbersIn(word)[0] ?? word]));

const numbersIn = (word: string): readonly number[] => (/^\d{1,9}$/.test(word) ? [Number(word)] : []);
