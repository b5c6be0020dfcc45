import type { SignedBody } from "@temwen/office";
import { type Json, parseBase64, parseCanonical } from "@temwen/vocabulary";
import { Hono } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import type { OfficeContext } from "../office-context.ts";
import type { PageFile } from "../portal/pages.ts";
import { servePage } from "../portal/routes.ts";
import { squeezeOnce } from "../portal/squeeze.ts";
import type { RegistryState } from "./registry.ts";

const signedBody = z.strictObject({
  body: z.string().max(4_000_000),
  vouchings: z.array(z.strictObject({ key: z.string().max(44), signature: z.string().max(88) })).max(16),
});

/** `/api/directory` for everybody, `/api/office/…` for what roots and staff have signed. */
export function registryRoutes({ registry, now }: OfficeContext): Hono {
  const routes = new Hono();
  const findAnswer = keepAnswers();
  routes.get("/api/directory", async (context) => {
    const state = await registry.read();
    if (!state) return refuse(context, { code: "no-office" });
    const epoch = context.req.query("epoch");
    const asked = epoch === undefined ? state.current : state.byEpoch.get(Number(epoch))?.signed;
    if (!asked) return refuse(context, { code: "unknown-epoch" });
    const caching = epoch === undefined ? "no-cache" : "public, max-age=86400";
    return servePage(context, { ...findAnswer(state, asked), caching });
  });
  routes.get("/api/office/roots", (context) => context.json(registry.trust as object));
  for (const kind of ["directory", "suspension"] as const) {
    routes.post(`/api/office/${kind}`, async (context) => {
      const asked = signedBody.safeParse(await context.req.json().catch(() => undefined));
      const body = parseBase64(asked.data?.body);
      if (!asked.success || !body.ok) return refuse(context, { code: `malformed-${kind}` });
      const signed: SignedBody = { body: body.value, vouchings: asked.data.vouchings };
      const verdict = await (kind === "directory" ? registry.acceptDirectory : registry.acceptSuspension)(
        signed,
        now(),
      );
      if (!verdict.ok) return refuse(context, verdict.refusal);
      return context.json({ epoch: verdict.value.standing.directory.epoch });
    });
  }
  return routes;
}

/**
 * Each answer made and compressed once, for as long as the state stands: it is the largest thing that a phone fetches, and the
 * same for all of them.
 */
function keepAnswers(): (state: RegistryState, asked: SignedBody) => PageFile {
  const kept = new WeakMap<RegistryState, Map<SignedBody, PageFile>>();
  return (state, asked) => {
    const answers = kept.get(state) ?? new Map<SignedBody, PageFile>();
    kept.set(state, answers);
    const found = answers.get(asked) ?? makeAnswer(state, asked);
    answers.set(asked, found);
    return found;
  };
}

function makeAnswer({ suspensions }: RegistryState, asked: SignedBody): PageFile {
  const plain = Buffer.from(JSON.stringify({ directory: spell(asked), suspensions: suspensions.map(spell) }));
  return { plain, brotli: squeezeOnce(plain), kind: "application/json" };
}

/** Signed bodies travel as JSON, which compresses; whoever verifies makes the canonical bytes again. */
function spell(signed: SignedBody): Json {
  const body = parseCanonical(signed.body);
  if (!body.ok) throw new Error("what the record holds is canonical");
  return { body: body.value, vouchings: signed.vouchings };
}
