import { setTimeout as pause } from "node:timers/promises";
import { answersOverPage, answersWithReason } from "@temwen/casework";
import { type Language, millisToInstant, type Result, refused } from "@temwen/vocabulary";
import {
  digestOfCode,
  parseReferralCode,
  type ReferralCode,
  spellReferralCode,
} from "@temwen/vocabulary/referral-codes";
import { dayText, languageFacts } from "@temwen/words";
import type { OfficeContext } from "../../office-context.ts";
import type { Slots } from "../../portal/fill-template.ts";
import type { PageFile, Pages } from "../../portal/pages.ts";
import { type Asked, type FilledPage, type FormPage, fillPage, statusOf } from "./filled-page.ts";
import { createFormTokens, type FormTokens } from "./form-token.ts";
import { createOneByOne } from "./one-by-one.ts";
import { type FormRefusal, readForm } from "./read-form.ts";
import { type AskedReferral, findAskedReferral, mayAnswer } from "./referral-asked.ts";
import { type AnswerSaid, drawNext, takeReferralAnswer } from "./take-referral-answer.ts";

/**
 * Nobody is answered before this has passed: a code that exists takes longer to read than one that does not. One is looked at
 * at a time, so that nobody tries more than twenty codes a second, whoever they are.
 */
const beatMillis = 50;

/** Codes that the built page has a sentence for. */
const told = [
  ...["unknown-code", "form-too-old", "too-many-requests", "choose-first", "reason-first", "too-long", "broken-text"],
];
const unreadable = ["malformed-form", "wrong-charset", "too-large"];

/** What was filled in; without `answered` only the code was. */
type Filled = {
  readonly token: string;
  readonly code: string;
  readonly answered: string | undefined;
  readonly text: string;
};

/** Where the form goes on: with the code asked, with the answer asked, or with the answer taken. */
type Next =
  | { readonly shows: "asking"; readonly refusal?: string }
  | { readonly shows: "answering"; readonly asked: AskedReferral; readonly filled: Filled; readonly refusal?: string }
  | { readonly shows: "taken"; readonly next: ReferralCode };

/** `/referral` in one language: a forum answers by the code of its letter. Nothing where the pages are not built. */
export function createReferralForm(office: OfficeContext, pages: Pages): (language: Language) => FormPage | undefined {
  const tokens = createFormTokens(office);
  const oneByOne = createOneByOne();
  const goOn = async (asked: Asked): Promise<Next> => {
    const filled = readFilled(asked);
    if (!filled.ok) return { shows: "asking", refusal: filled.refusal.code };
    if (!(await tokens.isOpen(filled.value.token))) return { shows: "asking", refusal: "form-too-old" };
    const read = oneByOne(async () => {
      const beat = pause(beatMillis);
      const next = await decide(filled.value, tokens, office);
      await beat;
      return next;
    });
    return (await read) ?? { shows: "asking", refusal: "too-many-requests" };
  };
  return (language) => {
    const page = pages.get(`referral.${language}.html`);
    if (!page) return undefined;
    const drawing = { page, language, tokens };
    return {
      show: () => draw({ shows: "asking" }, drawing),
      answer: async (asked) => draw(await goOn(asked), drawing),
      refuse: (code) => draw({ shows: "asking", refusal: code }, drawing),
    };
  };
}

function readFilled({ body, contentType }: Asked): Result<Filled, FormRefusal> {
  const form = readForm(body, contentType);
  if (!form.ok) return form;
  const field = (name: string): string => form.value.get(name) ?? "";
  const text = field("text").replaceAll("\r\n", "\n");
  const answered = form.value.has("text") ? field("answered") : undefined;
  return { ok: true, value: { token: field("token"), code: field("code"), answered, text } };
}

async function decide(filled: Filled, tokens: FormTokens, office: OfficeContext): Promise<Next> {
  const { token, answered, text } = filled;
  const code = parseReferralCode(filled.code);
  if (!code.ok) return { shows: "asking", refusal: "unknown-code" };
  const asked = await findAskedReferral(code.value, office);
  const said = (asked ? mayAnswer(asked) : answersOverPage).find((one) => one === answered);
  const next = said && (await drawNext(tokens, { token, code: code.value, answered: said, text }));
  // The same answer sent twice is one answer, and its sender sees the next code again.
  if (!asked && next && (await office.record.referrals.findCode(digestOfCode(next)))) return { shows: "taken", next };
  if (!asked) return { shows: "asking", refusal: "unknown-code" };
  if (answered === undefined) return { shows: "answering", asked, filled };
  if (!said || !next) return { shows: "answering", asked, filled, refusal: "choose-first" };
  const taken = await take(asked, { answered: said, text }, next, office);
  if (taken.ok) return { shows: "taken", next: taken.value };
  const { code: refusal } = taken.refusal;
  return refusal === "unknown-code" ? { shows: "asking", refusal } : { shows: "answering", asked, filled, refusal };
}

async function take(asked: AskedReferral, said: AnswerSaid, next: ReferralCode, office: OfficeContext) {
  if (answersWithReason.includes(said.answered) && said.text.trim() === "")
    return refused({ code: "reason-first" } as const);
  return takeReferralAnswer(asked, said, next, office);
}

type Drawing = { readonly page: PageFile; readonly language: Language; readonly tokens: FormTokens };

async function draw(next: Next, { page, language, tokens }: Drawing): Promise<FilledPage> {
  const refusal = "refusal" in next ? next.refusal : undefined;
  const blank = { token: await tokens.give(), code: "", forum: "", due: "", digest: "", text: "", next: "" };
  const slots: Slots = {
    ...blank,
    [next.shows]: true,
    ...(refusal !== undefined && { refused: true, [sentenceFor(refusal)]: true }),
    ...(next.shows === "answering" && spellAsked(next.asked, next.filled, language)),
    ...(next.shows === "taken" && { next: spellReferralCode(next.next) }),
  };
  return fillPage(page, slots, refusal === undefined ? 200 : statusOf(refusal));
}

function spellAsked(asked: AskedReferral, filled: Filled, language: Language): Slots {
  const { code, forum, asks, due, dossier } = asked;
  return {
    ...{ token: filled.token, code, forum, text: filled.text },
    due: dayText(languageFacts[language], millisToInstant(Date.parse(`${due}T12:00:00.000Z`)), "UTC"),
    ...Object.fromEntries(asks.map((ask) => [`ask-${ask}`, true])),
    ...(dossier && { dossier: true, digest: dossier }),
    ...Object.fromEntries(mayAnswer(asked).map((one) => [one, one === filled.answered])),
  };
}

function sentenceFor(refusal: string): string {
  if (unreadable.includes(refusal)) return "unreadable";
  return told.includes(refusal) ? refusal : "server-fault";
}
