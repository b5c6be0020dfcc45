import { mayRead, queueStages, staffCommandShape } from "@temwen/casework";
import { tiesWith } from "@temwen/office";
import type { QueueQuery } from "@temwen/record";
import { bytesToBase64, type CaseId, parseBase64, parseDigest, parseId, parseInstant } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import { readCaseFile } from "../casefile.ts";
import type { Blobs } from "../evidence/blob-folder.ts";
import { spellEvent } from "../mailbox/frame.ts";
import type { OfficeContext } from "../office-context.ts";
import { createChallenges } from "./challenge.ts";
import { findSignedIn, openSession, type SignedIn } from "./session.ts";
import { recordStaffAct, type StaffActRequest } from "./staff-act.ts";

const key32 = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);
const challengeBody = z.strictObject({ staff: z.string().max(40) });
const sessionBody = z.strictObject({ staff: z.string().max(40), nonce: z.string().max(64), signature });
const queueBody = z.strictObject({
  stage: z.string().max(40).optional(),
  limit: z.number().int().min(1).max(200).optional(),
  after: z.strictObject({ caseId: z.string(), due: z.string().nullable() }).optional(),
});
const partsBody = z.strictObject({ names: z.array(z.string().max(64)).max(64) });
const actBody = z.strictObject({
  expected: z.number().int().min(0),
  command: z.unknown(),
  statements: z
    .array(z.strictObject({ body: z.string().max(200_000), vouching: z.strictObject({ key: key32, signature }) }))
    .min(1)
    .max(40),
  sealed: z.record(z.string().max(64), z.string().max(100_000)),
});

