import { briefMatter, matterOrderShape, mayReadMatter, rolesIn } from "@temwen/casework/matters";
import { bytesToBase64, type MatterId, matterKinds, parseBase64, parseMatterId } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import { findSignedIn, type SignedIn } from "../desk-api/session.ts";
import { spellEvent } from "../mailbox/frame.ts";
import type { OfficeContext } from "../office-context.ts";
import { readMatterFile } from "./matter-file.ts";
import { type MatterActRequest, recordMatterAct } from "./record-act.ts";

const listBody = z.strictObject({ kind: z.enum(matterKinds) });
const partsBody = z.strictObject({ names: z.array(z.string().max(64)).max(64) });
const actBody = z.strictObject({
  expected: z.number().int().min(0),
  command: z.unknown(),
  statement: z.strictObject({
    body: z.string().max(200_000),
    vouching: z.strictObject({
      key: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
      signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
    }),
  }),
  sealed: z.record(z.string().max(64), z.string().max(100_000)),
});

/** `/api/desk/matters/…`: what the office follows beside its cases (docs/specs/streams.md). */
export function matterRoutes(office: OfficeContext): Hono {
  const routes = new Hono();
  routes.post("/api/desk/matters", (context) =>
    signedIn(context, office, async ({ member }) => {
      const asked = listBody.safeParse(await context.req.json().catch(() => undefined));
      if (!asked.success) return refuse(context, { code: "malformed-query" });
      if (!rolesIn[asked.data.kind].includes(member.role)) return refuse(context, { code: "wrong-role" });
      const rows: object[] = [];
      for (const { matter: id } of await office.record.readMatters(asked.data.kind)) {
        const { events, matter } = await readMatterFile(office, id);
        if (mayReadMatter(matter, member)) rows.push({ matter: id, version: events.length, ...briefMatter(matter) });
      }
      return context.json({ rows });
    }),
  );
  routes.get("/api/desk/matters/:matter", (context) =>
    readable(context, office, async (id, events) => {
      const parts = await office.record.readPartNames(id);
      return context.json({ events: events.map(spellEvent), parts } as object);
    }),
  );
  routes.post("/api/desk/matters/:matter/parts", (context) =>
    readable(context, office, async (id) => {
      const asked = partsBody.safeParse(await context.req.json().catch(() => undefined));
      if (!asked.success) return refuse(context, { code: "malformed-parts" });
      const parts = await office.record.readParts(id, asked.data.names);
      return context.json({ parts: Object.fromEntries(parts.map(({ name, bytes }) => [name, bytesToBase64(bytes)])) });
    }),
  );
  routes.post("/api/desk/matters/:matter/acts", (context) =>
    signedIn(context, office, async (who) => {
      const id = parseMatterId(context.req.param("matter"));
      const act = readAct(await context.req.json().catch(() => undefined));
      if (!id.ok || !act) return refuse(context, { code: "malformed-act" });
      const done = await recordMatterAct(id.value, act, who, office);
      return done.ok ? context.json(done.value) : refuse(context, done.refusal);
    }),
  );
  return routes;
}

async function signedIn(
  context: Context,
  office: OfficeContext,
  answer: (who: SignedIn) => Promise<Response>,
): Promise<Response> {
  context.header("cache-control", "no-store");
  const who = await findSignedIn(context.req.header("authorization"), office);
  return who.ok ? answer(who.value) : refuse(context, who.refusal);
}

type Events = Awaited<ReturnType<typeof readMatterFile>>["events"];

/** A matter that this person may read. One that they may not looks like one that is not there. */
function readable(
  context: Context,
  office: OfficeContext,
  answer: (id: MatterId, events: Events) => Promise<Response>,
): Promise<Response> {
  return signedIn(context, office, async ({ member }) => {
    const id = parseMatterId(context.req.param("matter"));
    if (!id.ok) return refuse(context, { code: "unknown-matter" });
    const { events, matter } = await readMatterFile(office, id.value);
    return mayReadMatter(matter, member) ? answer(id.value, events) : refuse(context, { code: "unknown-matter" });
  });
}

function readAct(value: unknown): MatterActRequest | undefined {
  const asked = actBody.safeParse(value);
  const command = asked.success ? matterOrderShape(asked.data.command) : undefined;
  const body = parseBase64(asked.data?.statement.body);
  if (!asked.success || !command || !body.ok) return undefined;
  const sealed = new Map<string, Uint8Array>();
  for (const [name, text] of Object.entries(asked.data.sealed)) {
    const bytes = parseBase64(text);
    if (!bytes.ok) return undefined;
    sealed.set(name, bytes.value);
  }
  const { expected, statement } = asked.data;
  return { expected, command, statement: { body: body.value, vouching: statement.vouching }, sealed };
}
