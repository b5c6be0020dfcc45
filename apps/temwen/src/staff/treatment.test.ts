import assert from "node:assert/strict";
import { test } from "node:test";
import { hear } from "./treatment.ts";

const at = (day: string) => `2026-${day}T12:00:00.000Z`;
const told = (day: string) => ({ type: "case.treatment-told/1", at: at(day) });
const opened = (day: string, heard: string) => ({ at: at(day), answers: { heard }, text: "" });

/** What is counted of a case in which this was told and opened. */
const heard = (timeline: readonly object[], treatments: readonly object[], assessment: object = { child: "no" }) =>
  hear({ stage: "closed", assessment, timeline, owed: { treatments } } as unknown as Parameters<typeof hear>[0]);

test("a person who told at two ends of their case counts once, with what they said last", () => {
  const both = heard([told("02-03"), told("05-06")], [opened("02-03", "no"), opened("05-06", "yes")]);
  assert.deepEqual(both?.counted?.fields, { day: "2026-05-06", heard: "yes" });
});

test("what no key opens is known to be told and not counted, and where nothing was told nothing is", () => {
  assert.deepEqual(heard([told("02-03"), told("05-06")], [opened("02-03", "no")]), {});
  assert.equal(heard([{ type: "case.closed/1", at: at("02-03") }], []), undefined);
});

test("a child's word, or one about sexual exploitation and abuse, is counted by its quarter", () => {
  for (const assessment of [
    { child: "doubt" },
    { class: "sexual-exploitation-and-abuse" },
    { rights: "life, children" },
  ]) {
    assert.equal(heard([told("05-06")], [opened("05-06", "yes")], assessment)?.counted?.fields.day, "2026-Q2");
  }
});
