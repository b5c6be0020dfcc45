import { type OwnFiling, type OwnPromise, readOwnPromise } from "@temwen/complain/own-filing";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { Terminal } from "../terminal.ts";
import { sayUnproved } from "./unproved.ts";
import { writeKept } from "./write-kept.ts";

/** What a script is told of an office's promise, and what a person reads of it; empty where nothing was promised. */
export type ToldPromise = { readonly told: object; readonly sentence: string };

/**
 * Puts the office's word for a filing down at once, whoever waits for the proof or not. The complaint has arrived and its receipt
 * counts for more: a folder that cannot be written to is said, and nothing else.
 */
export async function keepPromise(own: OwnFiling, folder: string, terminal: Terminal): Promise<ToldPromise> {
  const { promise } = own.filing;
  const read = readOwnPromise(own, verifyOnNode);
  if (!read.ok) {
    if (read.refusal.code !== "no-promise") sayUnproved(read.refusal, terminal);
    return { told: promise ? { promise } : {}, sentence: "" };
  }
  const place = await writtenAt(folder, read.value, terminal);
  const by = `promised      in the public log by ${read.value.by}`;
  return place === undefined
    ? { told: { promise }, sentence: `${by}: ${JSON.stringify(promise)}` }
    : { told: { promise, kept: place }, sentence: `${by}; the office's signed word: ${place}` };
}

async function writtenAt(folder: string, { kept }: OwnPromise, terminal: Terminal): Promise<string | undefined> {
  try {
    return await writeKept(folder, kept);
  } catch (error) {
    // Any fault of the file system: the words have arrived.
    const why = error instanceof Error && "code" in error ? String(error.code) : "fault";
    terminal.progress(
      `temwen: the office's promise could not be written into ${folder} (${why}); keep what is printed`,
    );
    return undefined;
  }
}
