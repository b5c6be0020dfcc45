import { languages } from "@temwen/vocabulary";
import { Hono } from "hono";
import { fillTemplate } from "../portal/fill-template.ts";
import type { PageFile, Pages } from "../portal/pages.ts";
import { servePage } from "../portal/routes.ts";
import { squeezeOnce } from "../portal/squeeze.ts";
import { type Described, describeOperations } from "./describe.ts";
import document from "./openapi.json" with { type: "json" };

/**
 * `GET /api/openapi.json`: what this server understands, as OpenAPI 3.1; a test compares it with what it answers. `GET
 * /api`, `/api/fr` …: the same for people.
 */
export function openapiRoutes(pages: Pages): Hono {
  const routes = new Hono();
  const plain = Buffer.from(JSON.stringify(document));
  const described: PageFile = { plain, brotli: squeezeOnce(plain), kind: "application/json" };
  routes.get("/api/openapi.json", (context) => servePage(context, described));
  for (const language of languages) {
    const template = pages.get(`api.${language}.html`);
    if (!template) continue;
    // Filled at the first question: few ask, and nobody who starts a server should wait for it.
    let filled: PageFile | undefined;
    routes.get(language === "ht" ? "/api" : `/api/${language}`, (context) => {
      filled ??= fillPage(template);
      return servePage(context, filled);
    });
  }
  return routes;
}

function fillPage(template: PageFile): PageFile {
  const slots = describeOperations(document as unknown as Described);
  const plain = Buffer.from(fillTemplate(template.plain.toString("utf8"), slots));
  return { ...template, plain, brotli: squeezeOnce(plain) };
}
