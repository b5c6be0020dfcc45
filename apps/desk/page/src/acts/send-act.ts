import type { ActRequest, CaseView, LaterRequest, TimelineEntry } from "../../../keeper/src/views.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { isSignedOut } from "../desk-state.ts";

/** What a form asks the keeper to do. */
export type Request = ActRequest | LaterRequest;

/** Somebody acted meanwhile: what they did, and what this person was about to sign. */
export type Conflict = {
  readonly at: "conflict";
  readonly since: readonly TimelineEntry[];
  readonly request: Request;
};

/** Where an act stands between writing and done. */
export type Sending =
  | { readonly at: "writing" }
  | { readonly at: "asking"; readonly request: Request }
  | { readonly at: "working"; readonly isLong: boolean }
  | { readonly at: "refused"; readonly refusal: Refusal }
  | Conflict;

/** Hands an act to the keeper, for the version of the case that is on screen and no other. */
export async function sendAct(view: CaseView, request: Request): Promise<Sending | { readonly at: "done" }> {
  const body = { request, expected: view.version };
  const answer = await ask<{ readonly version: number }>("POST", `/api/cases/${view.caseId}/acts`, body);
  if (answer.ok) return { at: "done" };
  isSignedOut(answer.refusal);
  const { code, since } = answer.refusal;
  // The keeper's own list of entries; a keeper that sends none has none to tell.
  if (code === "conflict") {
    return { at: "conflict", since: Array.isArray(since) ? (since as TimelineEntry[]) : [], request };
  }
  return { at: "refused", refusal: answer.refusal };
}
