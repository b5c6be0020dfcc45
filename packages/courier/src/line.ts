import { granted, type Result, refused } from "@temwen/vocabulary";
import { fetchWhole, type WholeOptions } from "./fetch-whole.ts";

/** A refusal by the server, as it came: a stable code and what goes with it. */
export type ServerRefusal = { readonly code: string; readonly status: number; readonly [more: string]: unknown };

/** The line failed, or the server could not tell what became of the request. Asking again is safe for every call here. */
export type LineRefusal = { readonly code: "unreachable" } | { readonly code: "cannot-tell" };

export type CallRefusal = ServerRefusal | LineRefusal;

export type LineOptions = WholeOptions & {
  /** `https://host` without a slash at the end, or "" for the page's own. */
  readonly base: string;
  /** Waits between tries, in milliseconds; as many retries as entries. */
  readonly waits?: readonly number[];
  readonly wait?: (millis: number) => Promise<void>;
  /** Told before each further try. */
  readonly onRetry?: (tried: number) => void;
};

/** One line to one server. */
export type Line = {
  readonly send: (
    method: string,
    path: string,
    body?: BodyInit,
    headers?: Record<string, string>,
  ) => Promise<Result<Response, CallRefusal>>;
  /** The text of an answer to a question in JSON. */
  readonly text: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Result<string, CallRefusal>>;
  readonly json: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Result<unknown, CallRefusal>>;
};

/** Waits between tries where nobody says otherwise, in milliseconds. */
export const patience: readonly number[] = [500, 1500, 4000, 10_000];

/** No redirect, no cookie, nothing put by. */
const alone = { redirect: "error", credentials: "omit", cache: "no-store" } as const;

export const waitFor = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

/**
 * Opens a line: retries what is lost on the way (no answer, 408, 429, 5xx), returns what the server refuses.
 * Every request of the house may be sent twice: filing and acts are idempotent or numbered. A line that is stuck has used up
 * all patience: it is told at once, as `unreachable`.
 */
export function openLine(options: LineOptions): Line {
  const waits = options.waits ?? patience;
  const wait = options.wait ?? waitFor;

  const send: Line["send"] = async (method, path, body, headers = {}) => {
    let last: CallRefusal = { code: "unreachable" };
    for (let tried = 0; ; tried++) {
      const request = { method, headers, ...(body !== undefined && { body }), ...alone };
      const answer = await fetchWhole(options.base + path, request, options);
      if (answer === "stuck") return refused({ code: "unreachable" });
      const isAnswered = answer !== "broken";
      if (isAnswered && !isPassing(answer.status)) {
        return answer.ok ? granted(answer) : refused(await readRefusal(answer));
      }
      last = isAnswered ? await readPassing(answer) : { code: "unreachable" };
      const pause = waits[tried];
      if (pause === undefined) return refused(last);
      options.onRetry?.(tried + 1);
      await wait(pause);
    }
  };
  const text: Line["text"] = async (method, path, body, headers = {}) => {
    const hasBody = body !== undefined;
    const answer = await send(method, path, hasBody ? JSON.stringify(body) : undefined, {
      ...headers,
      ...(hasBody && { "content-type": "application/json" }),
    });
    return answer.ok ? granted(await answer.value.text()) : answer;
  };
  const json: Line["json"] = async (...asked) => {
    const answer = await text(...asked);
    return answer.ok ? readJson(answer.value) : answer;
  };
  return { send, text, json };
}

/** What an answer says; where it is no JSON nobody can tell. */
export function readJson(text: string): Result<unknown, CallRefusal> {
  try {
    return granted(JSON.parse(text));
  } catch {
    return refused({ code: "cannot-tell" });
  }
}

/** What a passing trouble says of itself (no space, no office yet); without a code of ours nobody can tell. */
async function readPassing(answer: Response): Promise<CallRefusal> {
  const refusal = await readRefusal(answer);
  return refusal.code === "not-understood" || refusal.outcome === "unknown" ? { code: "cannot-tell" } : refusal;
}

/** Whether the same, sent again later, may be taken. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

async function readRefusal(answer: Response): Promise<ServerRefusal> {
  try {
    const body = (await answer.json()) as { readonly code?: unknown };
    if (typeof body.code === "string") return { ...body, code: body.code, status: answer.status };
  } catch {
    // An answer that is not ours (a proxy's page) has no code of ours.
  }
  return { code: "not-understood", status: answer.status };
}
