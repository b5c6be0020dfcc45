import { type DoWork, fetchWhole } from "@temwen/courier";
import { cachesNamed, eraseCache } from "./caches.ts";

/**
 * What became of the sealed parcels that wait on this phone. Source: docs/specs/kept-page.md.
 * `sent` holds those that arrived now; `refused`, how many the office would not take now; `crowded`, how many of those that are
 * left wait for a flood to pass and not for a line.
 */
export type Came = {
  readonly sent: readonly Arrival[];
  readonly left: number;
  readonly crowded: number;
  readonly refused: number;
};

/** A parcel that arrived: a proof number is that of one case, and belongs beside no other receipt. */
export type Arrival = { readonly caseId: string; readonly proofNumber: string };

/**
 * Each parcel waits in a cache of its own, so that erasing one cannot take another along that a tab is just putting there. Not
 * IndexedDB: what is deleted there stays in the profile's files for days.
 */
const prefix = "waiting-";
const intake = "/api/complaints";
const addressOf = (caseId: string): string => `${intake}?${caseId}`;

/** Where a tab or the worker tells the others what arrived. */
const news = "BroadcastChannel" in globalThis ? new BroadcastChannel("waiting") : undefined;

/** Cases that the office would not take: each opening of the page asks once, for nothing changes meanwhile. */
const refusedCases = new Set<string>();

/** Hears of the parcels that another tab sent, or the worker. */
export function onSentElsewhere(hear: (arrival: Arrival) => void): void {
  // The worker of an older release may say something else.
  if (news) news.onmessage = ({ data }) => data?.caseId && hear(data);
}

/** Keeps a sealed parcel on this phone until it is sent. `false`: the phone has no room or stores nothing; nothing was kept. */
export async function keepWaiting(caseId: string, form: FormData): Promise<boolean> {
  try {
    // The same parcel twice is one entry.
    await (await caches.open(prefix + caseId)).put(addressOf(caseId), new Response(form));
    void askToBeWoken();
    return true;
  } catch {
    await caches.delete(prefix + caseId).catch(() => undefined);
    return false;
  }
}

type Syncing = { readonly sync?: { readonly register: (tag: string) => Promise<void> } };

/** The worker of a kept page may be woken by the line, where browsers know of that; elsewhere the open page sends. */
async function askToBeWoken(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as Syncing | undefined;
  await registration?.sync?.register("waiting").catch(() => undefined);
}

/**
 * Sends what waits, and erases what arrived. May run twice at once: the office counts the same parcel once. Whoever cannot do the
 * work that a flood asks for leaves the parcel to somebody who can.
 */
export async function sendWaiting(work?: DoWork): Promise<Came> {
  const sent: Arrival[] = [];
  let left = 0;
  let crowded = 0;
  let refused = 0;
  for (const { caseId, kept } of await findWaiting()) {
    const answer = await post(kept, caseId, work);
    if (answer === "crowded") crowded++;
    if (answer === "later" || answer === "crowded") left++;
    else if (answer === "refused") {
      refused++;
      refusedCases.add(caseId);
    } else {
      await eraseCache(prefix + caseId);
      const arrival = { caseId, proofNumber: answer };
      sent.push(arrival);
      news?.postMessage(arrival);
    }
  }
  return { sent, left, crowded, refused };
}

/** Whether a parcel waits here that may be sent. Looks, and writes nothing. */
export const isAnythingWaiting = async (): Promise<boolean> => (await findWaiting()).length > 0;

/** What waits and may be sent. Asks without opening, for opening a cache by name would make it. */
async function findWaiting(): Promise<readonly { readonly caseId: string; readonly kept: Response }[]> {
  const found: { caseId: string; kept: Response }[] = [];
  for (const name of await cachesNamed(prefix)) {
    const caseId = name.slice(prefix.length);
    const kept = refusedCases.has(caseId) ? undefined : await caches.match(addressOf(caseId), { cacheName: name });
    // None, while another tab puts it there or has just sent it.
    if (kept) found.push({ caseId, kept });
  }
  return found;
}

/** While the phone works, a flood may have grown, and more may be asked. */
const mostRounds = 4;

/**
 * The proof number, if the office has it now. Only an answer that names this very case lets the parcel go: a hotel's sign-in
 * page says 200 too.
 */
async function post(kept: Response, caseId: string, work: DoWork | undefined): Promise<string> {
  try {
    const body = await kept.arrayBuffer();
    // As it was written: a blob would tell the boundary in small letters.
    const headers: Record<string, string> = { "content-type": kept.headers.get("content-type") ?? "" };
    for (let round = 1; ; round++) {
      const answer = await fetchWhole(intake, {
        method: "POST",
        body,
        headers,
        credentials: "omit",
        redirect: "error",
        cache: "no-store",
      });
      if (typeof answer === "string") return "later";
      const said = await answer.json();
      if (answer.ok && said.case === caseId && /^\d{12}$/.test(said.proofNumber)) return said.proofNumber;
      const done = said.code === "work-asked" && round < mostRounds ? await work?.(said) : undefined;
      if (done === undefined) return sortOf(answer.status, said.code);
      headers["temwen-work"] = done;
    }
  } catch {
    return "later";
  }
}

function sortOf(status: number, code: unknown): "crowded" | "refused" | "later" {
  if (code === "work-asked" || code === "crowded") return "crowded";
  return (status === 409 || status === 422) && typeof code === "string" ? "refused" : "later";
}
