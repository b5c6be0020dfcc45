import type { SubjectView } from "../../../../keeper/src/showing/inquiry-view.ts";
import type { InquiryView } from "../../../../keeper/src/views.ts";
import { forceName, wordFor, words } from "../../say.ts";
import { Fold } from "../fold.tsx";
import { callSubject } from "../inquiry-names.ts";
import { Newest } from "../newest.tsx";
import { Noted } from "./noted.tsx";

/** Who was interviewed, in which language, and why once more where somebody was. */
export function Interviews({ inquiry }: { readonly inquiry: InquiryView }) {
  const { subjects } = inquiry;
  if (subjects.length === 0) return null;
  const w = words();
  return (
    <Fold id="interviews" title={w.interviewsHead} note={w.ofThem({ n: subjects.length })}>
      <ul class="entries">
        {subjects.map((subject) => (
          <li key={subject.number}>
            <h3>{callSubject(subject)}</h3>
            <AtTheirSide subject={subject} />
            <Newest
              entries={subject.interviews.map((interview) => ({
                key: interview.at,
                entry: <Noted what={tell(interview)} noted={interview} />,
              }))}
            />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** What they wished of who is at their side, asked or not; and who was named. */
function AtTheirSide({ subject: { wishes, companions } }: { readonly subject: SubjectView }) {
  const w = words();
  const wish = wishes.find(({ as }) => as === "interpreter")?.wishes;
  return (
    <>
      <p class="hint">
        {wordFor("companion", "interpreter")} · {w["ask.wishes"]}: {wish ? wordFor("wishes", wish) : w.wishNone}
      </p>
      {companions.map((one) => (
        <Noted key={one.at} what={tellCompanion(one)} noted={one} />
      ))}
    </>
  );
}

const tellCompanion = ({ as, chosenBy, sex, ties }: SubjectView["companions"][number]): string =>
  [
    wordFor("companion", as),
    `${words()["ask.chosenBy"]}: ${wordFor("chosenBy", chosenBy)}`,
    wordFor("sex", sex),
    ...(ties.length > 0 ? [`${words()["ask.ties"]}: ${ties.map(forceName).join(", ")}`] : []),
  ].join(" · ");

const tell = ({ language, interpreter, repeats }: InquiryView["subjects"][number]["interviews"][number]): string =>
  [
    wordFor("language", language),
    wordFor("interpreter", interpreter),
    ...(repeats === "first" ? [] : [wordFor("repeats", repeats)]),
  ].join(" · ");
