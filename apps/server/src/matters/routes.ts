import { briefMatter, matterOrderShape, mayReadMatter, rolesIn } from "@temwen/casework/matters";
import { type MatterId, matterKinds, parseMatterId } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import { actMembers, answerParts, readSealed, readSent, signedBody, signedIn } from "../desk-api/door.ts";
import { spellEvent } from "../mailbox/frame.ts";
import type { OfficeContext } from "../office-context.ts";
import { readMatterFile } from "./matter-file.ts";
import { type MatterActRequest, recordMatterAct } from "./record-act.ts";

const listBody = z.strictObject({ kind: z.enum(matterKinds) });
const actBody = z.strictObject({ ...actMembers, statement: signedBody });

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
    readable(context, office, (id) => answerParts(context, office, id)),
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
  if (!asked.success || !command) return undefined;
  const statement = readSent(asked.data.statement);
  const sealed = readSealed(asked.data.sealed);
  return statement && sealed && { expected: asked.data.expected, command, statement, sealed };
}
