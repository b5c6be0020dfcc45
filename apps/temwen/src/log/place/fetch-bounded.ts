import { setTimeout as pause } from "node:timers/promises";

/** Nobody answers there, or not as a web server does. */
export class UnreachableFault extends Error {
  readonly code = "unreachable";
  constructor(address: URL, why: string, options?: ErrorOptions) {
    super(`${address.href}: ${why}`, options);
    this.name = "UnreachableFault";
  }
}

/** Asks for an address once, without following. Rejects where nobody answers. */
export type Ask = (address: URL) => Promise<Response>;

const longestWait = 30_000;
const mostTries = 3;
const mostRedirects = 3;

/**
 * The body of what stands at an address, of which at most one byte more than `most` is read; null when nothing stands there
 * (404, 410). Goes elsewhere only within the same origin. Tries again where a server is busy. `ask` is how it asks, if not plainly.
 * Throws `UnreachableFault`.
 */
export async function fetchBounded(address: URL, most: number, ask: Ask = askPlainly): Promise<Uint8Array | null> {
  for (let tried = 1; ; tried += 1) {
    const got = await fetchOnce(address, most, ask);
    if (got !== "busy") return got;
    if (tried === mostTries) throw new UnreachableFault(address, "the server is busy or broken");
    await pause(500 * tried);
  }
}

async function fetchOnce(address: URL, most: number, ask: Ask): Promise<Uint8Array | null | "busy"> {
  let at = address;
  for (let turns = 0; turns <= mostRedirects; turns += 1) {
    const answer = await reach(at, ask);
    if (answer.ok) return readUpTo(at, answer, most);
    await answer.body?.cancel().catch(() => undefined);
    if (answer.status === 404 || answer.status === 410) return null;
    if (answer.status === 429 || answer.status >= 500) return "busy";
    const location = answer.headers.get("location");
    const next = location !== null && URL.canParse(location, at) ? new URL(location, at) : null;
    if (answer.status >= 400 || next === null) throw new UnreachableFault(at, `answers ${answer.status}`);
    // Whoever answers for the log answers for it under its own name.
    if (next.origin !== address.origin) throw new UnreachableFault(at, "sends elsewhere, to another server");
    at = next;
  }
  throw new UnreachableFault(address, "sends elsewhere again and again");
}

const askPlainly: Ask = (address) => fetch(address, { redirect: "manual", signal: AbortSignal.timeout(longestWait) });

async function reach(address: URL, ask: Ask): Promise<Response> {
  try {
    return await ask(address);
  } catch (cause) {
    throw new UnreachableFault(address, "cannot be reached", { cause });
  }
}

async function readUpTo(address: URL, answer: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of answer.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) break;
    }
  } catch (cause) {
    throw new UnreachableFault(address, "the answer broke off", { cause });
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, most + 1));
}
