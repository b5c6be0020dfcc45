import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Forum, type Pack, parseAnswerTime, parseForums, parsePack } from "@temwen/mission-pack";
import { roles } from "@temwen/office";
import {
  fieldsOf,
  granted,
  listOf,
  oneOf,
  onlyTrue,
  type Result,
  refused,
  textLike,
  textUpTo,
  truth,
} from "@temwen/vocabulary";
import type { Enrolment } from "../office/create-office.ts";

/** The root of the program's own files. */
export const programFolder = join(dirname(fileURLToPath(import.meta.url)), "../../../..");

/** What each person of a file has to say, and may say. */
const wanted = {
  label: textUpTo(100),
  role: oneOf(...roles),
  bench: oneOf("first", "reserve"),
  ties: listOf(textLike(/^[a-z][a-z0-9-]{1,23}$/), 16),
};
const allowed = {
  civilSociety: onlyTrue,
  holder: fieldsOf({ civilSociety: truth, abroad: truth, institution: textLike(/^[a-z0-9-]{1,24}$/) }),
};
const personShape = fieldsOf(wanted, allowed);
const listShape = fieldsOf({ people: listOf((value) => value ?? null, 400) }, { notice: textUpTo(500) });

/** Reads a mission pack by name, with the forums that lie beside it. */
export async function readPack(name: string): Promise<Pack> {
  const folder = join(programFolder, "packs", name);
  const pack = parsePack(JSON.parse(await readFile(join(folder, "pack.json"), "utf8")));
  if (!pack.ok) throw new Error(`the pack ${name} cannot be read: ${pack.refusal.code}`);
  const table: unknown = JSON.parse(await readFile(join(folder, "forums.json"), "utf8"));
  const forums = parseForums(table, pack.value);
  if (!forums.ok) throw new Error(`the forums of ${name} cannot be read: ${forums.refusal.code}`);
  const forumAnswer = parseAnswerTime(table);
  return { ...pack.value, forums: forums.value, ...(forumAnswer && { forumAnswer }) };
}

/** The forums to which a pack's mission may refer a case. */
export const forumsOf = (pack: Pack): readonly Forum[] => pack.forums ?? [];

/** Why a file of people cannot be read: which of them, counted from one, and what of them. */
export type PeopleRefusal = { readonly code: "malformed-people"; readonly person?: number; readonly field?: string };

/** Reads the people to enrol. */
export function parsePeople(text: string): Result<readonly Enrolment[], PeopleRefusal> {
  const code = "malformed-people";
  const listed = listShape(parseJson(text))?.people;
  if (!listed) return refused({ code });
  const people: Enrolment[] = [];
  for (const [i, one] of listed.entries()) {
    const person = personShape(one);
    if (!person) return refused({ code, person: i + 1, ...findWrongField(one) });
    people.push(person);
  }
  return granted(people);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first field that is missing, not of its form, or one that nobody knows. */
function findWrongField(person: unknown): { readonly field?: string } {
  if (typeof person !== "object" || person === null) return {};
  const said = new Map<string, unknown>(Object.entries(person));
  for (const [field, shape] of Object.entries({ ...wanted, ...allowed })) {
    if ((field in wanted || said.has(field)) && shape(said.get(field)) === undefined) return { field };
  }
  const field = [...said.keys()].find((name) => !(name in wanted) && !(name in allowed));
  return field === undefined ? {} : { field };
}

/** Reads the fictional people of a pack. */
export async function readDemoPeople(name: string): Promise<readonly Enrolment[]> {
  const place = join(programFolder, "packs", name, "demo", "people.json");
  const people = parsePeople(await readFile(place, "utf8"));
  if (!people.ok) throw new Error(`${place} cannot be read`);
  return people.value;
}
