// The service worker of the complaint page, and of no other: it runs only after a person tapped "keep this page".
// Source: docs/specs/kept-page.md.
import { sendWaiting } from "../page/waiting.ts";

/** Written in front of this file by the build, and again by the server: another text of the page is another release. */
declare const release: string;
/** What a page needs beside itself: words, pieces of code; written here by the build. */
declare const keptFiles: readonly string[];

type Lasting = Event & { readonly waitUntil: (work: Promise<unknown>) => void };
type Asking = Lasting & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
type Scope = {
  readonly location: Location;
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (which: { readonly includeUncontrolled: true }) => Promise<readonly { readonly url: string }[]>;
  };
  readonly addEventListener: <E extends Event>(name: string, act: (event: E) => void) => void;
};

const scope = globalThis as unknown as Scope;
const language = scope.location.search.slice(1);
const page = language === "ht" ? "/complain" : `/complain/${language}`;
const directory = "/api/directory";
const store = `kept-${release}`;
/** How long a dead line may hold up whoever could go on with the list that is kept, in milliseconds. */
const patience = 8000;

scope.addEventListener<Lasting>("install", (event) => event.waitUntil(keepAll()));
scope.addEventListener<Lasting>("activate", (event) => event.waitUntil(dropOlder().then(() => scope.clients.claim())));
scope.addEventListener<Asking>("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== scope.location.origin) return;
  if (pathname === page || keptFiles.includes(pathname)) event.respondWith(keptFirst(request, pathname));
  else if (pathname === directory && search === "") event.respondWith(freshDirectory(event));
  // Another language of the page is asked for; without a line the kept one answers, and it speaks all of them.
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => keptFirst(request, page)));
});
scope.addEventListener<Lasting & { readonly tag: string }>("sync", (event) => {
  event.waitUntil(
    sendWaiting().then(({ left }) => {
      // The browser tries again later when this fails.
      if (left > 0) throw new Error("no line yet");
    }),
  );
});

/** All or nothing: half a page would be found out about only without a line. */
async function keepAll(): Promise<void> {
  // On a slow line this runs late: whoever left no trace meanwhile is not given one now. The browser drops what fails here.
  if (!(await isPageOpen())) throw new Error("nobody is there");
  try {
    const cache = await caches.open(store);
    await cache.addAll([page, directory, ...keptFiles].map((address) => new Request(address, { cache: "no-store" })));
  } catch (cause) {
    await caches.delete(store);
    throw cause;
  }
}

async function isPageOpen(): Promise<boolean> {
  const open = await scope.clients.matchAll({ includeUncontrolled: true });
  return open.some(({ url }) => new URL(url).pathname.startsWith("/complain"));
}

async function dropOlder(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith("kept-") && name !== store) await caches.delete(name);
}

const find = (address: string): Promise<Response | undefined> =>
  caches.match(address, { cacheName: store, ignoreVary: true });

async function keptFirst(request: Request, address: string): Promise<Response> {
  return (await find(address)) ?? fetch(request);
}

/** The newest list that the line brings, or the kept one. Nobody believes either before the roots' signatures are checked. */
async function freshDirectory(event: Asking): Promise<Response> {
  // Opened before the line is asked: what is erased meanwhile is erased with this in it, and not made again.
  const cache = (await caches.has(store)) ? await caches.open(store) : undefined;
  const kept = await cache?.match(directory);
  const fresh = fetch(event.request).then(async (answer) => {
    if (!answer.ok) return kept ?? answer;
    await cache?.put(directory, answer.clone());
    return answer;
  });
  event.waitUntil(fresh.catch(() => undefined));
  if (!kept) return fresh;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept.clone()), patience));
  return Promise.race([fresh.catch(() => kept), late]);
}
