import { isFree, type OpenQuestion, type PanelMember } from "@temwen/casework";
import type { RespondentView } from "../../../../keeper/src/showing/inquiry-view.ts";
import type { CaseView, InquiryView } from "../../../../keeper/src/views.ts";
import { person } from "../../desk-state.ts";
import { hour, staffName, wordFor, words } from "../../say.ts";
import { callRequest } from "../inquiry-names.ts";
import { whyOut } from "../why-out.ts";

/** One point of the fairness checklist. */
export type Point = {
  readonly key: string;
  /** `open`: the rules refuse a finding for it. `look`: nothing is refused, and somebody has to think of it. */
  readonly state: "met" | "open" | "look";
  readonly text: string;
  readonly mend?: Mend;
};

/** The acts that mend a point. */
export type Mend =
  | "notify-respondent"
  | "record-reply"
  | "answer-respondent-ask"
  | "offer-hearing"
  | "record-answer"
  | "rekey";

type Allegation = InquiryView["allegations"][number];

/** Of one allegation: whether both sides were heard. What stands against a finding is the rules' own answer. */
export function pointsOf(allegation: Allegation, inquiry: InquiryView): readonly Point[] {
  const respondent = inquiry.respondents[allegation.respondent - 1];
  const against = (side: OpenQuestion["against"]) => allegation.against.find((one) => one.against === side)?.refusal;
  const forRespondent = against("respondent-answers");
  const forPerson = against("person-is-wrong");
  return [
    forRespondent
      ? openOf("respondent", forRespondent.code, { respondent, allegation: allegation.number })
      : { key: "respondent", state: "met", text: tellHeard(respondent) },
    ...helpOf(respondent),
    forPerson
      ? openOf("person", forPerson.code, { respondent, allegation: allegation.number })
      : { key: "person", state: "met", text: words()["event.case.hearing-offered/1"] },
  ];
}

/** What the rules refuse a finding for, and how it is mended. */
function openOf(
  key: string,
  code: string,
  { respondent, allegation }: { readonly respondent: RespondentView | undefined; readonly allegation: number },
): Point {
  const w = words();
  if (code === "respondent-not-heard") {
    const replyBy = respondent?.notice?.replyBy;
    if (replyBy === undefined) return { key, state: "open", text: w.fairNoNotice, mend: "notify-respondent" };
    return respondent?.untold.includes(allegation)
      ? { key, state: "open", text: w.fairNoticeBefore, mend: "notify-respondent" }
      : { key, state: "open", text: w.fairDaysRun({ date: hour(replyBy) }), mend: "record-reply" };
  }
  const text = wordFor("why", code);
  const mend = mendedBy[code];
  return { key, state: "open", text, ...(mend && { mend }) };
}

const mendedBy: { readonly [code: string]: Mend } = {
  "person-not-heard": "offer-hearing",
  "correction-waits": "answer-respondent-ask",
};

function tellHeard(respondent: RespondentView | undefined): string {
  const w = words();
  if (!respondent?.mustBeHeard) return w.cannotBeAsked;
  const replyBy = respondent.notice?.replyBy;
  return respondent.replies.length > 0 || replyBy === undefined ? w.replied : w.daysOver({ date: hour(replyBy) });
}

/** Who spoke for a respondent, and who interpreted: no rule counts it, and somebody has to think of it. */
function helpOf(respondent: RespondentView | undefined): readonly Point[] {
  if (!respondent?.mustBeHeard) return [];
  const last = respondent.replies.at(-1);
  if (!last) return [{ key: "represented", state: "look", text: words().fairRepresent }];
  const { represented, interpreter } = last;
  return [
    {
      key: "represented",
      state: represented === "none" ? "look" : "met",
      text: `${words()["ask.represented"]}: ${wordFor("represented", represented)}`,
    },
    {
      key: "interpreter",
      state: interpreter === "none" ? "look" : "met",
      text: `${words()["ask.interpreter"]}: ${wordFor("interpreter", interpreter)}`,
    },
  ];
}

/** Of the whole case: evidence that is still asked for, ties, and whether the panel can sit. */
export function pointsOfCase(view: CaseView, inquiry: InquiryView): readonly Point[] {
  return [...evidencePoints(inquiry), ...tiePoints(view, inquiry), panelPoint(view)];
}

function evidencePoints({ requests }: InquiryView): readonly Point[] {
  return requests.map((request) => {
    const last = request.answers.at(-1);
    const text = `${callRequest(request)}: ${last ? wordFor("answer", last.answer) : words().fairNoAnswer}`;
    const key = `request-${request.number}`;
    if (!last) return { key, state: "look", text, mend: "record-answer" };
    return { key, state: last.answer === "given" ? "met" : "look", text };
  });
}

/** An allegation may bring in a force that somebody with a key is tied to. */
function tiePoints(view: CaseView, { taken }: InquiryView): readonly Point[] {
  const w = words();
  const signed: readonly Point[] = taken
    ? [{ key: "no-tie", state: "met", text: w.fairNoTie({ who: staffName(taken.by) }) }]
    : [];
  const named = new Set(view.access.named.map(({ to }) => to));
  const out = (person.value?.choices.colleagues ?? []).flatMap((colleague): readonly Point[] => {
    const why = named.has(colleague.id) ? whyOut(colleague, view) : undefined;
    if (why === undefined) return [];
    const text = `${w.fairHoldsKey({ who: staffName(colleague.id) })} ${why}.`;
    return [{ key: `tie-${colleague.id}`, state: "look", text, mend: "rekey" }];
  });
  return [...signed, ...out];
}

/** Three with a seat have to be free to sit; once the case is before them, let in. */
function panelPoint(view: CaseView): Point {
  const isHere = (one: PanelMember): boolean => (view.panel ? one.standing === "may" : isFree(one));
  const n = view.seats.filter((one) => one.isSeated && isHere(one)).length;
  return { key: "panel", state: n < 3 ? "open" : "met", text: words().fairPanel({ n }) };
}
