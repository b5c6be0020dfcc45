/** How long a line may bring nothing before it counts as stuck, in milliseconds, where nobody says otherwise. */
export const longestSilence = 30_000;

/** What a byte on its way up may take besides, in milliseconds: 8 kbit/s. Nobody can see how much of an upload has gone. */
const millisPerByte = 1;

export type WholeOptions = {
  readonly fetch?: typeof globalThis.fetch;
  /** How long the line may bring nothing, in milliseconds. */
  readonly silence?: number;
  /** Drops the request when told to. */
  readonly signal?: AbortSignal | undefined;
};

/** `broken`: the line said so, or somebody dropped it. `stuck`: nothing came any more, and nobody said why. */
export type NoAnswer = "broken" | "stuck";

/**
 * Fetches an answer to its last byte, and never waits for ever: a phone that walks out of reach often leaves a line open on
 * which nothing moves. Where the phone says that it has a line again, the old one is dropped at once. Never throws.
 */
export async function fetchWhole(
  url: string,
  init: RequestInit,
  { fetch = globalThis.fetch, silence = longestSilence, signal }: WholeOptions = {},
): Promise<Response | NoAnswer> {
  const line = new AbortController();
  const begun = performance.now();
  let why: NoAnswer | undefined;
  const drop = (): void => {
    why ??= "broken";
    line.abort();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitAtMost = (millis: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      why = "stuck";
      drop();
    }, millis);
  };
  // In a browser. Node has neither this event nor a need: its lines are not a phone's.
  globalThis.addEventListener?.("online", drop);
  signal?.addEventListener("abort", drop);
  if (signal?.aborted) drop();
  try {
    const request = await readForm(init);
    waitAtMost(silence + millisPerByte * bytesOf(request.body));
    return await readWhole(await fetch(url, { ...request, signal: line.signal }), () => waitAtMost(silence));
  } catch {
    // fetch throws a TypeError for every kind of broken line; there is nothing more to learn from it.
    // Whoever stands between may cut a stuck line after a minute, each time again: that was waited for long enough, too.
    return why ?? (performance.now() - begun > silence ? "stuck" : "broken");
  } finally {
    clearTimeout(timer);
    globalThis.removeEventListener?.("online", drop);
    signal?.removeEventListener("abort", drop);
  }
}

/** The same answer with its body in memory; `onPiece` hears of each piece of it. */
async function readWhole(answer: Response, onPiece: () => void): Promise<Response> {
  onPiece();
  const reader = answer.body?.getReader();
  if (!reader) return answer;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    // Chromium gives a stream to an answer that may have no body, as 204, and then allows none.
    if (done) return new Response(pieces.length > 0 ? new Blob(pieces) : null, answer);
    pieces.push(value);
    onPiece();
  }
}

/** A form is read before it is sent: only then is its size known, and Node 24 breaks down where it drops a form ("already closed"). */
async function readForm(init: RequestInit): Promise<RequestInit> {
  if (!(init.body instanceof FormData)) return init;
  const form = new Response(init.body);
  const headers = new Headers(init.headers);
  headers.set("content-type", form.headers.get("content-type") ?? "");
  return { ...init, headers, body: await form.arrayBuffer() };
}

function bytesOf(body: unknown): number {
  if (body instanceof Blob) return body.size;
  return body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? body.byteLength : String(body ?? "").length;
}
