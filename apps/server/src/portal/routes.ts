import { languages } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import type { PageFile, Pages } from "./pages.ts";

/** Addresses of the static pages: Creole without a suffix, the other languages with theirs; and of the annexes they load. */
export function portalRoutes(pages: Pages): Hono {
  const routes = new Hono();
  for (const name of ["home", "help", "about", "complain", "reply"]) {
    for (const language of languages) {
      const page = pages.get(`${name}.${language}.html`);
      const words = pages.get(`${name}.words.${language}.json`);
      const start = name === "home" ? "" : `/${name}`;
      if (page) {
        routes.get(language === "ht" ? start || "/" : `${start}/${language}`, (context) => servePage(context, page));
      }
      if (words) routes.get(`${start}/words/${language}.json`, (context) => servePage(context, words));
    }
  }
  // Beside the page, not below it: a worker may serve only what lies below its own folder.
  routes.get("/complain-worker.js", (context) => servePage(context, pages.get("complain.worker.js")));
  for (const [name, file] of pages) {
    if (name.startsWith("annex.")) routes.get(`/annexes/${name.slice("annex.".length)}`, (at) => servePage(at, file));
  }
  return routes;
}

/** Serves a built file, compressed for whoever can read that. */
export async function servePage(context: Context, page: PageFile | undefined): Promise<Response> {
  if (!page) return context.notFound() as Response;
  const takesBrotli = /\bbr\b/.test(context.req.header("accept-encoding") ?? "");
  const headers = {
    "content-type": page.kind,
    "cache-control": "no-store",
    vary: "accept-encoding",
    ...(page.policy && { "content-security-policy": page.policy }),
    ...(takesBrotli && { "content-encoding": "br" }),
  };
  return context.body(new Uint8Array(takesBrotli ? await page.brotli() : page.plain), 200, headers);
}
