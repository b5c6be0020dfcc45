// The people of a test office at work: through the command, and through the desk's own library.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { type CaseView, type Keeper, signIn } from "@temwen/desk";
import { parsePack } from "@temwen/mission-pack";
import { trustShape } from "@temwen/office";
import type { CaseId } from "@temwen/vocabulary";
import { asPerson, type DemoPerson, runCommand, type TestOffice } from "./office.ts";

export const peopleOf = (office: TestOffice, role: string, bench = "first"): readonly DemoPerson[] =>
  office.people.filter((person) => person.role === role && person.bench === bench);

// ---- through the command

/** Runs `temwen office …` as a person; the one JSON object it must print, or its refusal. */
export async function askAs(
  office: TestOffice,
  person: DemoPerson,
  words: readonly string[],
  input = "",
): Promise<Record<string, unknown>> {
  const ran = await runCommand(["office", ...words, ...asPerson(office, person)], input);
  return { exit: ran.code, ...readOneObject(ran.stdout) };
}

/** What stdout must be with --json. A failure here does not repeat it: it may hold somebody's words. */
function readOneObject(stdout: string): object {
  try {
    const read: unknown = JSON.parse(stdout);
    if (typeof read === "object" && read !== null && stdout.endsWith("}\n")) return read;
  } catch {
    // said below
  }
  throw new Error(`not one JSON object on stdout, but ${stdout.length} characters of something else`);
}

/** The cases waiting, as the command lists them. */
export async function listCases(office: TestOffice): Promise<readonly { case: string; stage: string }[]> {
  const [anyone] = peopleOf(office, "intake");
  assert.ok(anyone);
  const ran = await runCommand(["office", "queue", "--limit", "1000", ...asPerson(office, anyone)]);
  assert.equal(ran.code, 0, ran.stderr);
  return ran.stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
}

/** The first intake officer whose key opens the case, and what they read. Not being among the readers is ordinary. */
export async function findReader(
  office: TestOffice,
  caseId: string,
): Promise<{ readonly reader: DemoPerson; readonly read: Record<string, unknown> }> {
  for (const reader of peopleOf(office, "intake")) {
    const read = await askAs(office, reader, ["read", "--case", caseId]);
    if (read.exit === 0) return { reader, read };
    assert.deepEqual([read.exit, read.refused], [1, "not-granted"]);
  }
  throw new Error("no intake officer can open the case");
}

// ---- through the library

/** Desks of these people in this process; to be closed. */
export async function openDesks(office: TestOffice, people: readonly DemoPerson[]): Promise<readonly Keeper[]> {
  const trust = trustShape(JSON.parse(await readFile(office.roots, "utf8")));
  const pack = parsePack(JSON.parse(await readFile(new URL("../../packs/haiti/pack.json", import.meta.url), "utf8")));
  assert.ok(trust && pack.ok);
  const desks: Keeper[] = [];
  for (const { keyFile, passphrase } of people) {
    const key = new Uint8Array(await readFile(keyFile));
    const keeper = await signIn({ server: office.url, trust, pack: pack.value, keyFile: key, passphrase });
    assert.ok(keeper.ok, "a demonstration key signs in");
    desks.push(keeper.value);
  }
  return desks;
}

/** The first of these desks that can open the case, and what it shows. */
export async function readAmong(
  desks: readonly Keeper[],
  caseId: string,
): Promise<{ readonly desk: Keeper; readonly view: CaseView & Required<Pick<CaseView, "story">> }> {
  for (const desk of desks) {
    const view = await desk.readCase(caseId as CaseId);
    assert.ok(view.ok, "a case of the queue can be read");
    if (view.value.story) return { desk, view: { ...view.value, story: view.value.story } };
  }
  throw new Error("none of these desks can open the case");
}
