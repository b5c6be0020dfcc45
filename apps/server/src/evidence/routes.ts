import { parseDigest, parseId } from "@temwen/vocabulary";
import { Hono } from "hono";
import { refuse } from "../answers.ts";
import type { OfficeContext } from "../office-context.ts";
import type { Blobs } from "./blob-folder.ts";

/**
 * `POST /api/evidence/{case}/{digest}`: takes only what a filed manifest announced, so that nobody can fill the disk
 * with what no complaint names. Sent twice, it is stored once.
 */
export function evidenceRoutes({ record }: OfficeContext, blobs: Blobs): Hono {
  const routes = new Hono();
  routes.post("/api/evidence/:case/:digest", async (context) => {
    const caseId = parseId("case", context.req.param("case"));
    const digest = parseDigest(context.req.param("digest"));
    if (!caseId.ok || !digest.ok) return refuse(context, { code: "not-announced" });
    const announced = (await record.readAnnounced(caseId.value)).find((one) => one.digest === digest.value);
    if (!announced) return refuse(context, { code: "not-announced" });
    if (!announced.arrived) {
      const outcome = await blobs.store(announced.digest, announced.size, context.req.raw.body ?? emptyBody());
      if (outcome !== "stored") return refuse(context, { code: outcome });
      await record.markArrived(caseId.value, announced.digest);
    }
    return context.json({ stored: true });
  });
  return routes;
}

async function* emptyBody(): AsyncIterable<Uint8Array> {}
