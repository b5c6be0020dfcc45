// The small test directory of vectors/, with the signers of its people.
import { readFileSync } from "node:fs";
import { canonicalBytes, type Digest, type Json, type StaffId } from "@temwen/vocabulary";
import type { Directory } from "./directory.ts";
import { createNodeSigner } from "./signing-node.ts";
import { type Vouching, vouchFor } from "./statement.ts";
import type { SignedBody, Suspension, Trust } from "./trust.ts";

type Vectors = {
  readonly trust: Trust;
  readonly roots: readonly { readonly name: string; readonly seed: string }[];
  readonly people: readonly { readonly name: string; readonly id: StaffId; readonly seed: string }[];
  readonly directory: Directory;
  readonly digest: Digest;
  readonly vouchings: readonly Vouching[];
  readonly suspensions: readonly {
    readonly body: Suspension;
    readonly vouchings: readonly Vouching[];
    readonly counts: boolean;
  }[];
};

export const vectors = JSON.parse(
  readFileSync(new URL("../../../vectors/directory.json", import.meta.url), "utf8"),
) as Vectors;

export const { directory, trust } = vectors;

/** A body signed by roots or people of the test directory, by name. */
export function signedBy(body: Json, ...names: readonly string[]): SignedBody {
  const bytes = canonicalBytes(body);
  return { body: bytes, vouchings: names.map((name) => vouchFor(bytes, signerOf(name))) };
}

export function idOf(name: string): StaffId {
  return personNamed(name).id;
}

/** The test directory without some people, or with some of them changed. */
export function withStaff(change: (member: Directory["staff"][number], name: string) => object | undefined): Directory {
  const staff = directory.staff.flatMap((member) => {
    const name = vectors.people.find(({ id }) => id === member.id)?.name ?? "";
    const changed = change(member, name);
    return changed ? [{ ...member, ...changed }] : [];
  });
  return { ...directory, staff };
}

function signerOf(name: string) {
  const seed = [...vectors.roots, ...vectors.people].find((entry) => entry.name === name)?.seed;
  if (!seed) throw new Error(`${name} is not in the test directory`);
  return createNodeSigner(Buffer.from(seed, "hex"));
}

function personNamed(name: string) {
  const person = vectors.people.find((entry) => entry.name === name);
  if (!person) throw new Error(`${name} is not in the test directory`);
  return person;
}
