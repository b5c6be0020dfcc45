import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Forum, type Pack, parseForums, parsePack } from "@temwen/mission-pack";
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

/** Reads a mission pack by name. */
export async function readPack(name: string): Promise<Pack> {
  const pack = parsePack(JSON.parse(await readFile(join(programFolder, "packs", name, "pack.json"), "utf8")));
  if (!pack.ok) throw new Error(`the pack ${name} cannot be read: ${pack.refusal.code}`);
  return pack.value;
}

/** Reads the forums to which a pack's mission may refer a case. */
export async function readForums(pack: Pack): Promise<readonly Forum[]> {
  const place = join(programFolder, "packs", pack.id, "forums.json");
  const forums = parseForums(JSON.parse(await readFile(place, "utf8")), pack);
  if (!forums.ok) throw new Error(`${place} cannot be read: ${forums.refusal.code}`);
  return forums.value;
}

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
