import assert from "node:assert/strict";
import { test } from "node:test";
import { watchDays } from "./day-column.ts";
import type { DateField } from "./field.ts";
import type { DateFormat } from "./mapping.ts";

function findWrong(texts: readonly string[], format?: DateFormat) {
  const field: DateField = { kind: "date", column: "c", ...(format && { format }) };
  const column = watchDays("f", field);
  for (const text of texts) column.see(text);
  return column.findWrongFormat();
}
const times = (count: number, ...texts: readonly string[]): readonly string[] =>
  Array.from({ length: count }, (_, n) => texts[n % texts.length] ?? "");
const two = (n: number): string => String(n).padStart(2, "0");
/** The days of a year, month first. */
const daysOfYear = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(2015, 0, 1 + n))).map(
  (day) => `${two(day.getUTCMonth() + 1)}/${two(day.getUTCDate())}/2015`,
);

test("rows that are odd each in its own way are no mistake of the mapping, also where they are most of a small file", () => {
  const odd = ["2020-02-30", "31/12/2020", "2020-12-31T00:00:00", "2021-01-01 00:00:00", "20201231"];
  assert.equal(findWrong(odd), undefined);
  assert.equal(findWrong([...odd, "2020-01-01"]), undefined);
  assert.equal(findWrong([...times(21, ...odd), ...times(30, "2020-01-01")]), undefined);
  assert.equal(findWrong(["31/12/2020"]), undefined);
  assert.equal(findWrong(times(100, "")), undefined);
});

test("a column of which most is no day as declared is a mistake of the mapping, and it is said what it rather is", () => {
  const wrong = findWrong([...times(40, "31/12/2020"), ...times(39, "2020-01-01"), "", " "]);
  assert.deepEqual(wrong, {
    ...{ field: "f", column: "c", declared: "YYYY-MM-DD", filled: 79, unreadable: 40, rather: "DD/MM/YYYY" },
  });
  assert.deepEqual(findWrong(times(20, "20201231")), {
    ...{ field: "f", column: "c", declared: "YYYY-MM-DD", filled: 20, unreadable: 20 },
  });
  assert.equal(findWrong(times(30, "2020-12-31T00:00:00"))?.rather, "YYYY-MM-DD hh:mm:ss");
  const either = findWrong(times(30, "03/04/2012"));
  assert.deepEqual([either?.unreadable, either?.rather], [30, undefined]);
});

test("a small column that another format reads whole is a mistake of the mapping", () => {
  assert.equal(findWrong(times(3, "31/12/2020"))?.rather, "DD/MM/YYYY");
  assert.equal(findWrong(times(3, "2020-12-31"), "YYYY-MM-DD hh:mm:ss")?.rather, "YYYY-MM-DD");
  assert.equal(findWrong(["31/12/2020", "31/12/2020", "2020-12-31"]), undefined);
});

test("day and month that are declared the other way about are found, although many a day reads either way", () => {
  assert.equal(findWrong(daysOfYear, "DD/MM/YYYY")?.rather, "MM/DD/YYYY");
  assert.equal(findWrong(["03/04/2012", "05/06/2012", "12/25/2012"], "DD/MM/YYYY")?.rather, "MM/DD/YYYY");
  assert.equal(findWrong(daysOfYear, "MM/DD/YYYY"), undefined);
  assert.equal(findWrong(["03/04/2012", "05/06/2012"], "DD/MM/YYYY"), undefined);
});
