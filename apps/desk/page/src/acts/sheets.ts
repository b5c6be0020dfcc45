import type { LaterOrder } from "@temwen/casework";
import type { AnySheet, SheetsOf } from "./sheet.ts";
import { admissionSheets } from "./sheets/admission.ts";
import { clockSheets } from "./sheets/clocks.ts";
import { companionSheets } from "./sheets/companions.ts";
import { consentSheets } from "./sheets/consent.ts";
import { openingSheets } from "./sheets/escrow.ts";
import { fairnessSheets } from "./sheets/fairness.ts";
import { forceSheets } from "./sheets/force.ts";
import { inquirySheets } from "./sheets/inquiry.ts";
import { jointSheets } from "./sheets/joint.ts";
import { owedSheets } from "./sheets/owed.ts";
import { protectionSheets } from "./sheets/protection.ts";
import { referralSheets } from "./sheets/referral.ts";
import { sittingSheets } from "./sheets/sitting.ts";
import { takingInSheets } from "./sheets/taking-in.ts";
import { transferSheets } from "./sheets/transfer.ts";

/** A sheet for every order from admission on, or where it is given instead: one file for each family of orders. */
const sheets: SheetsOf<LaterOrder["type"]> = {
  ...admissionSheets,
  ...inquirySheets,
  ...fairnessSheets,
  ...sittingSheets,
  ...protectionSheets,
  ...consentSheets,
  ...companionSheets,
  ...jointSheets,
  ...forceSheets,
  ...referralSheets,
  ...takingInSheets,
  ...transferSheets,
  ...clockSheets,
  ...openingSheets,
  ...owedSheets,
};

/** An order that this page has a sheet for. */
export type LaterAct = LaterOrder["type"];

/** The sheet of an order; undefined where it has none here. */
export function sheetOf(act: LaterAct): AnySheet | undefined {
  const sheet = sheets[act];
  // What each asks for was checked order by order above; whoever shows them all needs only that they ask.
  return "elsewhere" in sheet ? undefined : (sheet as AnySheet);
}

/** The orders with a sheet, in the order in which they are shown. */
export const laterActs = (Object.keys(sheets) as readonly LaterAct[]).filter((act) => sheetOf(act));
