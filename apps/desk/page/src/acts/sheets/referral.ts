import type { SheetsOf } from "../sheet.ts";

/** Where a case goes before a body outside the office; the board of referrals gives these. */
export const referralSheets: SheetsOf<
  "propose-override" | "confirm-override" | "refer-case" | "record-referral-answer" | "propose-token" | "confirm-token"
> = {
  "propose-override": { elsewhere: "the board of referrals" },
  "confirm-override": { elsewhere: "the board of referrals" },
  "refer-case": { elsewhere: "the board of referrals" },
  "record-referral-answer": { elsewhere: "the board of referrals" },
  "propose-token": { elsewhere: "the board of referrals" },
  "confirm-token": { elsewhere: "the board of referrals" },
};
