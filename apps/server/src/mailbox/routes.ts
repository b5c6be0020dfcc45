import { type Digest, parseBase64 } from "@temwen/vocabulary";
import { Hono } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import { readCaseFile } from "../casefile.ts";
import { digestOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import { readFrame, spellEvent } from "./frame.ts";
import { recordPersonAct } from "./person-act.ts";

const key32 = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
const mailboxBody = z.strictObject({ mailbox: key32 });
const actBody = z.strictObject({
  mailbox: key32,
  body: z.string().max(8192),
  vouching: z.strictObject({ key: key32, signature: z.string().max(88) }),
  sealed: z.string().max(20_000).optional(),
});

/** What a receipt may fetch and send. Mailbox ids stand in bodies only, and only their digest goes further. */
export function mailboxRoutes(office: OfficeContext): Hono {
  const routes = new Hono();
  routes.post("/api/mailbox", async (context) => {
    const asked = mailboxBody.safeParse(await context.req.json().catch(() => undefined));
    if (!asked.success) return refuse(context, { code: "malformed-mailbox" });
    const frame = await readFrame(office.record, mailboxDigest(asked.data.mailbox));
    return context.body(frame, 200, { "content-type": "application/json", "cache-control": "no-store" });
  });
  routes.post("/api/mailbox/address", async (context) => {
    const asked = mailboxBody.safeParse(await context.req.json().catch(() => undefined));
    if (!asked.success) return refuse(context, { code: "malformed-mailbox" });
    const cases = await office.record.readMailbox(mailboxDigest(asked.data.mailbox));
    const first = cases[0];
    if (!first) return refuse(context, { code: "unknown-mailbox" });
    const { events, theCase } = await readCaseFile(office.record, first.caseId);
    const received = events[0];
    if (!received || theCase.stage === "unknown") throw new Error("a mailbox without its case");
    context.header("cache-control", "no-store");
    return context.json({ received: spellEvent(received) as object, sequence: theCase.sequence + 1 });
  });
  routes.post("/api/mailbox/acts", async (context) => {
    const asked = actBody.safeParse(await context.req.json().catch(() => undefined));
    const body = parseBase64(asked.data?.body);
    const sealed = parseBase64(asked.data?.sealed ?? "");
    if (!asked.success || !body.ok || !sealed.ok) return refuse(context, { code: "malformed-act" });
    const { mailbox, vouching } = asked.data;
    const request = {
      mailbox: mailboxDigest(mailbox),
      body: body.value,
      vouching,
      ...(asked.data.sealed !== undefined && { sealed: sealed.value }),
    };
    const done = await recordPersonAct(request, office);
    return done.ok ? context.json(done.value) : refuse(context, done.refusal);
  });
  return routes;
}

function mailboxDigest(mailbox: string): Digest {
  const bytes = parseBase64(mailbox);
  if (!bytes.ok) throw new Error("a checked mailbox id is base64");
  return digestOf(bytes.value);
}
