import { findKeptHead, parseHeadAddress } from "@temwen/public-log/kept-heads";
import { parseTilePath } from "@temwen/public-log/tiles";
import { Hono } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import type { OfficeContext } from "../office-context.ts";
import { checkpointPath } from "./showing.ts";
import type { TileFolder } from "./tile-folder.ts";

const asked = z.strictObject({ proofNumber: z.string().regex(/^[0-9]{12}$/) });

/** What the public may read of the log. */
export type LogFiles = {
  readonly folder: TileFolder;
  /** The policy file by which this office says it may be judged; everybody may have a stricter one. */
  readonly policy: Uint8Array;
};

/** `/log/…`: the log as static files (C2SP tlog-tiles), and where a proof number stands. */
export function logRoutes({ record }: OfficeContext, { folder, policy }: LogFiles): Hono {
  const routes = new Hono();
  routes.get("/log/checkpoint", async (context) => {
    const bytes = await folder.read(checkpointPath);
    if (!bytes) return context.text("", 404);
    return context.body(Buffer.from(bytes), 200, { "content-type": plainText, "cache-control": "public, max-age=5" });
  });
  routes.get("/log/heads/:size", async (context) => {
    const atMost = parseHeadAddress(context.req.path.slice("/log/".length));
    const bytes = atMost === null ? null : await findKeptHead({ ...folder, readFile: folder.read }, atMost);
    if (!bytes) return context.text("", 404);
    return context.body(Buffer.from(bytes), 200, { "content-type": plainText, "cache-control": "public, max-age=5" });
  });
  routes.get("/log/policy", (context) =>
    context.body(Buffer.from(policy), 200, { "content-type": plainText, "cache-control": "public, max-age=300" }),
  );
  routes.get("/log/tile/*", async (context) => {
    const path = context.req.path.slice("/log/".length);
    // Only the one spelling of a path is a path: nothing else is ever looked for on the disk.
    const bytes = parseTilePath(path).ok ? await folder.read(path) : null;
    if (!bytes) return context.text("", 404);
    return context.body(Buffer.from(bytes), 200, {
      "content-type": "application/octet-stream",
      "cache-control": "public, max-age=31536000, immutable",
    });
  });
  routes.post("/api/log/find", async (context) => {
    const question = asked.safeParse(await context.req.json().catch(() => undefined));
    if (!question.success) return refuse(context, { code: "malformed-number" });
    const indexes = await record.log.findNumber(question.data.proofNumber);
    return context.json({ indexes: indexes.map(String) });
  });
  return routes;
}

const plainText = "text/plain; charset=utf-8";
