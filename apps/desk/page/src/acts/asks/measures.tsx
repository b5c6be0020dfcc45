import { type Measure, redressForms } from "@temwen/casework";
import { privateCompany } from "@temwen/office";
import { Button, LongField, Select } from "@temwen/ui";
import { person } from "../../desk-state.ts";
import { bearerName } from "../../panel/bearer-name.ts";
import { dayName, wordFor, words } from "../../say.ts";
import { type Asked, type Asking, listIn, placeOf, type Shown, textIn } from "../asked.ts";
import { day } from "./when.tsx";

const due = day({ label: "due", inDays: 90 });
const most = 20;

/** One thing after the other that is to be made good: in which form, by whom, until which day, and what exactly. */
export const measures: Asked<readonly Measure[]> = {
  starts: ({ view, name }) => ({ [name]: ["1"], ...due.starts({ view, name: `${name}.1.due` }) }),
  read: (at) => {
    const all = idsIn(at).map((id, place) => measureOf(at, id, numberAt(at, place)));
    const whole = all.filter((one) => one !== undefined);
    return whole.length === all.length && whole.length > 0 ? whole : undefined;
  },
  tell: (at) => ({
    key: at.name,
    name: words().redressHead,
    value: idsIn(at)
      .flatMap((id, place) => measureOf(at, id, numberAt(at, place)) ?? [])
      .map(tellMeasure)
      .join("; "),
  }),
  show: (at) => (
    <div id={placeOf(at.name)} class="findings">
      {idsIn(at).map((id, place) => (
        <OneMeasure key={id} at={at} id={id} number={numberAt(at, place)} />
      ))}
      {idsIn(at).length < most && (
        <div class="row">
          <Button onClick={() => addOne(at)}>{words().measureAdd}</Button>
        </div>
      )}
    </div>
  ),
};

/** The words of each measure, by its number. */
export const measureWords = (at: Asking): readonly { readonly name: number; readonly text: string }[] =>
  idsIn(at).map((id, place) => ({ name: numberAt(at, place), text: textIn(at.written, `${at.name}.${id}.text`) }));

/** Numbered on from what was ruled before: each measure keeps its own number. */
const numberAt = ({ view }: Asking, place: number): number => (view.panel?.measures.length ?? 0) + place + 1;

/** `1: Compensation, the mission, 1 March 2027`. */
const tellMeasure = ({ number, form, bearer, due: until }: Measure): string =>
  `${number}: ${wordFor("form", form)}, ${bearerName(bearer)}, ${dayName(until)}`;

const idsIn = ({ written, name }: Asking): readonly string[] => listIn(written, name);

function addOne(at: Shown): void {
  const next = String(Math.max(0, ...idsIn(at).map(Number)) + 1);
  at.write({ [at.name]: [...idsIn(at), next], ...due.starts({ view: at.view, name: `${at.name}.${next}.due` }) });
}

function measureOf(at: Asking, id: string, number: number): Measure | undefined {
  const said = (field: string): string => textIn(at.written, `${at.name}.${id}.${field}`);
  const form = redressForms.find((one) => one === said("form"));
  const bearer = bearers().find((one) => one === said("bearer"));
  const until = due.read({ ...at, name: `${at.name}.${id}.due` });
  return form && bearer && until !== undefined ? { number, form, bearer, due: until } : undefined;
}

/** Who can be asked to make something good: the mission, both States, and the office itself. */
function bearers(): readonly string[] {
  const isListed = (id: string): boolean => id !== "unknown" && id !== privateCompany;
  const forces = (person.value?.choices.forces ?? []).map(({ id }) => id).filter(isListed);
  return ["mission", "host-state", "office", ...forces.map((id) => `contributing-state:${id}`)];
}

function OneMeasure({ at, id, number }: { readonly at: Shown; readonly id: string; readonly number: number }) {
  const w = words();
  const field = (name: string): string => `${at.name}.${id}.${name}`;
  const said = (name: string): string => textIn(at.written, field(name));
  const pick = (name: string, label: string, options: readonly { readonly value: string; readonly text: string }[]) => (
    <Select
      id={placeOf(field(name))}
      label={label}
      error={at.isTried && said(name) === "" && w.chooseOne}
      options={[{ value: "", text: "—" }, ...options]}
      value={said(name)}
      onChoose={(value) => at.write({ [field(name)]: value })}
    />
  );
  const remove = () => at.write({ [at.name]: idsIn(at).filter((other) => other !== id) });
  return (
    <fieldset class="choices">
      <legend>{w.measure({ n: String(number) })}</legend>
      {pick(
        "form",
        w.form,
        redressForms.map((one) => ({ value: one, text: wordFor("form", one) })),
      )}
      {pick(
        "bearer",
        w.bearer,
        bearers().map((one) => ({ value: one, text: bearerName(one) })),
      )}
      {due.show({ ...at, name: field("due") })}
      <LongField
        id={placeOf(field("text"))}
        rows={3}
        label={w.measureWords}
        hint={w.reasonsHint}
        dir="auto"
        error={at.isTried && said("text").trim() === "" && w.measureMissing}
        value={said("text")}
        onInput={(event) => at.write({ [field("text")]: event.currentTarget.value })}
      />
      {idsIn(at).length > 1 && (
        <Button look="plain" onClick={remove}>
          {w.measureRemove({ n: String(number) })}
        </Button>
      )}
    </fieldset>
  );
}
