import type { CaseRoom } from "../room/case-room.ts";
import type { ConsentEntry } from "../views.ts";

/** Everything that says what the person allows, oldest first, with the one that counts now. */
export function listConsents({ story, theCase, stream }: CaseRoom): readonly ConsentEntry[] {
  const entries: ConsentEntry[] = [];
  if (story) entries.push({ how: "filed", at: theCase.receivedAt, choice: story.consent });
  for (const { fact, at, whose } of stream.happened) {
    if (fact.type === "case.consent-given/1" && whose !== "person" && whose !== "clock") {
      const { choice, language, explainer } = fact;
      const differs = story !== undefined && story.consent !== choice;
      entries.push({ how: "read", at, choice, by: whose, language, explainer, differs });
    } else if (fact.type === "case.consent-changed/1") entries.push({ how: "signed", at, choice: fact.choice });
    else if (fact.type === "case.withdrawal-asked/1") entries.push({ how: "asked-to-stop", at });
  }
  const counting =
    entries.findLast(({ how }) => how === "signed") ??
    entries.findLast(({ how }) => how === "read") ??
    entries.findLast(({ how }) => how === "filed");
  return entries.map((entry) => (entry === counting ? { ...entry, countsNow: true } : entry));
}
