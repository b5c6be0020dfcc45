import { useSignal } from "@preact/signals";
import { type BriefReferral, readReferrals } from "@temwen/casework";
import { EmptyState, Notice } from "@temwen/ui";
import { dayIn } from "@temwen/words";
import { useEffect } from "preact/hooks";
import type { QueueView } from "../../../keeper/src/views.ts";
import { StandingBadge } from "../case/referrals.tsx";
import { ask, type Refusal } from "../desk-line.ts";
import { goTo, isSignedOut } from "../desk-state.ts";
import { Heading } from "../heading.tsx";
import { forumName } from "../referrals/forums.ts";
import { caseName, day, dayName, tellRefusal, wordFor, words, zone } from "../say.ts";

type Row = QueueView["rows"][number];
type Listed = BriefReferral & { readonly caseId: Row["caseId"] };

/** At which stages a case may have been referred, or have ended since. */
const stages = [
  ...["assessed", "non-admission-proposed", "not-admitted", "admitted", "investigating"],
  ...["before-panel", "found", "ruled", "settled", "closed"],
];

/** Every referral of the cases that this person may read: where, since when, until when, and what was answered. */
export function ReferralBoard() {
  const w = words();
  const rows = useSignal<readonly Listed[] | undefined>(undefined);
  const trouble = useSignal<Refusal | undefined>(undefined);
  useEffect(() => {
    void readBoard().then((answer) => {
      if (Array.isArray(answer)) rows.value = answer;
      else if (!isSignedOut(answer as Refusal)) trouble.value = answer as Refusal;
    });
  }, []);
  const shown = rows.value;
  return (
    <section class="queue">
      <Heading>{w.boardReferrals}</Heading>
      <p class="hint">{w.boardLead}</p>
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      {!shown && !trouble.value && <p class="hint">{w.working}</p>}
      {shown && shown.length === 0 && <EmptyState title={w.boardNone} />}
      {shown && shown.length > 0 && (
        <ol class="rows">
          {shown.map((row) => (
            <BoardRow key={`${row.caseId} ${row.number}`} row={row} />
          ))}
        </ol>
      )}
    </section>
  );
}

function BoardRow({ row }: { readonly row: Listed }) {
  const w = words();
  const { caseId, forum, asked, due, answers, standing, cameAt, next } = row;
  return (
    <li class={standing === "silent" || cameAt ? "row-late" : undefined}>
      <button type="button" class="case-row" onClick={() => goTo({ at: "case", caseId })}>
        <span class="row-name">{caseName(caseId)}</span>
        <span class="row-clock">
          <StandingBadge standing={standing} due={due} />
        </span>
        <span class="row-about">
          <span>{forumName(forum)}</span>
          <span>{answers.map((answered) => wordFor("answered", answered)).join(", ")}</span>
          {cameAt && <strong>{w.cameUnrecorded({ at: day(cameAt) })}</strong>}
          {next && <strong>{w.silentNext({ due: dayName(due), forum: forumName(next) })}</strong>}
          <span class="hint">{w.askedDue({ at: dayName(asked), due: dayName(due) })}</span>
        </span>
      </button>
    </li>
  );
}

/** All pages of all these stages; first what came and nobody wrote down, then silent ones, then by the day that is due. */
async function readBoard(): Promise<readonly Listed[] | Refusal> {
  const found: Listed[] = [];
  for (const stage of stages) {
    for (let after: string | undefined; ; ) {
      const page = await ask<QueueView>("POST", "/api/queue", { stage, ...(after && { after }) });
      if (!page.ok) return page.refusal;
      const { rows, next, now } = page.value;
      for (const { caseId, facts } of rows)
        found.push(
          ...readReferrals(facts.referrals, dayIn(now, zone()), facts.came).map((one) => ({ ...one, caseId })),
        );
      if (next === undefined) break;
      after = next;
    }
  }
  const rank = ({ standing, cameAt }: Listed): number =>
    cameAt ? -1 : ["silent", "waiting", "answered"].indexOf(standing);
  return found.sort((a, b) => rank(a) - rank(b) || (a.due < b.due ? -1 : 1));
}
