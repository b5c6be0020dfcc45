import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type SignedBody, type Signer, type Trust, trustShape } from "@temwen/office";
import { createNodeSigner } from "@temwen/office/signing-node";
import { canonicalBytes, parseBase64 } from "@temwen/vocabulary";
import type { DataFolder } from "./data-folder.ts";
import { isAbsent } from "./error-codes.ts";

/** What a server holds of its office: whom to believe, the clock key, and the first directory to publish. */
export type OfficeFiles = { readonly trust: Trust; readonly clockKey: Signer; readonly first: SignedBody };

/** A line of `demo/people.json`. */
export type DemoPerson = {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly bench: string;
  readonly keyFile: string;
  readonly passphrase: string;
  readonly ties: readonly string[];
};

/** An office stays a demonstration, however it is started later. */
export const hasDemo = (folder: DataFolder): Promise<boolean> =>
  access(join(folder.demo, "people.json")).then(
    () => true,
    () => false,
  );

/** Reads the office's files; undefined when there is no office here yet. */
export async function readOfficeFiles(folder: DataFolder): Promise<OfficeFiles | undefined> {
  const text = await readFile(join(folder.keys, "roots.json"), "utf8").catch((error) => {
    // What may not be read is no empty folder: nothing is made over it.
    if (isAbsent(error)) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const trust = trustShape(JSON.parse(text));
  const seed = parseBase64((await readFile(join(folder.keys, "clock.key"), "utf8")).trim());
  const first = JSON.parse(await readFile(join(folder.keys, "directory-1.json"), "utf8"));
  if (!trust || !seed.ok) throw new Error("the office's key files cannot be read");
  return {
    trust,
    clockKey: createNodeSigner(seed.value),
    first: { body: canonicalBytes(first.body), vouchings: first.vouchings },
  };
}
