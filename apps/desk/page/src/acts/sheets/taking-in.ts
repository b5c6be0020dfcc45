import type { SheetsOf } from "../sheet.ts";

/** What comes in by the office's own hands: files are chosen beside the evidence that is there. */
export const takingInSheets: SheetsOf<"take-evidence" | "link-case" | "unlink-case"> = {
  "take-evidence": { elsewhere: "beside the evidence" },
  "link-case": { elsewhere: "among the linked cases" },
  "unlink-case": { elsewhere: "among the linked cases" },
};
