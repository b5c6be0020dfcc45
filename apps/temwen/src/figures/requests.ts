import { staffStatementShape } from "@temwen/casework";
import type { CountedCase } from "@temwen/disclosure";
import type { RecordedEvent, TheRecord } from "@temwen/record";
import { parseCanonical } from "@temwen/vocabulary";
import type { CountedSource } from "./counted-source.ts";
import { dayOf, readQueueRows } from "./queue-rows.ts";

/**
 * What the office asked others for in its cases, and what came of it: given, refused, obstructed, or nothing. A case counts once for
 * each holder and answer, and in each cell of a table, however often it asked: so that what is told stands for so many cases, and ten refusals in one case tell
 * nothing of it.
 */
export function openRequests(record: Pick<TheRecord, "readQueue" | "readStream">): CountedSource {
  return {
    about: { kind: "requests" },
    declared: { cases: { asked: "date", holder: "text", answer: "text" }, allegations: {} },
    tables: [{ by: ["holder", "answer"] }, { by: ["answer"] }, { by: ["asked:year"] }],
    durations: {},
    shares: {},
    date: "asked",
    cases: () => readRequests(record),
  };
}

async function* readRequests(record: Pick<TheRecord, "readQueue" | "readStream">): ReturnType<CountedSource["cases"]> {
  for await (const row of readQueueRows(record)) {
    // Also of an erased case: that somebody refused stays true, and tells nothing of whose it was.
    const asked = requestsOf(await record.readStream(row.caseId), (hour) => dayOf(row, hour));
    for (const one of asked) yield { ...one, partOf: row.caseId };
  }
}

/** The requests of one case: each holder and answer once, on the first day. */
export function requestsOf(
  events: readonly Pick<RecordedEvent, "body">[],
  tellDay: (hour: string) => string,
): readonly CountedCase[] {
  const asked = new Map<number, { readonly holder: string; readonly day: string; answer: string }>();
  for (const { body } of events) {
    const value = parseCanonical(body);
    const fact = value.ok ? staffStatementShape(value.value) : undefined;
    if (fact?.type === "case.evidence-requested/1" || fact?.type === "case.evidence-requested/2") {
      asked.set(fact.number, { holder: fact.holder, day: tellDay(fact.at), answer: "waiting" });
    }
    const isAnswer = fact?.type === "case.answer-recorded/1" || fact?.type === "case.answer-recorded/2";
    const request = isAnswer ? asked.get(fact.request) : undefined;
    if (request && isAnswer) request.answer = fact.answer;
  }
  const once = new Map<string, CountedCase>();
  for (const { holder, day, answer } of asked.values()) {
    const key = `${holder}/${answer}`;
    if (!once.has(key)) once.set(key, { fields: { asked: day, holder, answer }, allegations: [] });
  }
  return [...once.values()];
}
