import { ClockBadge } from "@temwen/ui";
import type { Instant } from "@temwen/vocabulary";
import { instantOf } from "@temwen/words";
import type { CaseView, InquiryView } from "../../../../keeper/src/views.ts";
import { timeLeft, wordFor, words, zone } from "../../say.ts";
import { Fold } from "../fold.tsx";
import { callRequest } from "../inquiry-names.ts";
import { Newest } from "../newest.tsx";
import { Noted } from "./noted.tsx";

type Request = InquiryView["requests"][number];

/** Whom the office asked for evidence, until when, and what came of it. Refusal and silence count in public. */
export function Requests({ view, inquiry }: { readonly view: CaseView; readonly inquiry: InquiryView }) {
  const { requests } = inquiry;
  if (requests.length === 0) return null;
  const w = words();
  return (
    <Fold id="requests" title={w.requestsHead} note={w.ofThem({ n: requests.length })}>
      <Newest
        entries={requests.map((request) => ({
          key: String(request.number),
          entry: (
            <>
              <h3>{callRequest(request)}</h3>
              <p>
                <Standing request={request} now={view.now} />
              </p>
              <Noted noted={request} />
              {request.answers.map((answer) => (
                <Noted key={answer.at} what={<strong>{wordFor("answer", answer.answer)}</strong>} noted={answer} />
              ))}
            </>
          ),
        }))}
      />
    </Fold>
  );
}

/** What was answered last, or how long there still is. */
function Standing({ request, now }: { readonly request: Request; readonly now: Instant }) {
  const last = request.answers.at(-1);
  if (last)
    return <ClockBadge state={last.answer === "given" ? "met" : "late"}>{wordFor("answer", last.answer)}</ClockBadge>;
  // Due at the end of the day.
  const left = timeLeft(instantOf(request.due, 24, zone()), now);
  return <ClockBadge state={left.state}>{left.text}</ClockBadge>;
}