/** The office's side of the API: every request after signing in is judged by the directory in force. */
export function deskRoutes(office: OfficeContext, blobs: Blobs): Hono {
  const routes = new Hono();
  const challenges = createChallenges(office);
  routes.post("/api/desk/challenge", async (context) => {
    const asked = challengeBody.safeParse(await context.req.json().catch(() => undefined));
    const staff = parseId("staff", asked.data?.staff);
    // Whoever asks gets one, also for an id that is not listed, so that ids cannot be probed.
    return staff.ok ? context.json(await challenges.give(staff.value)) : refuse(context, { code: "malformed-id" });
  });
  routes.post("/api/desk/session", async (context) => {
    const asked = sessionBody.safeParse(await context.req.json().catch(() => undefined));
    const staff = parseId("staff", asked.data?.staff);
    if (!asked.success || !staff.ok) return refuse(context, { code: "malformed-session" });
    const session = await openSession({ ...asked.data, staff: staff.value }, office, challenges);
    return session.ok ? context.json(session.value) : refuse(context, session.refusal);
  });
  routes.post("/api/desk/queue", (context) => signedIn(context, office, (who) => answerQueue(context, who, office)));
  routes.get("/api/desk/cases/:case", (context) =>
    readable(context, office, async (caseId, events) => {
      const parts = await office.record.readPartNames(caseId);
      const announced = await office.record.readAnnounced(caseId);
      const arrived = announced.filter((one) => one.arrived).map(({ name }) => name);
      return context.json({ events: events.map(spellEvent), parts, arrived } as object);
    }),
  );
  routes.post("/api/desk/cases/:case/parts", (context) =>
    readable(context, office, async (caseId) => {
      const asked = partsBody.safeParse(await context.req.json().catch(() => undefined));
      if (!asked.success) return refuse(context, { code: "malformed-parts" });
      const parts = await office.record.readParts(caseId, asked.data.names);
      return context.json({ parts: Object.fromEntries(parts.map(({ name, bytes }) => [name, bytesToBase64(bytes)])) });
    }),
  );
  routes.get("/api/desk/cases/:case/evidence/:digest", (context) =>
    readable(context, office, async (caseId) => {
      const digest = parseDigest(context.req.param("digest"));
      if (!digest.ok) return refuse(context, { code: "not-found" });
      const announced = (await office.record.readAnnounced(caseId)).find((one) => one.digest === digest.value);
      const blob = announced?.arrived ? await blobs.open(announced.digest) : undefined;
      if (!blob) return refuse(context, { code: "not-found" });
      return context.body(blob.stream, 200, {
        "content-type": "application/octet-stream",
        "content-length": String(blob.size),
      });
    }),
  );
  routes.post("/api/desk/cases/:case/acts", (context) =>
    signedIn(context, office, async (who) => {
      const caseId = parseId("case", context.req.param("case"));
      const act = readAct(await context.req.json().catch(() => undefined));
      if (!caseId.ok || !act) return refuse(context, { code: "malformed-act" });
      const done = await recordStaffAct(caseId.value, act, who, office);
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

/** A case that this person may read. One that they may not looks like one that is not there. */
function readable(
  context: Context,
  office: OfficeContext,
  answer: (caseId: CaseId, events: Awaited<ReturnType<typeof readCaseFile>>["events"]) => Promise<Response>,
): Promise<Response> {
  return signedIn(context, office, async ({ member }) => {
    const caseId = parseId("case", context.req.param("case"));
    if (!caseId.ok) return refuse(context, { code: "unknown-case" });
    const { events, theCase } = await readCaseFile(office, caseId.value);
    return mayRead(theCase, member) ? answer(caseId.value, events) : refuse(context, { code: "unknown-case" });
  });
}

async function answerQueue(context: Context, { member }: SignedIn, office: OfficeContext): Promise<Response> {
  const asked = queueBody.safeParse(await context.req.json().catch(() => undefined));
  const query = asked.success ? readQuery(asked.data) : undefined;
  if (!query) return refuse(context, { code: "malformed-query" });
  const stages = queueStages(member.role);
  if (stages.length === 0 || (query.stage && !stages.includes(query.stage))) {
    return context.json({ rows: [], stages: {}, more: false });
  }
  // A role that does not see every stage starts at its first: a page of other people's cases would be empty for it.
  const seesAll = stages.length === queueStages("intake").length;
  const stage = query.stage ?? (seesAll ? undefined : stages[0]);
  const page = await office.record.readQueue({ ...query, ...(stage && { stage }) });
  const rows = page.rows.filter(({ stage, facts }) => {
    const forces = typeof facts.forces === "string" ? facts.forces.split(" ") : [];
    return stages.includes(stage) && tiesWith(member.ties, forces).length === 0;
  });
  const counts = Object.fromEntries(Object.entries(page.stages).filter(([stage]) => stages.includes(stage)));
  return context.json({ rows, stages: counts, more: page.more });
}

function readQuery(asked: z.infer<typeof queueBody>): QueueQuery | undefined {
  const caseId = parseId("case", asked.after?.caseId);
  const due = asked.after?.due === null ? null : parseInstant(asked.after?.due);
  if (asked.after && (!caseId.ok || (due !== null && !due.ok))) return undefined;
  return {
    limit: asked.limit ?? 50,
    ...(asked.stage && { stage: asked.stage }),
    ...(caseId.ok &&
      (due === null || due.ok) && { after: { caseId: caseId.value, due: due === null ? null : due.value } }),
  };
}

function readAct(value: unknown): StaffActRequest | undefined {
  const asked = actBody.safeParse(value);
  const command = asked.success ? staffCommandShape(asked.data.command) : undefined;
  if (!asked.success || !command) return undefined;
  const statements: { body: Uint8Array; vouching: { key: string; signature: string } }[] = [];
  for (const { body, vouching } of asked.data.statements) {
    const bytes = parseBase64(body);
    if (!bytes.ok) return undefined;
    statements.push({ body: bytes.value, vouching });
  }
  const sealed = new Map<string, Uint8Array>();
  for (const [name, text] of Object.entries(asked.data.sealed)) {
    const bytes = parseBase64(text);
    if (!bytes.ok) return undefined;
    sealed.set(name, bytes.value);
  }
  return { expected: asked.data.expected, command, statements, sealed };
}
