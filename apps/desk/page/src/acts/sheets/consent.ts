import type { SheetsOf } from "../sheet.ts";

/** What somebody heard the person allow for one purpose. */
export const consentSheets: SheetsOf<"record-consent"> = {
  "record-consent": { elsewhere: "temwen office act" },
};
