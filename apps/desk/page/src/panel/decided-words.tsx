import { readSections, sectionOf } from "@temwen/casework";
import { Facts } from "@temwen/ui";
import type { SittingView } from "../../../keeper/src/panel/panel-views.ts";
import type { CaseView } from "../../../keeper/src/views.ts";
import { callAllegation, callRespondent } from "../case/inquiry-names.ts";
import { dayName, wordFor, words } from "../say.ts";
import { bearerName } from "./bearer-name.ts";
import { WordsOf } from "./words-of.tsx";

type Shown = { readonly view: CaseView; readonly sitting: SittingView };

/** Everything that is voted on, word for word: nothing of a decision stands anywhere else. */
export function DecidedWords({ view, sitting }: Shown) {
  const w = words();
  const { text, decides, outcome } = sitting;
  const before = text === undefined ? undefined : readSections(text).before;
  const published = sectionOf(text, "published");
  return (
    <>
      {decides === "findings" && <Findings view={view} sitting={sitting} />}
      {decides === "ruling" && <Measures sitting={sitting} />}
      {(decides === "closure" || decides === "review") && (
        <Facts facts={[{ key: "outcome", name: w.outcome, value: wordFor("outcome", outcome) }]} />
      )}
      {text === undefined ? <p class="hint">{w.wordsSealed}</p> : <WordsOf text={before} />}
      {published !== undefined && <WordsOf text={published} head={w.published} isPublic />}
    </>
  );
}

function Findings({ view, sitting }: Shown) {
  const w = words();
  return (
    <ol class="decided">
      {sitting.findings.map((finding) => {
        const allegation = view.inquiry?.allegations.find(({ number }) => number === finding.allegation);
        const respondent = view.inquiry?.respondents[(allegation?.respondent ?? 0) - 1];
        const reasons = sectionOf(sitting.text, finding.allegation);
        return (
          <li key={finding.allegation}>
            <h4>{allegation ? callAllegation(allegation) : w.allegation({ n: String(finding.allegation) })}</h4>
            {respondent && <p class="hint">{callRespondent(respondent)}</p>}
            <Facts facts={factsOfFinding(finding)} />
            {reasons !== undefined && <WordsOf text={reasons} head={w.reasons} />}
          </li>
        );
      })}
    </ol>
  );
}

/** A finding in words, one fact after the other. */
export function factsOfFinding({ happened, answers, why, standard }: SittingView["findings"][number]) {
  const w = words();
  return [
    { key: "happened", name: w["ask.happened"], value: wordFor("verdict", happened) },
    { key: "answers", name: w["ask.answers"], value: wordFor("verdict", answers) },
    ...(why === "none" ? [] : [{ key: "why", name: w["ask.why"], value: wordFor("open", why) }]),
    { key: "standard", name: w["ask.standard"], value: wordFor("standard", standard) },
  ];
}

function Measures({ sitting }: Pick<Shown, "sitting">) {
  const w = words();
  return (
    <ol class="decided">
      {sitting.measures.map(({ number, form, bearer, due }) => (
        <li key={number}>
          <h4>
            {number}. {wordFor("form", form)}
          </h4>
          <Facts
            facts={[
              { key: "bearer", name: w.bearer, value: bearerName(bearer) },
              { key: "due", name: w.due, value: dayName(due) },
            ]}
          />
          <WordsOf text={sectionOf(sitting.text, number) ?? ""} />
        </li>
      ))}
    </ol>
  );
}
