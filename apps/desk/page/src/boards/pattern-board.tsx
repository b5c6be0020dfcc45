import { useSignal } from "@preact/signals";
import { EmptyState, Notice, Select } from "@temwen/ui";
import { useEffect } from "preact/hooks";
import type { SurveyedCase } from "../../../keeper/src/survey/survey-views.ts";
import { showHiddenMarks } from "../said.tsx";
import { departmentName, forceName, monthName, wordFor, words } from "../say.ts";
import { Board, CaseLink } from "./board.tsx";
import { countPattern, type Pattern, type PatternField, patternFields } from "./patterns.ts";
import { readSurvey, surveyNow } from "./read-survey.ts";
import { findUnit } from "./units.ts";

type Shown = { readonly name: string; readonly cases: readonly SurveyedCase[] };

/** Where allegations repeat: by unit, force, kind, place, time and right, counted at this desk and nowhere else. */
export function PatternBoard() {
  const p = words();
  const by = useSignal<PatternField>("forces");
  const across = useSignal<PatternField>("month");
  const shown = useSignal<Shown | undefined>(undefined);
  // Names of units are opened only once somebody asks for them: it takes longer, and other fields need no word of anybody.
  const needsUnits = [by.value, across.value].includes("unit") && surveyNow()?.hasUnits === false;
  useEffect(() => {
    if (needsUnits) void readSurvey(true);
  }, [needsUnits]);
  return (
    <Board name="patterns">
      {(survey) => {
        const pattern = countPattern(survey.cases, by.value, across.value);
        if (pattern.allegations === 0) return <EmptyState title={p.patternNone} />;
        return (
          <>
            <Notice>
              <p>{p.patternHint}</p>
            </Notice>
            <div class="two pattern-choice">
              <FieldChoice id="by" label={p.patternBy} chosen={by.value} onChoose={(field) => (by.value = field)} />
              <FieldChoice
                id="across"
                label={p.patternAcross}
                chosen={across.value}
                onChoose={(field) => (across.value = field)}
              />
            </div>
            {by.value === across.value && <p class="hint">{p.patternSame}</p>}
            {needsUnits && <p class="hint">{p.patternUnits}</p>}
            {by.value !== across.value && !needsUnits && (
              <PatternTable
                pattern={pattern}
                nameOf={(field, id) => tellValue(field, id, survey.cases)}
                by={by.value}
                across={across.value}
                onShow={(one) => (shown.value = one)}
              />
            )}
            {[by.value, across.value].includes("unit") && !needsUnits && <p class="hint">{p.patternUnitHint}</p>}
            {shown.value && <CasesBehind {...shown.value} />}
          </>
        );
      }}
    </Board>
  );
}

function FieldChoice({
  id,
  label,
  chosen,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly chosen: PatternField;
  readonly onChoose: (field: PatternField) => void;
}) {
  return (
    <Select
      id={id}
      label={label}
      options={patternFields.map((field) => ({ value: field, text: wordFor("field", field) }))}
      value={chosen}
      onChoose={(value) => onChoose(patternFields.find((field) => field === value) ?? chosen)}
    />
  );
}

type TableProps = {
  readonly pattern: Pattern;
  readonly nameOf: (field: PatternField, id: string) => string;
  readonly by: PatternField;
  readonly across: PatternField;
  readonly onShow: (shown: Shown) => void;
};

/** Numbers first, and a bar that says no more than the number beside it. */
function PatternTable({ pattern, nameOf, by, across, onShow }: TableProps) {
  const p = words();
  const most = Math.max(...pattern.rows.map((row) => pattern.totalOf(row).count));
  const names = { by: wordFor("field", by), across: wordFor("field", across) };
  const number = (
    name: string,
    { count, cases }: { readonly count: number; readonly cases: readonly SurveyedCase[] },
  ) =>
    count === 0 ? (
      <span class="hint">0</span>
    ) : (
      <button type="button" class="link count" aria-label={`${name}: ${count}`} onClick={() => onShow({ name, cases })}>
        {count}
      </button>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard, and Safari does not see to it
    <section class="scroll" aria-labelledby="pattern" tabIndex={0}>
      <table class="ruled-table pattern">
        <caption id="pattern">{p.patternCaption(names)}</caption>
        <thead>
          <tr>
            <th scope="col">{names.by}</th>
            <th scope="col">{p.patternTotal}</th>
            {pattern.columns.map((column) => (
              <th key={column} scope="col" class="number">
                {nameOf(across, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pattern.rows.map((row) => (
            <tr key={row}>
              <th scope="row">{nameOf(by, row)}</th>
              <td class="bar-cell">
                {number(nameOf(by, row), pattern.totalOf(row))}
                <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * pattern.totalOf(row).count) / most} height="10" />
                </svg>
              </td>
              {pattern.columns.map((column) => (
                <td key={column} class="number">
                  {number(`${nameOf(by, row)}, ${nameOf(across, column)}`, pattern.cellOf(row, column))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CasesBehind({ name, cases }: Shown) {
  const p = words();
  return (
    <section aria-labelledby="behind" role="status">
      <h2 id="behind">{p.patternCases({ what: name })}</h2>
      <ul class="case-links">
        {cases.map((one) => (
          <li key={one.caseId}>
            <CaseLink of={one} /> <span class="hint">{wordFor("stage", one.stage)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A value of a field, in words. */
function tellValue(field: PatternField, id: string, cases: readonly SurveyedCase[]): string {
  switch (field) {
    case "unit": {
      const unit = findUnit(cases, id);
      return unit ? `${showHiddenMarks(unit.name)} (${unit.forces.map(forceName).join(", ")})` : wordFor("unit", id);
    }
    case "forces":
      return forceName(id);
    case "kind":
      return wordFor("respondent", id);
    case "department":
      return departmentName(id);
    case "month":
      return monthName(id);
    case "right":
      return wordFor("right", id);
  }
}
