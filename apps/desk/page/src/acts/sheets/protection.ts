import { laterWords } from "@temwen/casework";
import { choice } from "../asks/choose.tsx";
import { protecting } from "../asks/protecting.tsx";
import { severalColleagues } from "../asks/staff.ts";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";

/** What is done so that nobody is harmed for having spoken; it waits for no inquiry. */
export const protectionSheets: SheetsOf<
  "assess-safety" | "offer-support" | "assess-best-interests" | "report-retaliation"
> = {
  "assess-safety": {
    group: "protection",
    icon: "shield",
    asks: { level: choice({ label: "dangerLevel", ids: laterWords.level, called: wordKinds.level }), protecting },
    text: { label: "safetyPlanLabel", hint: "safetyPlanHint" },
  },
  "offer-support": {
    group: "protection",
    icon: "care",
    asks: {
      service: choice({ label: "ask.service", ids: laterWords.service, called: wordKinds.service }),
      offered: choice({ label: "ask.offered", ids: laterWords.offered, called: wordKinds.offered }),
    },
  },
  "assess-best-interests": {
    group: "protection",
    icon: "care",
    asks: {
      guardian: choice({
        label: "ask.guardian",
        hint: "ask.guardianHint",
        ids: laterWords.guardian,
        called: wordKinds.guardian,
      }),
    },
    isOffered: ({ assessment }) => assessment?.child === "yes" || assessment?.child === "doubt",
    text: { label: "text.interests", hint: "explanationHint" },
  },
  "report-retaliation": {
    group: "protection",
    icon: "alarm",
    asks: { about: severalColleagues({ label: "ask.about", hint: "ask.aboutHint" }) },
    text: { label: "text.retaliation", hint: "explanationHint" },
    twice: { question: "retaliationAsk", consequence: "retaliationLose" },
  },
};
