import { Select } from "@temwen/ui";
import { languageFacts } from "@temwen/words";
import type { ComponentChildren } from "preact";
import { language } from "../desk-state.ts";
import { words } from "../say.ts";

type DayListsProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** `YYYY-MM-DD`, or `YYYY-MM` where a month is meant; parts that nobody chose yet are empty. */
  readonly value: string;
  readonly isMonth?: boolean;
  readonly years: { readonly from: number; readonly count: number };
  /** Whether nothing may stand there yet. */
  readonly startsEmpty?: boolean;
  readonly error?: string | false | undefined;
  readonly onWrite: (value: string) => void;
  readonly children?: ComponentChildren;
};

/**
 * A day or a month of the mission's calendar. Lists, because a browser's own field shows days in the browser's order and
 * language, and 03/04 is two days.
 */
export function DayLists(props: DayListsProps) {
  const { id, label, hint, value, isMonth = false, years, startsEmpty = false, error, onWrite, children } = props;
  const w = words();
  const [year = "", month = "", date = ""] = value.split("-");
  const put = (part: { year?: string; month?: string; date?: string }) => {
    const next = { year, month, date, ...part };
    onWrite(isMonth ? `${next.year}-${next.month}` : `${next.year}-${next.month}-${next.date}`);
  };
  const none = startsEmpty ? [{ value: "", text: "–" }] : [];
  return (
    <fieldset class="choices" id={id} {...(hint && { "aria-describedby": `${id}-hint` })}>
      <legend>{label}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="when">
        {!isMonth && (
          <Select
            id={`${id}-date`}
            label={w.dayLabel}
            options={[...none, ...numbers(1, 31).map((n) => ({ value: two(n), text: String(n) }))]}
            value={date}
            onChoose={(chosen) => put({ date: chosen })}
          />
        )}
        <Select
          id={`${id}-month`}
          label={w.month}
          options={[...none, ...languageFacts[language.value].months.map((text, n) => ({ value: two(n + 1), text }))]}
          value={month}
          onChoose={(chosen) => put({ month: chosen })}
        />
        <Select
          id={`${id}-year`}
          label={w.year}
          options={[...none, ...numbers(years.from, years.count).map((n) => ({ value: String(n), text: String(n) }))]}
          value={year}
          error={error}
          onChoose={(chosen) => put({ year: chosen })}
        />
        {children}
      </div>
    </fieldset>
  );
}

const two = (n: number): string => String(n).padStart(2, "0");
/** So many whole numbers from one on. */
export const numbers = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + i);

/** Whether there is such a day: the 31st of April is none. */
export function isDay(said: string): boolean {
  const [year = 0, month = 0, date = 0] = said.split("-").map(Number);
  return /^\d{4}-\d{2}-\d{2}$/.test(said) && new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date;
}
