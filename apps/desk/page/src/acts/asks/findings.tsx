import { type Finding, openReasons, standards, verdicts } from "@temwen/casework";
import { FieldError, Select } from "@temwen/ui";
import type { CaseView } from "../../../../keeper/src/views.ts";
import { callAllegation, callRespondent } from "../../case/inquiry-names.ts";
import { Masked } from "../../masking/masked.tsx";
import { Said } from "../../said.tsx";
import { wordFor, words } from "../../say.ts";
import { type Asked, type Asking, placeOf, type Shown, textIn, type Written } from "../asked.ts";

/** One finding of each allegation: whether it happened, who answers, why not where it stays open, and how sure one has to be. */
export const findings: Asked<readonly Finding[]> = {
  starts: ({ view, name }) =>
    Object.assign({}, ...(view.inquiry?.allegations ?? []).map((allegation) => startOf(name, allegation))),
  read: (at) => {
    const all = numbersOf(at).map((number) => findingOf(at, number));
    const whole = all.filter((one) => one !== undefined);
    return whole.length === all.length ? whole : undefined;
  },
  tell: (at) => ({
    key: at.name,
    name: words()["ask.findings"],
    value: numbersOf(at)
      .flatMap((number) => findingOf(at, number) ?? [])
      .map(tellFinding)
      .join("; "),
  }),
  show: (at) => (
    <div id={placeOf(at.name)} class="findings">
      {numbersOf(at).map((number) => (
        <OneFinding key={number} at={at} number={number} />
      ))}
    </div>
  ),
};

type Allegation = NonNullable<CaseView["inquiry"]>["allegations"][number];

/** As it was recommended, where it was: whoever finds otherwise changes it. */
function startOf(name: string, { number, recommended }: Allegation): Written {
  const said = recommended
    ? {
        happened: recommended.happened,
        answers: recommended.answers,
        why: recommended.why,
        standard: recommended.standard,
      }
    : { standard: standards[0] };
  return Object.fromEntries(Object.entries(said).map(([field, value]) => [`${name}.${number}.${field}`, value]));
}

/** Whether one of them is other than was recommended. */
export const differs = (at: Asking): boolean =>
  (at.view.inquiry?.allegations ?? []).some(({ number, recommended }) => {
    const finding = findingOf(at, number);
    return finding !== undefined && !isSame(finding, recommended);
  });

const isSame = (one: Finding, other: Finding | undefined): boolean =>
  other !== undefined &&
  one.happened === other.happened &&
  one.answers === other.answers &&
  one.why === other.why &&
  one.standard === other.standard;

/** `1: established / not determined (nobody was identified)`. */
export function tellFinding({ allegation, happened, answers, why }: Finding): string {
  const open = why === "none" ? "" : ` (${wordFor("open", why)})`;
  return `${allegation}: ${wordFor("verdict", happened)} / ${wordFor("verdict", answers)}${open}`;
}

const numbersOf = ({ view }: Asking): readonly number[] =>
  (view.inquiry?.allegations ?? []).map(({ number }) => number);

const fieldOf = (at: Asking, number: number, field: string): string => `${at.name}.${number}.${field}`;

/** Whether the reason why it stays open is asked for. */
function isOpen(at: Asking, number: number): boolean {
  return ["happened", "answers"].some((field) => textIn(at.written, fieldOf(at, number, field)) === "not-determined");
}

function findingOf(at: Asking, allegation: number): Finding | undefined {
  const said = (field: string): string => textIn(at.written, fieldOf(at, allegation, field));
  const happened = verdicts.find((one) => one === said("happened"));
  const answers = verdicts.find((one) => one === said("answers"));
  const standard = standards.find((one) => one === said("standard"));
  const why = isOpen(at, allegation) ? openReasons.find((one) => one !== "none" && one === said("why")) : "none";
  if (!happened || !answers || !standard || !why) return undefined;
  // Nobody answers for what is not established to have happened.
  if (answers === "established" && happened !== "established") return undefined;
  return { allegation, happened, answers, why, standard };
}

function OneFinding({ at, number }: { readonly at: Shown; readonly number: number }) {
  const w = words();
  const { inquiry } = at.view;
  const allegation = inquiry?.allegations.find((one) => one.number === number);
  const respondent = inquiry?.respondents[(allegation?.respondent ?? 0) - 1];
  if (!allegation) return null;
  const pick = (
    field: string,
    label: string,
    options: readonly { readonly value: string; readonly text: string }[],
  ) => (
    <Select
      id={placeOf(fieldOf(at, number, field))}
      label={label}
      options={[{ value: "", text: "—" }, ...options]}
      value={textIn(at.written, fieldOf(at, number, field))}
      onChoose={(value) => at.write({ [fieldOf(at, number, field)]: value })}
    />
  );
  const verdictOptions = verdicts.map((id) => ({ value: id, text: wordFor("verdict", id) }));
  return (
    <fieldset class="choices">
      <legend>{callAllegation(allegation)}</legend>
      {respondent && <p class="hint">{callRespondent(respondent)}</p>}
      {allegation.text !== undefined && (
        <Said text={allegation.text} quiet>
          <Masked text={allegation.text} />
        </Said>
      )}
      {pick("happened", w["ask.happened"], verdictOptions)}
      {pick("answers", w["ask.answers"], verdictOptions)}
      {isOpen(at, number) &&
        pick(
          "why",
          w["ask.why"],
          openReasons.filter((id) => id !== "none").map((id) => ({ value: id, text: wordFor("open", id) })),
        )}
      {pick(
        "standard",
        w["ask.standard"],
        standards.map((id) => ({ value: id, text: wordFor("standard", id) })),
      )}
      <FieldError id={`${placeOf(at.name)}-${number}`}>
        {at.isTried && findingOf(at, number) === undefined && w["why.finding-misfit"]}
      </FieldError>
    </fieldset>
  );
}
