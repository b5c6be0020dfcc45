import { type Referral, readReferrals, spellCame, spellReferrals, staffStatementShape } from "@temwen/casework";
import type { Pack } from "@temwen/mission-pack";
import type { RecordedEvent, TheRecord } from "@temwen/record";
import { type Instant, parseCanonical } from "@temwen/vocabulary";
import { dayIn } from "@temwen/words";
import type { CountedSource } from "./counted-source.ts";
import { dayOf, readQueueRows } from "./queue-rows.ts";

/**
 * The referrals of the office's own cases, as they stand at an hour: silence is one of their ends, and no forum is silent of which an answer lies there unrecorded. A case counts once in each cell, however
 * many forums of a State it went to: so that what is told stands for so many cases.
 */
export function openOwnReferrals(
  record: Pick<TheRecord, "readQueue" | "readStream" | "referrals">,
  pack: Pick<Pack, "zone" | "forums">,
  now: Instant,
): CountedSource {
  const stateOf = new Map((pack.forums ?? []).map(({ id, state, kind }) => [id, { state, kind }]));
  const today = dayIn(now, pack.zone);
  async function* readAll(): ReturnType<CountedSource["cases"]> {
    for await (const row of readQueueRows(record)) {
      const { caseId, facts } = row;
      // The list tells nothing of an erased case; that nobody answered stays true of it.
      const spelled = row.stage === "erased" ? referralsIn(await record.readStream(caseId)) : facts.referrals;
      if (spelled === undefined) continue;
      const answers = await record.referrals.readAnswers([caseId]);
      const stream = answers.length === 0 ? [] : await record.readStream(caseId);
      const came = spellCame(
        answers,
        stream.map(({ body }) => body),
      );
      for (const { forum, asked, standing, answers, isToken } of readReferrals(spelled, today, came)) {
        const found = stateOf.get(forum);
        const fields = {
          ...{ asked: dayOf(row, asked), standing, answer: answers.at(-1) ?? "none", token: isToken ? "yes" : "no" },
          ...(found && { jurisdiction: found.state, "forum-kind": found.kind }),
        };
        yield { partOf: caseId, fields, allegations: [] };
      }
    }
  }
  return {
    about: { kind: "referrals" },
    declared: {
      cases: {
        asked: "date",
        jurisdiction: "text",
        "forum-kind": "text",
        standing: "text",
        answer: "text",
        token: "text",
      },
      allegations: {},
    },
    tables: [{ by: ["jurisdiction", "standing"] }, { by: ["standing"] }, { by: ["answer"] }, { by: ["asked:quarter"] }],
    durations: {},
    shares: {},
    date: "asked",
    cases: readAll,
  };
}

/** The referrals of a case as its signed facts tell them, spelled as the list of cases has them; nothing where there are none. */
function referralsIn(events: readonly Pick<RecordedEvent, "body">[]): string | undefined {
  const asked = new Map<number, Referral>();
  const change = (number: number, more: (one: Referral) => Referral): void => {
    const one = asked.get(number);
    if (one) asked.set(number, more(one));
  };
  for (const { body } of events) {
    const value = parseCanonical(body);
    const fact = value.ok ? staffStatementShape(value.value) : undefined;
    if (fact?.type === "case.referred/1" || fact?.type === "case.referred/2") {
      const { dossier: _, ...said } = fact;
      asked.set(fact.number, { ...said, answers: [] });
    } else if (fact?.type === "case.referral-answered/1") {
      const { received: _, ...answer } = fact;
      change(fact.referral, (one) => ({ ...one, answers: [...one.answers, answer] }));
    } else if (fact?.type === "case.token-confirmed/1") change(fact.referral, (one) => ({ ...one, token: true }));
  }
  return asked.size === 0 ? undefined : spellReferrals([...asked.values()]);
}
