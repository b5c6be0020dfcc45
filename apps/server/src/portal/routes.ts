import { languages } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import type { PageFile, Pages } from "./pages.ts";

/** Serves the static pages. */
export function portalRoutes(pages: Pages): Hono {
  const routes = new Hono();
  for (const [address, page] of addressesOf(pages)) routes.get(address, (context) => servePage(context, page));
  return routes;
}

/**
 * What is served as it was built, by address: Creole without a suffix, the other languages with theirs, and what the pages
 * load. Each is the same for everybody, so that anybody can compare it with the public log.
 */
export function addressesOf(pages: Pages): ReadonlyMap<string, PageFile> {
  const found = new Map<string, PageFile>();
  const put = (address: string, page: PageFile | undefined): void => {
    if (page) found.set(address, page);
  };
  for (const name of ["home", "help", "about", "verify", "complain", "reply"]) {
    const start = name === "home" ? "" : `/${name}`;
    for (const language of languages) {
      put(language === "ht" ? start || "/" : `${start}/${language}`, pages.get(`${name}.${language}.html`));
      put(`${start}/words/${language}.json`, pages.get(`${name}.words.${language}.json`));
    }
  }
  // Beside the page, not below it: a worker may serve only what lies below its own folder.
  put("/complain-worker.js", pages.get("complain.worker.js"));
  for (const [name, file] of pages) {
    if (name.startsWith("annex.")) put(`/annexes/${name.slice("annex.".length)}`, file);
  }
  return found;
}

/** Serves a built file, compressed for whoever can read that. */
export async function servePage(context: Context, page: PageFile | undefined): Promise<Response> {
  if (!page) return context.notFound() as Response;
  const takesBrotli = /\bbr\b/.test(context.req.header("accept-encoding") ?? "");
  const headers = {
    "content-type": page.kind,
    "cache-control": page.caching ?? "no-store",
    vary: "accept-encoding",
    ...(page.policy && { "content-security-policy": page.policy }),
    ...(takesBrotli && { "content-encoding": "br" }),
  };
  return context.body(new Uint8Array(takesBrotli ? await page.brotli() : page.plain), 200, headers);
}
