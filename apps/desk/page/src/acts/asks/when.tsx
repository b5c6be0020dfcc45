import { Select } from "@temwen/ui";
import { type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import { dayIn, instantOf, languageFacts } from "@temwen/words";
import type { ComponentChildren } from "preact";
import { language } from "../../desk-state.ts";
import { dayName, hour as hourName, words, zone } from "../../say.ts";
import { type Asked, type Asking, type PlainWord, placeOf, type Shown, textIn } from "../asked.ts";

type When = {
  readonly label: PlainWord;
  readonly hint?: PlainWord;
  /** How many days from now it stands at first. */
  readonly inDays: number | (() => number);
};

const dayMillis = 86_400_000;
const years = 12;

/** Where a day begins to be asked: so many days from the hour on screen, in the mission's zone. */
const dayAhead = (now: Instant, days: When["inDays"]): string => {
  const ahead = typeof days === "function" ? days() : days;
  return dayIn(millisToInstant(instantToMillis(now) + ahead * dayMillis), zone());
};

/**
 * A day of the mission's calendar. Three lists, because a browser's own field shows days in the browser's order and
 * language, and 03/04 is two days.
 */
export function day({ label, hint, inDays }: When): Asked<string> {
  const read = ({ written, name }: Asking): string | undefined => {
    const said = textIn(written, name);
    return isDay(said) ? said : undefined;
  };
  return {
    starts: ({ view, name }) => ({ [name]: dayAhead(view.now, inDays) }),
    read,
    tell: (at) => ({ key: at.name, name: words()[label], value: dayName(textIn(at.written, at.name)) }),
    show: (at) => <DayFields at={at} label={label} {...(hint && { hint })} isWrong={read(at) === undefined} />,
  };
}

/** An hour in the mission's zone, as an instant. */
export function hour({ label, hint, inDays }: When): Asked<Instant> {
  const read = ({ written, name }: Asking): Instant | undefined => {
    const said = textIn(written, name);
    return isDay(said) ? instantOf(said, Number(textIn(written, `${name}.hour`)), zone()) : undefined;
  };
  return {
    // In the evening: what counts in whole days is then over by any hour of that day.
    starts: ({ view, name }) => ({ [name]: dayAhead(view.now, inDays), [`${name}.hour`]: "18" }),
    read,
    tell: (at) => {
      const found = read(at);
      return { key: at.name, name: words()[label], value: found === undefined ? "" : hourName(found) };
    },
    show: (at) => (
      <DayFields at={at} label={label} {...(hint && { hint })} isWrong={read(at) === undefined}>
        <Select
          id={`${placeOf(at.name)}-hour`}
          label={words().hourLabel}
          options={numbers(0, 24).map((n) => ({ value: String(n), text: `${n}:00` }))}
          value={textIn(at.written, `${at.name}.hour`)}
          onChoose={(chosen) => at.write({ [`${at.name}.hour`]: chosen })}
        />
      </DayFields>
    ),
  };
}

function DayFields({
  at,
  label,
  hint,
  isWrong,
  children,
}: {
  readonly at: Shown;
  readonly label: PlainWord;
  readonly hint?: PlainWord;
  readonly isWrong: boolean;
  readonly children?: ComponentChildren;
}) {
  const w = words();
  const id = placeOf(at.name);
  const [year = "", month = "", date = ""] = textIn(at.written, at.name).split("-");
  const put = (part: { year?: string; month?: string; date?: string }) => {
    const next = { year, month, date, ...part };
    at.write({ [at.name]: `${next.year}-${next.month}-${next.date}` });
  };
  const thisYear = Number(at.view.now.slice(0, 4));
  return (
    <fieldset class="choices" id={id} aria-describedby={`${id}-hint`}>
      <legend>{w[label]}</legend>
      <p class="hint" id={`${id}-hint`}>
        {hint && w[hint]} {isWrong && w.noSuchDay}
      </p>
      <div class="when">
        <Select
          id={`${id}-date`}
          label={w.dayLabel}
          options={numbers(1, 32).map((n) => ({ value: two(n), text: String(n) }))}
          value={date}
          onChoose={(chosen) => put({ date: chosen })}
        />
        <Select
          id={`${id}-month`}
          label={w.month}
          options={languageFacts[language.value].months.map((name, i) => ({ value: two(i + 1), text: name }))}
          value={month}
          onChoose={(chosen) => put({ month: chosen })}
        />
        <Select
          id={`${id}-year`}
          label={w.year}
          options={numbers(thisYear, thisYear + years).map((n) => ({ value: String(n), text: String(n) }))}
          value={year}
          onChoose={(chosen) => put({ year: chosen })}
        />
        {children}
      </div>
    </fieldset>
  );
}

const two = (n: number): string => String(n).padStart(2, "0");
const numbers = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Whether there is such a day: the 31st of April is none. */
function isDay(said: string): boolean {
  const [year = 0, month = 0, date = 0] = said.split("-").map(Number);
  return /^\d{4}-\d{2}-\d{2}$/.test(said) && new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date;
}
