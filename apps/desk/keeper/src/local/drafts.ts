import { type Context, Hono } from "hono";
import { type DraftStore, draftDays } from "../draft-store.ts";
import type { DraftsView } from "../views.ts";
import { draftAsk, forgetAsk } from "./asks.ts";

/** Unsent words of whoever is signed in: listed, kept and forgotten on this machine; the server never hears of them. */
export function createDraftsApp(storeOf: (context: Context) => DraftStore | undefined): Hono {
  const app = new Hono();
  app.get("/", async (context) => {
    const store = storeOf(context);
    const view: DraftsView = { keeps: store !== undefined, days: draftDays, drafts: (await store?.list()) ?? [] };
    return context.json(view);
  });
  app.post("/keep", async (context) => {
    const ask = draftAsk.safeParse(await context.req.json().catch(() => undefined));
    if (!ask.success) return context.json({ code: "not-understood" }, 422);
    const { about, act, value } = ask.data;
    const kept = await storeOf(context)?.keep({ about, act, value });
    return context.json({ savedAt: kept?.savedAt ?? "" });
  });
  app.post("/forget", async (context) => {
    const ask = forgetAsk.safeParse(await context.req.json().catch(() => undefined));
    if (!ask.success) return context.json({ code: "not-understood" }, 422);
    await storeOf(context)?.forget("all" in ask.data ? undefined : { about: ask.data.about, act: ask.data.act });
    return context.json({ done: true });
  });
  return app;
}
