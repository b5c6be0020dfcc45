import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Forum, type Pack, parseAnswerTime, parseForums, parsePack } from "@temwen/mission-pack";
import { roles } from "@temwen/office";
import { fieldsOf, listOf, oneOf, onlyTrue, textLike, textUpTo, truth } from "@temwen/vocabulary";
import type { Enrolment } from "../office/create-office.ts";

/** The root of the program's own files. */
export const programFolder = join(dirname(fileURLToPath(import.meta.url)), "../../../..");

const peopleShape = fieldsOf({
  notice: textUpTo(500),
  people: listOf(
    fieldsOf(
      {
        label: textUpTo(100),
        role: oneOf(...roles),
        bench: oneOf("first", "reserve"),
        ties: listOf(textLike(/^[a-z][a-z0-9-]{1,23}$/), 16),
      },
      {
        civilSociety: onlyTrue,
        holder: fieldsOf({ civilSociety: truth, abroad: truth, institution: textLike(/^[a-z0-9-]{1,24}$/) }),
      },
    ),
    400,
  ),
});

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

/** Reads the people to enrol; undefined when the file is not of the form. */
export function parsePeople(text: string): readonly Enrolment[] | undefined {
  try {
    return peopleShape(JSON.parse(text))?.people;
  } catch {
    return undefined;
  }
}

/** Reads the fictional people of a pack. */
export async function readDemoPeople(name: string): Promise<readonly Enrolment[]> {
  const place = join(programFolder, "packs", name, "demo", "people.json");
  const people = parsePeople(await readFile(place, "utf8"));
  if (!people) throw new Error(`${place} cannot be read`);
  return people;
}
