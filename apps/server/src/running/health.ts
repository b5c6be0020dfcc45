import { instantToMillis } from "@temwen/vocabulary";
import { Hono } from "hono";
import type { Blobs } from "../evidence/blob-folder.ts";
import type { OfficeContext } from "../office-context.ts";
import type { LogState } from "../public-log/log.ts";

/** Anybody may ask; a bucket is not asked each time. */
const askAgainMillis = 10_000;
const day = 86_400_000;

/**
 * `GET /healthz`: whether record and evidence can be reached, and how old the directory in force is. 503 only without
 * the record: words are taken without evidence.
 */
export function healthRoutes(office: OfficeContext, blobs: Pick<Blobs, "ping">, look?: () => LogState): Hono {
  const routes = new Hono();
  let asked = { at: Number.NEGATIVE_INFINITY, can: Promise.resolve(false) };
  const canStore = (): Promise<boolean> => {
    const now = performance.now();
    if (now - asked.at > askAgainMillis) asked = { at: now, can: succeeds(blobs.ping()) };
    return asked.can;
  };
  routes.get("/healthz", async (context) => {
    const [hasRecord, hasEvidence] = await Promise.all([succeeds(office.record.ping()), canStore()]);
    const directory = hasRecord ? await readDirectory(office) : null;
    const standing = { directory, ...(look && { log: look() }) };
    if (!hasRecord) return context.json({ state: "record-unreachable", ...standing }, 503);
    return context.json({ state: hasEvidence ? "ok" : "evidence-unreachable", ...standing });
  });
  return routes;
}

async function readDirectory({ registry, now }: OfficeContext): Promise<{ epoch: number; ageDays: number } | null> {
  const state = await registry.read().catch(() => undefined);
  if (!state) return null;
  const { epoch, at } = state.standing.directory;
  return { epoch, ageDays: Math.max(0, Math.floor((instantToMillis(now()) - instantToMillis(at)) / day)) };
}

const succeeds = (step: Promise<void>): Promise<boolean> =>
  step.then(
    () => true,
    () => false,
  );
