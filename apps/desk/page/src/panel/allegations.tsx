import { Facts } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { callAllegation, callRespondent } from "../case/inquiry-names.ts";
import { hour, staffName, wordFor, words } from "../say.ts";
import { factsOfFinding } from "./decided-words.tsx";
import { WordsOf } from "./words-of.tsx";

type Inquiry = NonNullable<CaseView["inquiry"]>;

/** Allegation by allegation: what is said, against whom, what was recommended, and what the panel found. */
export function Allegations({ inquiry }: { readonly inquiry: Inquiry }) {
  const w = words();
  const { recommended } = inquiry;
  return (
    <section aria-labelledby="alleged">
      <h2 id="alleged">{w.allegedHead}</h2>
      {recommended ? (
        <>
          <p class="hint">{w.recommendedBy({ who: staffName(recommended.by), date: hour(recommended.at) })}</p>
          <WordsOf text={recommended.text} />
        </>
      ) : (
        <p class="hint">{w.recommendedNone}</p>
      )}
      <ol class="alleged">
        {inquiry.allegations.map((allegation) => (
          <li key={allegation.number}>
            <h3>{callAllegation(allegation)}</h3>
            <p class="hint">
              {tellRespondent(inquiry, allegation.respondent)} · {wordFor("class", allegation.class)}
            </p>
            <WordsOf text={allegation.text} />
            <div class="versions">
              <Version name={w.recommended} finding={allegation.recommended} />
              <Version name={w.found} finding={allegation.found} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function tellRespondent({ respondents }: Inquiry, number: number): string {
  const found = respondents[number - 1];
  return found ? callRespondent(found) : "";
}

function Version({
  name,
  finding,
}: {
  readonly name: string;
  readonly finding: Inquiry["allegations"][number]["found"];
}) {
  if (!finding) return null;
  return (
    <section aria-label={name}>
      <h4>{name}</h4>
      <Facts facts={factsOfFinding(finding)} />
    </section>
  );
}
