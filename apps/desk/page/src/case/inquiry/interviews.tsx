import type { InquiryView } from "../../../../keeper/src/views.ts";
import { wordFor, words } from "../../say.ts";
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

const tell = ({ language, interpreter, repeats }: InquiryView["subjects"][number]["interviews"][number]): string =>
  [
    wordFor("language", language),
    wordFor("interpreter", interpreter),
    ...(repeats === "first" ? [] : [wordFor("repeats", repeats)]),
  ].join(" · ");
