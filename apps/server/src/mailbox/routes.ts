import { setTimeout as pause } from "node:timers/promises";
import { type Digest, parseBase64 } from "@temwen/vocabulary";
import { Hono } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import { readCaseFile } from "../casefile.ts";
import { digestOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import { readFirstLeaf, readFrame, spellEvent } from "./frame.ts";
import { noteOpening } from "./openings.ts";
import { recordPersonAct } from "./person-act.ts";

const key32 = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
const mailboxBody = z.strictObject({ mailbox: key32 });
const actBody = z.strictObject({
  mailbox: key32,
  body: z.string().max(8192),
  vouching: z.strictObject({ key: key32, signature: z.string().max(88) }),
  sealed: z.string().max(20_000).optional(),
});

/**
 * A mailbox that exists takes longer to read than one that does not, by a third of a millisecond. Nobody is answered
 * before this many have passed since the question, so that the time of an answer does not tell them apart.
 */
const beatMillis = 50;

/** What a receipt may fetch and send. Mailbox ids stand in bodies only, and only their digest goes further. */
export function mailboxRoutes(office: OfficeContext): Hono {
  const routes = new Hono();
  routes.post("/api/mailbox", async (context) => {
    const mailbox = readMailbox(await context.req.json().catch(() => undefined));
    if (!mailbox) return refuse(context, { code: "malformed-mailbox" });
    // The beat begins before the reading, never after it: behind the reading it would pass the difference on.
    const beat = pause(beatMillis);
    const frame = await readFrame(office.record, mailbox);
    noteOpening(office, mailbox);
    await beat;
    return context.body(frame, 200, { "content-type": "application/json", "cache-control": "no-store" });
  });
  routes.post("/api/mailbox/address", async (context) => {
    const mailbox = readMailbox(await context.req.json().catch(() => undefined));
    if (!mailbox) return refuse(context, { code: "malformed-mailbox" });
    const cases = await office.record.readMailbox(mailbox);
    const first = cases[0];
    if (!first) return refuse(context, { code: "unknown-mailbox" });
    const { events, theCase } = await readCaseFile(office, first.caseId);
    const received = events[0];
    if (!received || theCase.stage === "unknown") throw new Error("a mailbox without its case");
    const rekeyed = events.findLast(({ type }) => type === "case.rekeyed/1");
    const leaf = await readFirstLeaf(office.record, first.caseId);
    const address = { received: spellEvent(received), sequence: theCase.sequence + 1, ...(leaf && { leaf }) };
    context.header("cache-control", "no-store");
    return context.json({ ...address, ...(rekeyed && { rekeyed: spellEvent(rekeyed) }) } as object);
  });
  routes.post("/api/mailbox/acts", async (context) => {
    const asked = actBody.safeParse(await context.req.json().catch(() => undefined));
    const body = parseBase64(asked.data?.body);
    const sealed = parseBase64(asked.data?.sealed ?? "");
    const mailbox = mailboxDigest(asked.data?.mailbox);
    if (!asked.success || !mailbox || !body.ok || !sealed.ok) return refuse(context, { code: "malformed-act" });
    const request = {
      mailbox,
      body: body.value,
      vouching: asked.data.vouching,
      ...(asked.data.sealed !== undefined && { sealed: sealed.value }),
    };
    const done = await recordPersonAct(request, office);
    return done.ok ? context.json(done.value) : refuse(context, done.refusal);
  });
  return routes;
}

const readMailbox = (body: unknown): Digest | undefined => mailboxDigest(mailboxBody.safeParse(body).data?.mailbox);

function mailboxDigest(mailbox: string | undefined): Digest | undefined {
  const bytes = parseBase64(mailbox);
  return bytes.ok ? digestOf(bytes.value) : undefined;
}
