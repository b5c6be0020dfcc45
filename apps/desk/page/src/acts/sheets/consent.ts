import { laterWords } from "@temwen/casework";
import { instantToMillis, millisToInstant } from "@temwen/vocabulary";
import type { Asked } from "../asked.ts";
import { choice, several } from "../asks/choose.tsx";
import { forum } from "../asks/forum.tsx";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";

/** For how long, in days: whoever speaks with a person says it so, and the day follows. */
const lasting = choice({ label: "ask.lasts", ids: ["open", "30", "90", "365"], called: "lasts" });

const until: Asked<readonly string[]> = {
  ...lasting,
  read: (at) => {
    const days = lasting.read(at);
    if (days === undefined || days === "open") return days && [];
    return [millisToInstant(instantToMillis(at.view.now) + Number(days) * 86_400_000).slice(0, 10)];
  },
};

/** What somebody heard the person allow for one purpose. */
export const consentSheets: SheetsOf<"record-consent"> = {
  "record-consent": {
    group: "case",
    icon: "pen",
    asks: {
      purpose: choice({ label: "ask.purpose", ids: laterWords.purpose, called: wordKinds.purpose }),
      recipient: forum({ label: "ask.recipient", hint: "ask.recipientHint" }),
      given: choice({ label: "ask.given", ids: laterWords.given, called: wordKinds.given }),
      including: several({
        label: "ask.including",
        hint: "ask.includingHint",
        ids: laterWords.including,
        called: wordKinds.including,
        least: 0,
      }),
      language: choice({ label: "ask.language", ids: laterWords.language, called: wordKinds.language }),
      explainer: choice({ label: "ask.explainer", ids: laterWords.explainer, called: wordKinds.explainer }),
      until,
    },
    text: { label: "text.consent", hint: "explanationHint" },
  },
};
