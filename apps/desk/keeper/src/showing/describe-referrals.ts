import {
  alongTo,
  answersOverPage,
  type CaseFact,
  overrideCounts,
  type Referral,
  saidOfForum,
  standingOf,
  wordsKey,
} from "@temwen/casework";
import type { CallRefusal, DeskCourier } from "@temwen/courier/desk";
import { digestOf, openExplanation } from "@temwen/sealing/open";
import {
  fieldsOf,
  granted,
  type Instant,
  oneOf,
  type Result,
  type StaffId,
  textUpTo,
  wholeUpTo,
} from "@temwen/vocabulary";
import type { CaseRoom } from "../room/case-room.ts";
import type { TimelineEntry } from "../views.ts";
import type { ReferralsView, ReferralView, WaitingAnswer } from "./referrals-view.ts";

type Named<T extends CaseFact["type"]> = Extract<CaseFact, { readonly type: T }>;

/** Where a case went before other bodies: what the record says, and what came since and waits for somebody to write it down. */
export async function describeReferrals(
  room: CaseRoom,
  timeline: readonly TimelineEntry[],
  { courier, now, today }: { readonly courier: DeskCourier; readonly now: Instant; readonly today: string },
): Promise<Result<ReferralsView, CallRefusal>> {
  const { theCase } = room;
  const waiting = await readWaiting(room, courier);
  if (!waiting.ok) return waiting;
  const forums = new Set((theCase.consents ?? []).map(({ recipient }) => recipient));
  const ofEach = <T>(find: (forum: string) => T | undefined): { readonly [forum: string]: T } =>
    Object.fromEntries(
      [...forums].flatMap((forum) => {
        const found = find(forum);
        return found === undefined ? [] : [[forum, found] as const];
      }),
    );
  return granted({
    referrals: listReferrals(room, timeline, { today, waiting: waiting.value }),
    waiting: waiting.value,
    said: ofEach((forum) => saidOfForum(theCase, forum, now)),
    along: ofEach((forum) => alongTo(theCase, forum, now)),
    overrides: (theCase.overrides ?? [])
      .filter((one) => overrideCounts(theCase, one))
      .map(({ forum, beyond, confirmed }) => ({ forum, beyond, isConfirmed: confirmed === true })),
  });
}

function listReferrals(
  { theCase, stream }: CaseRoom,
  timeline: readonly TimelineEntry[],
  { today, waiting }: { readonly today: string; readonly waiting: readonly WaitingAnswer[] },
): readonly ReferralView[] {
  const texts = new Map(timeline.map(({ index, text }) => [index, text]));
  const all = <T extends CaseFact["type"]>(type: T) =>
    stream.happened.flatMap(({ fact, at, whose, index }) => {
      if (fact.type !== type) return [];
      const text = texts.get(index);
      return [{ fact: fact as Named<T>, said: { at, by: whose as StaffId, ...(text !== undefined && { text }) } }];
    });
  const answers = all("case.referral-answered/1");
  return [...all("case.referred/1"), ...all("case.referred/2")]
    .sort((a, b) => a.fact.number - b.fact.number)
    .flatMap(({ fact, said }) => {
      const referral = theCase.referrals?.[fact.number - 1];
      if (!referral) return [];
      const { number, forum, asks, basis, obstacle, waiver, fallback, due } = fact;
      return [
        {
          ...said,
          ...{ number, forum, asks, basis, obstacle, waiver, fallback, due },
          ...(referral.dossier && { dossier: referral.dossier }),
          standing: standingOf(
            referral,
            today,
            waiting.some((one) => one.referral === number),
          ),
          answers: answers
            .filter((one) => one.fact.referral === number)
            .map((one) => {
              const { answered, obstacle: named, on, cameBy } = one.fact;
              return { ...one.said, answered, obstacle: named, on, cameBy };
            }),
          token: tokenOf(referral),
        } satisfies ReferralView,
      ];
    });
}

function tokenOf({ token, tokenProposedBy }: Referral): ReferralView["token"] {
  if (token) return "said";
  return tokenProposedBy ? "proposed" : "none";
}

const answerShape = fieldsOf({
  type: oneOf("temwen.referral-answer/1"),
  referral: wholeUpTo(200),
  answered: oneOf(...answersOverPage),
  text: textUpTo(40_000),
});

const partName = /^referral-answer-(\d{1,3})-[0-9a-f]{24}$/;

/** What came over the receipt page and is not recorded yet. Somebody may have put it there: staff judge what it is worth. */
async function readWaiting(
  { caseId, theCase, served, keys }: CaseRoom,
  courier: DeskCourier,
): Promise<Result<readonly WaitingAnswer[], CallRefusal>> {
  const recorded = new Set((theCase.referrals ?? []).flatMap(({ answers }) => answers.map((one) => one.received)));
  const parts = served.parts.filter(({ name, digest }) => partName.test(name) && !recorded.has(digest)).slice(-50);
  if (parts.length === 0) return granted([]);
  const fetched = await courier.readParts(
    caseId,
    parts.map(({ name }) => name),
  );
  if (!fetched.ok) return fetched;
  const held = wordsKeyNames(theCase.formerRecipients.length).flatMap((name) => keys[name] ?? []);
  const waiting: WaitingAnswer[] = [];
  for (const { name, digest } of parts) {
    const referral = Number(partName.exec(name)?.[1]);
    const sealed = fetched.value[name];
    const isSame = sealed !== undefined && digestOf(sealed) === digest;
    waiting.push({ referral, received: digest, ...(isSame && (await openAnswer(sealed, held, { caseId, referral }))) });
  }
  return granted(waiting);
}

const wordsKeyNames = (rekeyed: number): readonly string[] => [
  ...Array.from({ length: rekeyed }, (_, n) => wordsKey(n + 1)),
  "story",
];

async function openAnswer(
  sealed: Uint8Array,
  keys: readonly string[],
  { caseId, referral }: { readonly caseId: CaseRoom["caseId"]; readonly referral: number },
): Promise<Pick<WaitingAnswer, "answered" | "text">> {
  for (const key of keys) {
    const opened = await openExplanation(key, sealed, caseId);
    if (!opened.ok) continue;
    const answer = readAnswer(opened.value.text);
    return answer?.referral === referral ? { answered: answer.answered, text: answer.text } : {};
  }
  return {};
}

function readAnswer(text: string) {
  try {
    return answerShape(JSON.parse(text));
  } catch {
    return undefined;
  }
}
