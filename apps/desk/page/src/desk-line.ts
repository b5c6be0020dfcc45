import { granted, type Result, refused } from "@temwen/vocabulary";

/** Why the keeper, or the way to it, said no. */
export type Refusal = { readonly code: string; readonly [more: string]: unknown };
export type Answer<T> = Result<T, Refusal>;

// The token of this launch and the session of this tab; both die with the tab.
const tokenName = "temwen-desk";
const sessionName = "temwen-session";

/** Takes the launch token out of the address, so that it stands in no history and no picture of the screen. */
export function takeLaunchToken(): void {
  const token = location.hash.slice(1);
  if (token === "") return;
  sessionStorage.setItem(tokenName, token);
  history.replaceState(history.state, "", location.pathname);
}

export const rememberSession = (session: string): void => sessionStorage.setItem(sessionName, session);
export const forgetSession = (): void => sessionStorage.removeItem(sessionName);
export const hasSession = (): boolean => sessionStorage.getItem(sessionName) !== null;

/** Asks the keeper. What it answers is not parsed again: it is this desk's own process, and its views are typed. */
export async function ask<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<Answer<T>> {
  const answer = await send(method, path, body);
  if (!answer.ok) return answer;
  return granted((await answer.value.json()) as T);
}

/** Asks the keeper for bytes: a piece of evidence, opened. It records the look before it answers. */
export async function askBytes(path: string, body: unknown): Promise<Answer<ArrayBuffer>> {
  const answer = await send("POST", path, body);
  return answer.ok ? granted(await answer.value.arrayBuffer()) : answer;
}

/** Hands the keeper files with what is said of them. */
export async function askForm<T>(path: string, form: FormData): Promise<Answer<T>> {
  const answer = await answered(fetch(path, { method: "POST", headers: tokens(), body: form }));
  return answer.ok ? granted((await answer.value.json()) as T) : answer;
}

const tokens = (): Record<string, string> => ({
  "x-temwen-desk": sessionStorage.getItem(tokenName) ?? "",
  "x-temwen-session": sessionStorage.getItem(sessionName) ?? "",
});

/** Asks the keeper for a file, and what it says of it beside the bytes. */
export async function askFile(
  path: string,
  body: unknown,
): Promise<Answer<{ readonly bytes: ArrayBuffer; readonly headers: Headers }>> {
  const answer = await send("POST", path, body);
  if (!answer.ok) return answer;
  try {
    return granted({ bytes: await answer.value.arrayBuffer(), headers: answer.value.headers });
  } catch {
    // It stopped on its way: a part of a sealed file opens nothing.
    return refused({ code: "keeper-fault" });
  }
}

async function send(method: string, path: string, body?: unknown): Promise<Answer<Response>> {
  const headers: Record<string, string> = {
    ...tokens(),
    ...(body !== undefined && { "content-type": "application/json" }),
  };
  // Also when the page is being closed: a draft of a few words still reaches the keeper.
  const keepalive = path.startsWith("/api/drafts") && JSON.stringify(body ?? "").length < 50_000;
  const init = { method, headers, keepalive, ...(body !== undefined && { body: JSON.stringify(body) }) };
  return answered(fetch(path, init));
}

async function answered(asked: Promise<Response>): Promise<Answer<Response>> {
  try {
    const response = await asked;
    return response.ok ? granted(response) : refused(await readRefusal(response));
  } catch {
    // fetch throws only when nobody answers: the keeper has stopped.
    return refused({ code: "desk-gone" });
  }
}

async function readRefusal(response: Response): Promise<Refusal> {
  try {
    return (await response.json()) as Refusal;
  } catch {
    return { code: "keeper-fault" };
  }
}
