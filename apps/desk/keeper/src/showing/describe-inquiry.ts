import {
  type CaseFact,
  type Finding,
  isHeard,
  mustBeHeard,
  readUnit,
  trackOf,
  untoldOf,
  whatStandsAgainst,
} from "@temwen/casework";
import type { Instant, StaffId } from "@temwen/vocabulary";
import type { CaseRoom } from "../room/case-room.ts";
import type { TimelineEntry } from "../views.ts";
import type { InquiryView, Recorded } from "./inquiry-view.ts";
import { unitsOf } from "./respondent-units.ts";

type Named<T extends CaseFact["type"]> = Extract<CaseFact, { readonly type: T }>;

/** The inquiry of a room at an hour; undefined before the admission. */
export function describeInquiry(
  { theCase, stream }: CaseRoom,
  timeline: readonly TimelineEntry[],
  { now, opened }: { readonly now: Instant; readonly opened: ReadonlyMap<string, string> },
): InquiryView | undefined {
  if (!("inquiry" in theCase)) return undefined;
  const { inquiry } = theCase;
  const all = <T extends CaseFact["type"]>(...types: readonly T[]) => recordedIn({ stream }, timeline, ...types);
  const answers = all("case.answer-recorded/1", "case.answer-recorded/2");
  const interviews = all("case.interview-recorded/1", "case.interview-recorded/2");
  const companions = all("case.companion-named/1");
  const notices = all("case.respondent-notified/1", "case.respondent-notified/2");
  const deferrals = all("case.notice-deferred/1");
  const replies = all("case.reply-recorded/1");
  const recommended = all("case.findings-recommended/1").at(-1);
  const against = whatStandsAgainst(theCase, now);
  const units = unitsOf(stream, opened);
  return {
    track: trackOf(theCase) ?? theCase.track,
    ...(inquiry.assigned && { assigned: inquiry.assigned }),
    ...(inquiry.taken && { taken: inquiry.taken }),
    plans: all("case.inquiry-planned/1").map(recordedOf),
    allegations: all("case.allegation-stated/1", "case.allegation-stated/2").map((fact) => {
      const is = ({ allegation }: Finding): boolean => allegation === fact.number;
      const wanted = inquiry.recommended?.findings.find(is);
      const found = inquiry.found?.find(is);
      return {
        ...withoutUnit(recordedOf(fact)),
        number: fact.number,
        right: fact.right,
        class: fact.class,
        respondent: fact.respondent,
        against: against.find(({ allegation }) => allegation === fact.number)?.questions ?? [],
        ...(wanted && { recommended: wanted }),
        ...(found && { found }),
      };
    }),
    respondents: inquiry.respondents.map((respondent, place) => {
      const is = (fact: { readonly respondent: number }): boolean => fact.respondent === place + 1;
      const notice = notices.findLast(is);
      const waits = deferrals.findLast(is);
      const unit = units.get(place + 1)?.unit;
      return {
        number: place + 1,
        kind: respondent.kind,
        forces: respondent.forces,
        ...(unit !== undefined && { unit }),
        mustBeHeard: mustBeHeard(respondent),
        isHeard: inquiry.allegations.every((one, of) => one.respondent !== place + 1 || isHeard(theCase, of + 1, now)),
        untold: untoldOf(theCase, place + 1),
        ...(notice && { notice: { ...withoutUnit(recordedOf(notice)), how: notice.how, replyBy: notice.replyBy } }),
        ...(waits && { waits: { ...recordedOf(waits), because: waits.because, until: waits.until } }),
        replies: replies
          .filter(is)
          .map((fact) => ({ ...recordedOf(fact), represented: fact.represented, interpreter: fact.interpreter })),
      };
    }),
    subjects: inquiry.subjects.map(({ of }, place) => ({
      number: place + 1,
      of,
      interviews: interviews
        .filter(({ subject }) => subject === place + 1)
        .map((fact) => ({
          ...recordedOf(fact),
          language: fact.language,
          interpreter: fact.interpreter,
          repeats: fact.repeats,
        })),
      wishes: (inquiry.wishes ?? []).filter(({ subject }) => subject === place + 1),
      companions: companions
        .filter(({ subject }) => subject === place + 1)
        .map((fact) => {
          const { subject, as, chosenBy, sex, ties } = fact;
          return { ...recordedOf(fact), subject, as, chosenBy, sex, ties };
        }),
    })),
    requests: all("case.evidence-requested/1", "case.evidence-requested/2").map((fact) => ({
      ...recordedOf(fact),
      number: fact.number,
      holder: fact.holder,
      due: fact.due,
      answers: answers
        .filter(({ request }) => request === fact.number)
        .map((one) => ({ ...recordedOf(one), answer: one.answer })),
    })),
    asks: describeAsks(all("case.respondent-asked/1"), all("case.respondent-answered/1")),
    ...(inquiry.hearingOfferedAt && { hearingOfferedAt: inquiry.hearingOfferedAt }),
    ...(recommended && { recommended: recordedOf(recommended) }),
  };
}

/** What respondents asked about themselves, each with its answer. */
const describeAsks = (
  asks: readonly (Named<"case.respondent-asked/1"> & Recorded)[],
  answers: readonly (Named<"case.respondent-answered/1"> & Recorded)[],
): InquiryView["asks"] =>
  asks.map((fact) => {
    const answer = answers.find(({ ask }) => ask === fact.number);
    return {
      ...recordedOf(fact),
      number: fact.number,
      respondent: fact.respondent,
      wants: fact.wants,
      ...(answer && { answer: { ...recordedOf(answer), became: answer.became, cause: answer.cause } }),
    };
  });

/** Every fact of these types with its words, oldest first. */
export function recordedIn<T extends CaseFact["type"]>(
  { stream }: Pick<CaseRoom, "stream">,
  timeline: readonly TimelineEntry[],
  ...types: readonly T[]
): readonly (Named<T> & Recorded)[] {
  const texts = new Map(timeline.map(({ index, text }) => [index, text]));
  return stream.happened.flatMap(({ fact, at, whose, index }) => {
    if (!types.some((type) => type === fact.type)) return [];
    const text = texts.get(index);
    return [{ ...(fact as Named<T>), at, by: whose as StaffId, ...(text !== undefined && { text }) }];
  });
}

const recordedOf = ({ at, by, text }: Recorded): Recorded => ({ at, by, ...(text !== undefined && { text }) });

/** The unit that words end with is shown beside whom they are about. */
const withoutUnit = (recorded: Recorded): Recorded =>
  recorded.text === undefined ? recorded : { ...recorded, text: readUnit(recorded.text).words };
