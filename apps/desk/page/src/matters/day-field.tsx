import { useSignal } from "@preact/signals";
import { Select } from "@temwen/ui";
import type { Json } from "@temwen/vocabulary";
import { languageFacts } from "@temwen/words";
import { language } from "../desk-state.ts";
import { words } from "../say.ts";
import { matterWord, matterWords } from "./say-matter.ts";

type DayProps = {
  readonly name: string;
  readonly value: Json | undefined;
  readonly isWrong: boolean;
  readonly onWrite: (value: Json) => void;
};

/** A day in three lists: a browser's own field shows days in the browser's order, and 03/04 is two days. */
export function DayField({ name, value, isWrong, onWrite }: DayProps) {
  const w = matterWords();
  const first = typeof value === "string" && value !== "" ? value.split("-") : ["", "", ""];
  const parts = useSignal<readonly string[]>(first);
  const [year = "", month = "", day = ""] = parts.value;
  const write = (next: readonly string[]) => {
    parts.value = next;
    onWrite(next.every((part) => part !== "") && isDay(next) ? next.join("-") : "");
  };
  const thisYear = new Date().getFullYear();
  const none = { value: "", text: "–" };
  const two = (n: number): string => String(n).padStart(2, "0");
  const days = Array.from({ length: 31 }, (_, n) => ({ value: two(n + 1), text: String(n + 1) }));
  const months = languageFacts[language.value].months.map((text, n) => ({ value: two(n + 1), text }));
  const years = [0, 1, 2].map((n) => ({ value: String(thisYear + n), text: String(thisYear + n) }));
  return (
    <fieldset class="choices">
      <legend>{matterWord("field", name)}</legend>
      <div class="when">
        <Select
          id={`matter-${name}-day`}
          label={words().dayLabel}
          options={[none, ...days]}
          value={day}
          onChoose={(to) => write([year, month, to])}
        />
        <Select
          id={`matter-${name}-month`}
          label={words().month}
          options={[none, ...months]}
          value={month}
          onChoose={(to) => write([year, to, day])}
        />
        <Select
          id={`matter-${name}-year`}
          label={words().year}
          options={[none, ...years]}
          value={year}
          error={isWrong && w.needed}
          onChoose={(to) => write([to, month, day])}
        />
      </div>
    </fieldset>
  );
}

/** A month in two lists; a child's coming of age may be many years ahead. */
export function MonthField({ name, value, isWrong, onWrite }: DayProps) {
  const w = matterWords();
  const first = typeof value === "string" && value !== "" ? value.split("-") : ["", ""];
  const parts = useSignal<readonly string[]>(first);
  const [year = "", month = ""] = parts.value;
  const write = (next: readonly string[]) => {
    parts.value = next;
    onWrite(next.every((part) => part !== "") ? next.join("-") : "");
  };
  const none = { value: "", text: "–" };
  const months = languageFacts[language.value].months.map((text, n) => ({
    value: String(n + 1).padStart(2, "0"),
    text,
  }));
  const from = new Date().getFullYear() - 1;
  const years = Array.from({ length: 21 }, (_, n) => ({ value: String(from + n), text: String(from + n) }));
  return (
    <fieldset class="choices">
      <legend>{matterWord("field", name)}</legend>
      <div class="when">
        <Select
          id={`matter-${name}-month`}
          label={words().month}
          options={[none, ...months]}
          value={month}
          onChoose={(to) => write([year, to])}
        />
        <Select
          id={`matter-${name}-year`}
          label={words().year}
          options={[none, ...years]}
          value={year}
          error={isWrong && w.needed}
          onChoose={(to) => write([to, month])}
        />
      </div>
    </fieldset>
  );
}

/** 31 November is no day. */
function isDay([year, month, day]: readonly string[]): boolean {
  const at = new Date(`${year}-${month}-${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(8, 10) === day;
}
