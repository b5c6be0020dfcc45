import { Hono } from "hono";
import document from "./openapi.json" with { type: "json" };

/** `GET /api/openapi.json`: what this server understands, as OpenAPI 3.1. A test compares it with what it answers. */
export function openapiRoutes(): Hono {
  const routes = new Hono();
  routes.get("/api/openapi.json", (context) => context.json(document));
  return routes;
}
