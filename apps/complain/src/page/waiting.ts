/**
 * What became of the sealed parcels that wait on this phone. Source: docs/specs/kept-page.md.
 * `sent` holds the proof numbers of those that arrived now; `refused`, how many the office will not take.
 */
export type Came = { readonly sent: readonly string[]; readonly left: number; readonly refused: number };

/** The cache in which parcels wait. Not IndexedDB: what is deleted there stays in the profile's files for days. */
const store = "waiting";
const intake = "/api/complaints";

/** Where a tab or the worker tells the others which proof number it got. */
const news = "BroadcastChannel" in globalThis ? new BroadcastChannel("waiting") : undefined;

/** Hears the proof numbers of parcels that another tab sent, or the worker. */
export function onSentElsewhere(hear: (proofNumber: string) => void): void {
  if (news) news.onmessage = ({ data }) => hear(String(data));
}

/** Keeps a sealed parcel on this phone until it is sent. `false`: the phone has no room, and nothing was kept. */
export async function keepWaiting(caseId: string, form: FormData): Promise<boolean> {
  try {
    const cache = await caches.open(store);
    // The same parcel twice is one entry.
    await cache.put(`${intake}?${caseId}`, new Response(form));
    void askToBeWoken();
    return true;
  } catch {
    await dropIfEmpty();
    return false;
  }
}

type Syncing = { readonly sync?: { readonly register: (tag: string) => Promise<void> } };

/** The worker of a kept page may be woken by the line, where browsers know of that; elsewhere the open page sends. */
async function askToBeWoken(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as Syncing | undefined;
  await registration?.sync?.register("waiting").catch(() => undefined);
}

/** Sends what waits, and erases what arrived. May run twice at once: the office counts the same parcel once. */
export async function sendWaiting(): Promise<Came> {
  const sent: string[] = [];
  let left = 0;
  let refused = 0;
  // Asking for a cache by name would make it.
  if (!(await isAnythingWaiting())) return { sent, left, refused };
  const cache = await caches.open(store);
  for (const request of await cache.keys()) {
    const answer = await post(await cache.match(request), new URL(request.url).search.slice(1));
    if (answer === "later") left++;
    else if (answer === "refused") refused++;
    else {
      await cache.delete(request);
      if (answer) sent.push(answer);
      if (answer) news?.postMessage(answer);
    }
  }
  await dropIfEmpty();
  return { sent, left, refused };
}

/** Whether a parcel waits here. Looks, and writes nothing. */
export const isAnythingWaiting = async (): Promise<boolean> => "caches" in globalThis && (await caches.has(store));

async function dropIfEmpty(): Promise<void> {
  if ((await isAnythingWaiting()) && (await (await caches.open(store)).keys()).length === 0) await caches.delete(store);
}

/**
 * The proof number, if the office has it now; nothing, if another tab sent it. Only an answer that names this very case
 * lets the parcel go: a hotel's sign-in page says 200 too.
 */
async function post(kept: Response | undefined, caseId: string): Promise<string | undefined> {
  if (!kept) return undefined;
  try {
    const answer = await fetch(intake, {
      method: "POST",
      body: await kept.arrayBuffer(),
      // As it was written: a blob would tell the boundary in small letters.
      headers: { "content-type": kept.headers.get("content-type") ?? "" },
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
    });
    const said = await answer.json();
    if (answer.ok && said.case === caseId && /^\d{12}$/.test(said.proofNumber)) return said.proofNumber;
    const isFinal = answer.status === 409 || answer.status === 422;
    return isFinal && typeof said.code === "string" && said.code !== "work-asked" ? "refused" : "later";
  } catch {
    return "later";
  }
}
