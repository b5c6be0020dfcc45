import { Button, EmptyState, Notice } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { SurveyedCase } from "../../../keeper/src/survey/survey-views.ts";
import { goTo, person } from "../desk-state.ts";
import { Heading } from "../heading.tsx";
import { useKeys } from "../keys/shortcuts.ts";
import { caseName, hour, nameWithRole, tellRefusal, wordFor, words } from "../say.ts";
import type { BoardName } from "./board-names.ts";
import { listsCases } from "./lists-cases.ts";
import { readSurvey, type Survey, surveyNow, surveyProgress, surveyTrouble } from "./read-survey.ts";

/** What every board has: what it counts, how far it has come, and that it counts no more than this person may read. */
export function Board({
  name,
  children,
}: {
  readonly name: BoardName;
  readonly children: (survey: Survey) => ComponentChildren;
}) {
  const w = words();
  const survey = surveyNow();
  const progress = surveyProgress.value;
  const me = person.value?.me;
  useEffect(() => {
    if (listsCases()) void readSurvey();
  }, []);
  useKeys({ r: () => void readSurvey(), b: () => goTo({ at: "queue" }) });
  return (
    <article class="board">
      <div class="queue-head">
        <Heading>{wordFor("board", name)}</Heading>
        <Button look="plain" icon="print" onClick={() => print()}>
          {w.print}
        </Button>
        {survey && (
          <Button look="plain" disabled={progress !== undefined} onClick={() => void readSurvey()}>
            {w.boardAgain}
          </Button>
        )}
      </div>
      {!listsCases() && <EmptyState title={w.boardRole} />}
      {surveyTrouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(surveyTrouble.value)}</p>
        </Notice>
      )}
      {listsCases() && (
        <p class="hint" role="status">
          {survey && w.boardScope({ n: survey.cases.length })}{" "}
          {progress !== undefined && w.boardReading({ n: progress })}
        </p>
      )}
      {survey && (
        <>
          <p class="paper-only">
            {me ? nameWithRole(me) : ""}, {hour(survey.now)}
          </p>
          {survey.untrusted > 0 && (
            <Notice kind="alarm">
              <p>{w.boardUntrusted({ n: survey.untrusted })}</p>
            </Notice>
          )}
          {children(survey)}
        </>
      )}
    </article>
  );
}

/** Leads into a case. */
export function CaseLink({ of }: { readonly of: SurveyedCase }) {
  return (
    <button type="button" class="link row-name" onClick={() => goTo({ at: "case", caseId: of.caseId })}>
      {caseName(of.caseId)}
    </button>
  );
}
