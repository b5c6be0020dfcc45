import { ClockBadge } from "@temwen/ui";
import type { Instant } from "@temwen/vocabulary";
import type { RespondentView } from "../../../../keeper/src/showing/inquiry-view.ts";
import type { CaseView, InquiryView } from "../../../../keeper/src/views.ts";
import { hour, timeLeft, wordFor, words } from "../../say.ts";
import { Fold } from "../fold.tsx";
import { callRespondent } from "../inquiry-names.ts";
import { Noted } from "./noted.tsx";

/** Whom it is against, and what became of hearing them: notice, days left, reply, who spoke for them. */
export function Respondents({ view, inquiry }: { readonly view: CaseView; readonly inquiry: InquiryView }) {
  const { respondents } = inquiry;
  if (respondents.length === 0) return null;
  const w = words();
  return (
    <Fold id="respondents" title={w.respondentsHead} note={w.ofThem({ n: respondents.length })}>
      <ul class="entries">
        {respondents.map((respondent) => (
          <li key={respondent.number}>
            <h3>{callRespondent(respondent)}</h3>
            <Respondent respondent={respondent} now={view.now} />
            <Asks asks={inquiry.asks.filter((ask) => ask.respondent === respondent.number)} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Respondent({ respondent, now }: { readonly respondent: RespondentView; readonly now: Instant }) {
  const w = words();
  const { notice, waits, replies, mustBeHeard, untold } = respondent;
  const isUntold = mustBeHeard && untold.length > 0;
  return (
    <>
      {!mustBeHeard && <p class="hint">{w.cannotBeAsked}</p>}
      {mustBeHeard && !notice && !waits && <p>{w.noticeNone}</p>}
      {waits && (!notice || (isUntold && waits.at > notice.at)) && (
        <Noted
          what={`${w.noticeWaits({ date: hour(waits.until) })} ${wordFor("because", waits.because)}.`}
          noted={waits}
        />
      )}
      {notice && (
        <Noted
          what={
            <>
              {w.noticeGiven} {wordFor("how", notice.how)}. <DaysLeft respondent={respondent} now={now} />
            </>
          }
          noted={notice}
        />
      )}
      {notice && isUntold && <p>{w.fairNoticeBefore}</p>}
      {replies.map((reply) => (
        <Noted
          key={reply.at}
          what={`${w.replyGiven} ${wordFor("represented", reply.represented)}. ${wordFor("interpreter", reply.interpreter)}.`}
          noted={reply}
        />
      ))}
    </>
  );
}

/** How long they may still reply; met once they did, to all that is said against them. */
function DaysLeft({ respondent, now }: { readonly respondent: RespondentView; readonly now: Instant }) {
  const w = words();
  if (respondent.isHeard && respondent.replies.length > 0) return <ClockBadge state="met">{w.replied}</ClockBadge>;
  const replyBy = respondent.notice?.replyBy;
  if (replyBy === undefined || respondent.untold.length > 0) return null;
  // The end of their days is no failure of theirs: they may say nothing.
  if (replyBy <= now) return <ClockBadge state="met">{w.daysOver({ date: hour(replyBy) })}</ClockBadge>;
  const left = timeLeft(replyBy, now);
  return <ClockBadge state={left.state}>{left.text}</ClockBadge>;
}

/** What they asked about themselves, and what the office answered. */
function Asks({ asks }: { readonly asks: InquiryView["asks"] }) {
  const w = words();
  return (
    <>
      {asks.map((ask) => (
        <div key={ask.number}>
          <Noted what={`${w.respondentAsked} ${wordFor("wants", ask.wants)}.`} noted={ask} />
          {ask.answer ? (
            <Noted what={tellAnswer(ask.answer)} noted={ask.answer} />
          ) : (
            <p class="hint">{w.fairNoAnswer}</p>
          )}
        </div>
      ))}
    </>
  );
}

const tellAnswer = ({ became, cause }: NonNullable<InquiryView["asks"][number]["answer"]>): string => {
  const why = cause === "none" ? "" : ` ${wordFor("cause", cause)}.`;
  return `${wordFor("became", became)}.${why}`;
};
