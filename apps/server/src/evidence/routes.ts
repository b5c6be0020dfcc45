import type { HttpBindings } from "@hono/node-server";
import { parseDigest, parseId } from "@temwen/vocabulary";
import { Hono } from "hono";
import { refuse } from "../answers.ts";
import type { OfficeContext } from "../office-context.ts";
import { liftLimit } from "../request-limit.ts";
import { noteArrival } from "./arrival.ts";
import type { Blobs } from "./blob-folder.ts";
import { findAwaited } from "./quota.ts";
import { createTurns } from "./turns.ts";

/** As long as a sender who has gone may keep the place before the pace takes it, twice. */
const waitMillis = 120_000;

/**
 * `POST /api/evidence/{case}/{digest}`: takes only what a filed manifest announced, so that nobody can fill the disk
 * with what no complaint names. Sent twice, it is stored once; who comes while it is being sent waits a while.
 */
export function evidenceRoutes({ record }: OfficeContext, blobs: Blobs): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const inTurn = createTurns();
  routes.post("/api/evidence/:case/:digest", async (context) => {
    const caseId = parseId("case", context.req.param("case"));
    const digest = parseDigest(context.req.param("digest"));
    if (!caseId.ok || !digest.ok) return refuse(context, { code: "not-announced" });
    const awaited = await findAwaited(record, caseId.value, digest.value);
    if (!awaited.ok) return refuse(context, awaited.refusal);
    const { incoming } = context.env;
    // From here on the wait and then the pace bound it.
    liftLimit(incoming);
    const outcome = await inTurn(digest.value, waitMillis, async () => {
      // Asked again: whoever was before may have brought it.
      const found = await findAwaited(record, caseId.value, digest.value);
      if (!found.ok) return found.refusal.code;
      const announced = found.value;
      // A folder from an older backup than the record may lack what has arrived once.
      if (announced.arrived && (await blobs.has(announced.digest, announced.size))) return "stored";
      const body = incoming.iterator({ destroyOnReturn: false });
      const stored = await blobs.store(announced.digest, announced.size, body);
      if (stored !== "stored") return stored;
      const piece = { case: caseId.value, digest: announced.digest };
      return (await noteArrival(record, blobs, piece)) ? stored : "not-announced";
    });
    return outcome === "stored" ? context.json({ stored: true }) : refuse(context, { code: outcome ?? "being-sent" });
  });
  return routes;
}
