import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal on its way out: a stable code and what belongs to it. */
export type Refusal = { readonly code: string };

/** What HTTP says for each refusal; all others are 422: understood, and refused. */
const statuses: { readonly [code: string]: ContentfulStatusCode } = {
  "another-digest": 409,
  "already-withdrawn": 409,
  "review-already-asked": 409,
  "consent-unchanged": 409,
  "no-such-consent": 409,
  "no-such-summary": 409,
  "answer-unchanged": 409,
  "treatment-already-told": 409,
  conflict: 409,
  "epoch-behind": 409,
  "out-of-turn": 409,
  "wrong-offset": 409,
  "wrong-stage": 409,
  "session-expired": 401,
  "not-signed-in": 401,
  "not-found": 404,
  "unknown-case": 404,
  "unknown-mailbox": 404,
  "unknown-epoch": 404,
  "unknown-matter": 404,
  "not-announced": 404,
  "too-slow": 408,
  "another-tus": 412,
  "too-large": 413,
  "no-space": 503,
  "being-sent": 503,
  "too-many-uploads": 503,
  crowded: 503,
  "no-office": 503,
  "cannot-tell": 503,
};

/** Sentences for people who read an API's answer by eye; pages have their own words for each code. */
const messages: { readonly [code: string]: string } = {
  "no-space": "The disk is full. Nothing was stored. Please send the same again later.",
  "being-sent": "Somebody is sending the same file at this moment. Nothing was stored. Please send it again later.",
  "too-many-uploads": "Too many files are being sent at this moment. Nothing was stored. Please send it again later.",
  crowded: "Too many are sending at this moment. Nothing was stored. Please send the same again in a minute.",
  "work-asked":
    "Very much is coming in. Do the small work that is asked, and send the same again: words are never turned away.",
  "too-slow": "Nothing came for too long. Nothing was stored. Please send the same again.",
  "no-office": "This server has no office yet: run `temwen init`, or start it with the demonstration office.",
  "cannot-tell": "We cannot tell whether this was stored. Send the same again: it will be stored once.",
  "not-sealed": "A part is not sealed. Nothing was stored.",
  "another-digest": "This case id is taken by another complaint. Nothing was stored.",
  conflict: "Somebody else acted on this case in the meantime. Nothing was stored; read it again.",
};

/** What goes out: an HTTP status and a JSON body. */
export type Answer = { readonly status: ContentfulStatusCode; readonly body: object };

/** The answer to a refusal. Nothing of the request is repeated in it. */
export function answerRefusal(refusal: Refusal): Answer {
  const outcome = refusal.code === "cannot-tell" ? "unknown" : "none";
  const message = messages[refusal.code] ?? `Refused: ${refusal.code.replaceAll("-", " ")}.`;
  return { status: statuses[refusal.code] ?? 422, body: { ...refusal, message, outcome } };
}

/** Answers a refusal. */
export function refuse(context: Context, refusal: Refusal): Response {
  const { status, body } = answerRefusal(refusal);
  return context.json(body, status);
}
