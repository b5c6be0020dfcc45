import { Select } from "@temwen/ui";
import { type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import { dayIn, instantOf } from "@temwen/words";
import type { ComponentChildren } from "preact";
import { dayName, hour as hourName, words, zone } from "../../say.ts";
import { type Asked, type Asking, type PlainWord, placeOf, type Shown, textIn } from "../asked.ts";
import { DayLists, isDay, numbers } from "../day-lists.tsx";

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

/** A day of the mission's calendar. */
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
  return (
    <DayLists
      id={placeOf(at.name)}
      label={w[label]}
      hint={[hint && w[hint], isWrong && w.noSuchDay].filter(Boolean).join(" ") || undefined}
      value={textIn(at.written, at.name)}
      years={{ from: Number(at.view.now.slice(0, 4)), count: years }}
      onWrite={(value) => at.write({ [at.name]: value })}
    >
      {children}
    </DayLists>
  );
}
