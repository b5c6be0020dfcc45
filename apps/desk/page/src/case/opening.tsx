import { Facts, Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { hour, staffName, timeLeft, wordFor, words } from "../say.ts";

/** That an opening of the escrow is asked for, and how far it is: how many gave their share, and never who. */
export function OpeningNotice({ view: { opening, now } }: { readonly view: CaseView }) {
  const w = words();
  if (!opening) return null;
  const { because, proposedBy, readers, agreed, needs, from, until, confirmedBy, opened } = opening;
  const names = (ids: typeof readers) => ids.map(staffName).join(", ");
  const waits = now < from ? ` (${timeLeft(from, now).text})` : "";
  const facts = [
    { key: "by", name: w.openingAskedBy, value: staffName(proposedBy) },
    { key: "why", name: w.openingWhy, value: wordFor("openingBecause", because) },
    ...(confirmedBy ? [{ key: "sure", name: w.openingSure, value: staffName(confirmedBy) }] : []),
    { key: "for", name: w.openingFor, value: names(readers) },
    { key: "shares", name: w.openingShares, value: w.openingOf({ n: String(agreed), all: String(needs) }) },
    ...(opened.length > 0
      ? [{ key: "done", name: w.openingDone, value: names(opened) }]
      : [
          { key: "from", name: w.openingFrom, value: `${hour(from)}${waits}` },
          { key: "until", name: w.openingUntil, value: hour(until) },
        ]),
  ];
  return (
    <Notice icon="lock">
      <h2>{w.openingHead}</h2>
      <Facts facts={facts} />
    </Notice>
  );
}
