import type { SheetsOf } from "../sheet.ts";

/** What the panel does; its room gives these. */
export const sittingSheets: SheetsOf<
  "propose-decision" | "withdraw-decision" | "cast-vote" | "close-sitting" | "record-delivery"
> = {
  "propose-decision": { elsewhere: "the hearing room" },
  "withdraw-decision": { elsewhere: "the hearing room" },
  "cast-vote": { elsewhere: "the hearing room" },
  "close-sitting": { elsewhere: "the hearing room" },
  "record-delivery": { elsewhere: "the redress register" },
};
