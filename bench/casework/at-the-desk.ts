import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createCourier } from "@temwen/courier";
import { type Keeper, type SignInOptions, signIn } from "@temwen/desk";
import { parsePack } from "@temwen/mission-pack";
import type { Trust } from "@temwen/office";
import { deriveReceiptKeys, drawReceipt } from "@temwen/sealing/receipt";
import { sealComplaint } from "@temwen/sealing/seal";
import type { CaseId } from "@temwen/vocabulary";
import type { ServedOffice } from "../intake/office.ts";
import { draftComplaint } from "../intake/parcels.ts";

/** Files a really sealed complaint, as the page does. */
export async function fileReal({ url, directory }: ServedOffice): Promise<CaseId> {
  const keys = await deriveReceiptKeys(drawReceipt(), directory.receiptSalt);
  const parcel = await sealComplaint(draftComplaint(600), keys, directory);
  if (!parcel.ok) throw new Error(`a complaint was not sealed: ${parcel.refusal.code}`);
  const filed = await createCourier({ base: url }).fileParcel(parcel.value);
  if (!filed.ok) throw new Error(`a complaint was not filed: ${filed.refusal.code}`);
  return keys.caseId;
}

/** The desks of all intake officers without a tie; four of them, by lot, can read a case. */
export async function openDesks(office: ServedOffice, change: Partial<SignInOptions> = {}): Promise<readonly Keeper[]> {
  const trust = JSON.parse(await readFile(join(office.folder, "keys/roots.json"), "utf8")) as Trust;
  const pack = parsePack(JSON.parse(await readFile(new URL("../../packs/haiti/pack.json", import.meta.url), "utf8")));
  if (!pack.ok) throw new Error(`the pack cannot be read: ${pack.refusal.code}`);
  const desks: Keeper[] = [];
  for (const { id, role, keyFile, passphrase } of office.people) {
    const isUntied = office.directory.staff.some((member) => member.id === id && member.ties.length === 0);
    if (role !== "intake" || !isUntied) continue;
    const key = new Uint8Array(await readFile(keyFile));
    const desk = await signIn({ server: office.url, trust, pack: pack.value, keyFile: key, passphrase, ...change });
    if (!desk.ok) throw new Error(`a desk did not open: ${desk.refusal.code}`);
    desks.push(desk.value);
  }
  return desks;
}

/** The first of these desks whose keys open the case. */
export async function findDesk(desks: readonly Keeper[], caseId: CaseId): Promise<Keeper> {
  for (const desk of desks) {
    const seen = await desk.readCase(caseId);
    if (seen.ok && seen.value.story) return desk;
  }
  throw new Error("nobody can open the case");
}

/** Does an act, which must be done. */
export async function act(desk: Keeper, caseId: CaseId, request: Parameters<Keeper["act"]>[1]): Promise<void> {
  const done = await desk.act(caseId, request);
  if (!done.ok) throw new Error(`${request.act} was refused: ${done.refusal.code}`);
}

/** An act that seals nothing: what is measured with it is deciding, signing, checking and appending. */
export const offer = {
  act: "offer-support",
  says: { service: "medical", offered: "offered" },
  text: "",
} as const satisfies Parameters<Keeper["act"]>[1];
