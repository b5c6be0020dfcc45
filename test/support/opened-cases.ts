import assert from "node:assert/strict";
import type { Keeper } from "@temwen/desk";
import type { CaseId } from "@temwen/vocabulary";
import { intakeNames } from "./casework.ts";
import type { SmallOffice } from "./small-office.ts";

type Wish = Parameters<Keeper["openCase"]>[0];

/** From the press, about ken. */
export const fromPress: Wish = {
  says: { because: "press", forces: ["ken"], matter: [], from: "none", basis: "none" },
  text: "Jounal la di yon patwouy te bat moun nan mache a.",
  language: "ht",
  reference: "Paj 3, 12 oktòb",
};

/** Opens a case; it must be opened. */
export async function openOne(desk: Keeper, change: Partial<Wish> = {}): Promise<CaseId> {
  const opened = await desk.openCase({ ...fromPress, ...change });
  assert.ok(opened.ok, `no case was opened: ${opened.ok ? "" : opened.refusal.code}`);
  return opened.value.case;
}

/** Whose desks open the words of the case, by name. */
export async function readersOf(office: SmallOffice, caseId: CaseId): Promise<readonly string[]> {
  const reads: string[] = [];
  for (const name of intakeNames) {
    const seen = await (await office.desk(name)).readCase(caseId);
    if (seen.ok && seen.value.opened?.words) reads.push(name);
  }
  return reads;
}
