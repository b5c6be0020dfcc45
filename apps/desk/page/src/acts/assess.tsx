import { useSignal } from "@preact/signals";
import { Choices, Select } from "@temwen/ui";
import { languageFacts } from "@temwen/words";
import type { ActRequest, CaseView } from "../../../keeper/src/views.ts";
import { language, person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { departmentName, forceName, wordFor, words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";
import { One, Several, withUnknown } from "./choosing.tsx";
import { forceNote } from "./force-note.ts";

type Assessment = Omit<Extract<ActRequest, { readonly act: "assess" }>, "act">;

/** What was harmed, by whom, where and when: the only things of a story that the record keeps in clear. */
export function Assess(props: ActProps) {
  const w = words();
  const { view } = props;
  const draft = draftOf<Assessment>(draftName(person.value?.me.id ?? "", view.caseId, "assess"), startFrom(view));
  const isTried = useSignal(false);
  const { value } = draft;
  const said = view.story;
  const wrong = isTried.value ? whatIsMissing(value) : {};
  const ready = (): ActRequest | undefined => {
    isTried.value = true;
    const missing = Object.keys(whatIsMissing(value))[0];
    if (missing === undefined) return { act: "assess", ...value };
    document.getElementById(`assess-${missing}`)?.querySelector<HTMLElement>("input")?.focus();
    return undefined;
  };
  return (
    <ActSheet
      {...props}
      act="assess"
      ready={ready}
      forget={draft.forget}
      isTouched={draft.isTouched}
      submit={w.actSign}
    >
      <p class="hint">{w.assessHint}</p>
      {view.assessment && <p class="hint">{w.assessedBefore}</p>}
      <Choices id="assess-rights" legend={w.right} error={wrong.rights}>
        <Several
          name="rights"
          ids={person.value?.choices.rights ?? []}
          chosen={value.rights}
          label={(id) => wordFor("right", id)}
          onChange={(rights) => draft.change({ rights })}
        />
      </Choices>
      <Choices id="assess-class" legend={w.classLabel} error={wrong.class}>
        <One
          name="class"
          ids={person.value?.choices.classes ?? []}
          chosen={value.class}
          label={(id) => wordFor("class", id)}
          onChange={(chosen) => draft.change({ class: chosen })}
        />
      </Choices>
      <Choices
        id="assess-forces"
        legend={w.forces}
        hint={said && tellAnswer(forceName(said.force))}
        error={wrong.forces}
      >
        <p class="hint">{w.forcesStay}</p>
        <Several
          name="forces"
          ids={withUnknown(person.value?.choices.forces ?? [])}
          chosen={value.forces}
          label={forceName}
          note={forceNote}
          onChange={(forces) => draft.change({ forces })}
        />
      </Choices>
      <Select
        id="department"
        label={w.department}
        options={withUnknown(person.value?.choices.departments ?? []).map((id) => ({
          value: id,
          text: departmentName(id),
        }))}
        value={value.department}
        onChoose={(department) => draft.change({ department })}
      />
      <MonthField view={view} month={value.month} onChange={(month) => draft.change({ month })} />
      <Choices
        id="assess-child"
        legend={w.child}
        hint={said && tellAnswer(wordFor("child", said.child))}
        error={wrong.child}
      >
        <One
          name="child"
          ids={["yes", "no", "doubt", "unsaid"]}
          chosen={value.child}
          label={(id) => wordFor("child", id)}
          onChange={(child) => draft.change({ child })}
        />
      </Choices>
    </ActSheet>
  );
}

const tellAnswer = (said: string): string => words().personAnswer({ said });

/**
 * A first assessment starts with nothing chosen: what the person said stands beside the question, and becomes a finding of
 * the office only when somebody chooses it. A later one starts from the one before.
 */
function startFrom({ assessment }: CaseView): Assessment {
  const list = (name: string) => (assessment?.[name] ?? "").split(/[\s,]+/).filter((id) => id !== "");
  return {
    rights: list("rights"),
    class: assessment?.class ?? "",
    forces: list("forces"),
    department: assessment?.department ?? "unknown",
    month: assessment?.month ?? "unknown",
    child: assessment?.child ?? "",
  };
}

type Missing = { readonly rights?: string; readonly class?: string; readonly forces?: string; readonly child?: string };

function whatIsMissing({ rights, class: chosen, forces, child }: Assessment): Missing {
  const w = words();
  return {
    ...(rights.length === 0 && { rights: w.chooseRight }),
    ...(chosen === "" && { class: w.chooseClass }),
    ...(forces.length === 0 && { forces: w.chooseForce }),
    ...(child === "" && { child: w.chooseOne }),
  };
}

/** The months of the last ten years, newest first, and "unknown": the record keeps no day. */
function MonthField({
  view,
  month,
  onChange,
}: {
  readonly view: CaseView;
  readonly month: string;
  readonly onChange: (month: string) => void;
}) {
  const w = words();
  const thisYear = Number(view.receivedAt.slice(0, 4));
  const [year = "unknown", number = "01"] = month === "unknown" ? [] : month.split("-");
  const months = languageFacts[language.value].months;
  return (
    <div class="two">
      <Select
        id="year"
        label={w.year}
        options={[
          { value: "unknown", text: w["month.unknown"] },
          ...Array.from({ length: 10 }, (_, back) => ({
            value: String(thisYear - back),
            text: String(thisYear - back),
          })),
        ]}
        value={year}
        onChoose={(chosen) => onChange(chosen === "unknown" ? chosen : `${chosen}-${number}`)}
      />
      <Select
        id="month"
        label={w.month}
        isDisabled={month === "unknown"}
        options={months.map((name, at) => ({ value: String(at + 1).padStart(2, "0"), text: name }))}
        value={number}
        onChoose={(chosen) => onChange(`${year}-${chosen}`)}
      />
    </div>
  );
}
