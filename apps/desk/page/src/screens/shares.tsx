import { useSignal } from "@preact/signals";
import { Confirm, EmptyState, Facts, Notice } from "@temwen/ui";
import type { OpeningsView, OpeningView } from "../../../keeper/src/acts/openings.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { isSignedOut } from "../desk-state.ts";
import { Heading } from "../heading.tsx";
import { useKeys } from "../keys/shortcuts.ts";
import { useReading } from "../reading.ts";
import { caseName, hour, nameWithRole, staffName, tellRefusal, timeLeft, wordFor, words, zonePlace } from "../say.ts";
import { TroubleNotice } from "../trouble-notice.tsx";

/** The desk of whoever holds shares: what asks for one, and nothing of the cases. */
export function Shares() {
  const w = words();
  const { view, trouble, read } = useReading<OpeningsView>("/api/openings");
  useKeys({ r: () => void read() });
  const shown = view.value;
  return (
    <section class="shares">
      <Heading>{w.sharesHead}</Heading>
      <p>{w.sharesIntro}</p>
      <TroubleNotice refusal={trouble.value} onRead={read} />
      {shown?.openings.length === 0 && <EmptyState title={w.sharesNone} />}
      {shown?.openings.map((opening) => (
        <Asked key={opening.terms} opening={opening} now={shown.now} onRead={read} />
      ))}
      {shown && shown.openings.length > 0 && <p class="hint">{w.hoursOf({ place: zonePlace() ?? "" })}</p>}
    </section>
  );
}

type AskedProps = {
  readonly opening: OpeningView;
  readonly now: OpeningsView["now"];
  readonly onRead: () => Promise<void>;
};

const holdersNeeded = 3;

/** One opening: who asks, why, for whom; to give one's share, or to say nothing. */
function Asked({ opening, now, onRead }: AskedProps) {
  const w = words();
  const isAsked = useSignal(false);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const { caseId, because, proposedBy, role, readers, agreed, from, until, given, terms } = opening;
  const give = async () => {
    const answer = await ask<object>("POST", `/api/openings/${caseId}/share`, { terms });
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    isAsked.value = false;
    if (answer.ok) await onRead();
  };
  const facts = [
    { key: "by", name: w.openingAskedBy, value: nameWithRole({ id: proposedBy, role }) },
    { key: "why", name: w.openingWhy, value: wordFor("openingBecause", because) },
    { key: "for", name: w.openingFor, value: readers.map(staffName).join(", ") },
    { key: "shares", name: w.openingShares, value: w.openingOf({ n: String(agreed), all: String(holdersNeeded) }) },
    {
      key: "from",
      name: w.openingFrom,
      value: now < from ? `${hour(from)} (${timeLeft(from, now).text})` : hour(from),
    },
    { key: "until", name: w.openingUntil, value: hour(until) },
  ];
  const isOpen = !given && agreed < holdersNeeded;
  return (
    <article class="share" aria-labelledby={`share-${terms}`}>
      <h2 id={`share-${terms}`}>{w.caseTitle({ name: caseName(caseId) })}</h2>
      <Facts facts={facts} />
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      {given && <p>{w.shareGiven}</p>}
      {!given && !isOpen && <p>{w.shareEnough}</p>}
      {isOpen && (
        <>
          <Confirm
            asking={isAsked.value}
            act={w.shareGive}
            question={w.shareGiveAsk}
            consequence={w.shareGiveLose}
            yes={w.shareGive}
            no={w.cancel}
            onAsk={() => (isAsked.value = true)}
            onYes={() => void give()}
            onNo={() => (isAsked.value = false)}
          />
          <h3>{w.shareNothing}</h3>
          <p>{w.shareNothingMeans}</p>
        </>
      )}
    </article>
  );
}
