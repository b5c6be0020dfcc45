import { mayRead, staffCommandShape, withheldParts } from "@temwen/casework";
import type { StaffMember } from "@temwen/office";
import { type CaseId, parseDigest, parseId } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import { type CaseFile, readCaseFile, readEvent } from "../casefile.ts";
import type { Blobs } from "../evidence/blob-folder.ts";
import { spellEvent, spellLeaves } from "../mailbox/frame.ts";
import type { OfficeContext } from "../office-context.ts";
import { createChallenges } from "./challenge.ts";
import { actMembers, answerParts, readSealed, readSent, signature, signedBody, signedIn } from "./door.ts";
import { answerFind } from "./find.ts";
import { openCase, readOpening } from "./open-case.ts";
import { answerOpenings } from "./openings.ts";
import { answerQueue } from "./queue.ts";
import { createPlaces } from "./queue-places.ts";
import { openSession } from "./session.ts";
import { recordStaffAct, type StaffActRequest } from "./staff-act.ts";

const challengeBody = z.strictObject({ staff: z.string().max(40) });
const sessionBody = z.strictObject({ staff: z.string().max(40), nonce: z.string().max(64), signature });
const actBody = z.strictObject({ ...actMembers, statements: z.array(signedBody).min(1).max(40) });

/** The office's side of the API: every request after signing in is judged by the directory in force. */
export function deskRoutes(office: OfficeContext, blobs: Blobs): Hono {
  const routes = new Hono();
  const challenges = createChallenges(office);
  const places = createPlaces(office);
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
  routes.post("/api/desk/queue", (context) =>
    signedIn(context, office, (who) => answerQueue(context, who, office, places)),
  );
  routes.get("/api/desk/openings", (context) =>
    signedIn(context, office, (who) => answerOpenings(context, who, office)),
  );
  routes.post("/api/desk/find", (context) => signedIn(context, office, (who) => answerFind(context, who, office)));
  routes.post("/api/desk/cases", (context) =>
    signedIn(context, office, async (who) => {
      const asked = readOpening(await context.req.json().catch(() => undefined));
      if (!asked) return refuse(context, { code: "malformed-opening" });
      const done = await openCase(asked, who, office);
      return done.ok ? context.json(done.value) : refuse(context, done.refusal);
    }),
  );
  routes.get("/api/desk/cases/:case", (context) =>
    readable(context, office, async (caseId, { events }) => {
      const parts = await office.record.readPartNames(caseId);
      const announced = await office.record.readAnnounced(caseId);
      const arrived = announced.filter((one) => one.arrived).map(({ name }) => name);
      return context.json({ events: events.map(spellEvent), parts, arrived } as object);
    }),
  );
  routes.post("/api/desk/cases/:case/parts", (context) =>
    readable(context, office, (caseId, { events, lawful }, { id }) => {
      const withheld = withheldParts({ events: events.map(readEvent), lawful }, id);
      return answerParts(context, office, caseId, withheld);
    }),
  );
  routes.get("/api/desk/cases/:case/leaves", (context) =>
    readable(context, office, async (caseId) =>
      context.json({ leaves: await spellLeaves(office.record, caseId, () => true) } as object),
    ),
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

/** A case that this person may read. One that they may not looks like one that is not there. */
function readable(
  context: Context,
  office: OfficeContext,
  answer: (caseId: CaseId, file: CaseFile, member: StaffMember) => Promise<Response>,
): Promise<Response> {
  return signedIn(context, office, async ({ member }) => {
    const caseId = parseId("case", context.req.param("case"));
    if (!caseId.ok) return refuse(context, { code: "unknown-case" });
    const file = await readCaseFile(office, caseId.value);
    return mayRead(file.theCase, member)
      ? answer(caseId.value, file, member)
      : refuse(context, { code: "unknown-case" });
  });
}

function readAct(value: unknown): StaffActRequest | undefined {
  const asked = actBody.safeParse(value);
  const command = asked.success ? staffCommandShape(asked.data.command) : undefined;
  if (!asked.success || !command) return undefined;
  const statements = asked.data.statements.flatMap((one) => readSent(one) ?? []);
  const sealed = readSealed(asked.data.sealed);
  const isWhole = sealed && statements.length === asked.data.statements.length;
  return isWhole ? { expected: asked.data.expected, command, statements, sealed } : undefined;
}
