import type { SheetsOf } from "../sheet.ts";

/** How a story is opened by those who hold its shares: the ceremony gives these. */
export const openingSheets: SheetsOf<
  "propose-opening" | "confirm-danger" | "agree-opening" | "stop-opening" | "open-escrow"
> = {
  "propose-opening": { elsewhere: "the ceremony" },
  "confirm-danger": { elsewhere: "the ceremony" },
  "agree-opening": { elsewhere: "the list of those who hold shares" },
  "stop-opening": { elsewhere: "the ceremony" },
  "open-escrow": { elsewhere: "the ceremony" },
};
