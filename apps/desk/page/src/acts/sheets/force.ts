import { laterWords } from "@temwen/casework";
import { choice } from "../asks/choose.tsx";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";

/** A use of force that nobody reported, as the case shows it. */
export const forceSheets: SheetsOf<"flag-force"> = {
  "flag-force": {
    group: "inquiry",
    icon: "shield",
    asks: {
      force: choice({ label: "ask.force", hint: "ask.forceHint", ids: laterWords.force, called: wordKinds.force }),
    },
    text: { label: "explanation", hint: "explanationHint" },
  },
};
