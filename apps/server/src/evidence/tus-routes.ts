import type { HttpBindings } from "@hono/node-server";
import { type CaseId, granted, parseDigest, parseId, type Result, refused } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import { refuse } from "../answers.ts";
import type { OfficeContext } from "../office-context.ts";
import { liftLimit } from "../request-limit.ts";
import { noteArrival } from "./arrival.ts";
import type { Blobs } from "./blob-folder.ts";
import { createPens } from "./pens.ts";
import { type Announced, findAwaited, type NotAwaited } from "./quota.ts";

const version = "1.0.0";

type Upload = Announced & { readonly case: CaseId };

/**
 * `HEAD` and `PATCH /api/evidence/{case}/{digest}`: announced evidence bit by bit, over lines that are cut (tus 1.0.0,
 * core protocol; tus.io/protocols/resumable-upload). The announcement has made the upload: there is nothing to create.
 */
export function tusRoutes({ record }: OfficeContext, blobs: Blobs): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const withPen = createPens();

  const findUpload = async (context: Context): Promise<Result<Upload, NotAwaited>> => {
    const caseId = parseId("case", context.req.param("case"));
    const digest = parseDigest(context.req.param("digest"));
    if (!caseId.ok || !digest.ok) return refused({ code: "not-announced" });
    const found = await findAwaited(record, caseId.value, digest.value);
    return found.ok ? granted({ case: caseId.value, ...found.value }) : found;
  };
  const sayOffset = (context: Context, { size }: Upload, offset: number): void => {
    context.header("upload-offset", String(offset));
    context.header("upload-length", String(size));
    context.header("cache-control", "no-store");
  };

  routes.use("/api/evidence/:case/:digest", async (context, next) => {
    if (context.req.method === "POST") return next();
    context.header("tus-resumable", version);
    if (context.req.method === "OPTIONS" || context.req.header("tus-resumable") === version) return next();
    context.header("tus-version", version);
    return refuse(context, { code: "another-tus" });
  });
  routes.options("/api/evidence/:case/:digest", (context) => {
    context.header("tus-version", version);
    return context.body(null, 204);
  });
  // Hono answers HEAD by the handler of GET, without its body.
  routes.get("/api/evidence/:case/:digest", async (context) => {
    if (context.req.method !== "HEAD") return refuse(context, { code: "not-announced" });
    const found = await findUpload(context);
    if (!found.ok) return refuse(context, found.refusal);
    const announced = found.value;
    const { digest, size, arrived } = announced;
    // Whoever asks is back on another line: what the old one still brings would count behind what is said here.
    const offset = await withPen(
      digest,
      () => undefined,
      () => blobs.readOffset(digest, size, arrived),
    );
    // Whoever hears that all is there says nothing more; it may have been noted by nobody before a crash.
    if (offset === size && !(await noteArrival(record, blobs, announced))) {
      return refuse(context, { code: "not-announced" });
    }
    sayOffset(context, announced, offset);
    return context.body(null, 200);
  });
  routes.patch("/api/evidence/:case/:digest", async (context) => {
    const found = await findUpload(context);
    if (!found.ok) return refuse(context, found.refusal);
    const announced = found.value;
    const from = readFrom(context);
    if (from === undefined) return refuse(context, { code: "malformed-offset" });
    const { digest, size } = announced;
    const { incoming } = context.env;
    // From here on the pace bounds it.
    liftLimit(incoming);
    const isOut = (): void => void incoming.destroy();
    const grown = await withPen(digest, isOut, async () => {
      // A place that is slow or away is asked about what has arrived only: pieces grow without it.
      if (announced.arrived && (await blobs.has(digest, size))) {
        return from === size ? { offset: size, isStored: true } : { refused: "wrong-offset" as const };
      }
      return blobs.grow(digest, size, from, incoming.iterator({ destroyOnReturn: false }));
    });
    if ("refused" in grown) return refuse(context, { code: grown.refused });
    // Also of one that had arrived before: its case may have been erased since it was asked for.
    if (grown.isStored && !(await noteArrival(record, blobs, announced))) {
      return refuse(context, { code: "not-announced" });
    }
    sayOffset(context, announced, grown.offset);
    return context.body(null, 204);
  });
  return routes;
}

function readFrom(context: Context): number | undefined {
  const offset = context.req.header("upload-offset") ?? "";
  const isPiece = context.req.header("content-type") === "application/offset+octet-stream";
  return isPiece && /^\d{1,15}$/.test(offset) ? Number(offset) : undefined;
}
