import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseId, type StaffId } from "@temwen/vocabulary";
import * as z from "zod";

/** A person of a demonstration office, as the sign-in screen lists them. Nothing secret. */
export type ListedPerson = {
  readonly id: StaffId;
  readonly label: string;
  readonly role: string;
  readonly ties: readonly string[];
};

/** People whose key files lie in a folder beside a `people.json`. */
export type People = {
  readonly listed: readonly ListedPerson[];
  readonly readKeyFile: (id: StaffId) => Promise<Uint8Array | undefined>;
};

export const nobodyListed: People = { listed: [], readKeyFile: async () => undefined };

// The file holds passphrases too. They are not read: whoever signs in types theirs, in a demonstration as in an office.
const peopleFile = z.array(
  z.object({
    id: z.custom<StaffId>((value) => parseId("staff", value).ok),
    label: z.string().max(100).default(""),
    role: z.string().max(40),
    ties: z.array(z.string().max(40)).max(40),
    keyFile: z.string().max(1000),
  }),
);

/** Reads who is listed in a folder of demonstration keys; throws when the folder is not one. */
export async function readPeople(folder: string): Promise<People> {
  const people = peopleFile.parse(JSON.parse(await readFile(resolve(folder, "people.json"), "utf8")));
  return {
    listed: people.map(({ id, label, role, ties }) => ({ id, label, role, ties })),
    readKeyFile: async (id) => {
      const person = people.find((listed) => listed.id === id);
      return person && new Uint8Array(await readFile(resolve(folder, person.keyFile)));
    },
  };
}
