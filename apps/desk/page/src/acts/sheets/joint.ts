import type { SheetsOf } from "../sheet.ts";

/** What is owed where the mission is said to have acted together with others. */
export const jointSheets: SheetsOf<"notify-focal-point"> = {
  "notify-focal-point": {
    group: "referral",
    icon: "message",
    asks: {},
    isOffered: ({ attribution }) => attribution.is === "joint",
    text: { label: "text.focalPoint", hint: "text.focalPointHint" },
  },
};
