import type { Pack } from "@temwen/mission-pack";
import type { CaseId, Result } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type * as z from "zod";
import type { Keeper } from "./keeper.ts";
import {
  actAsk,
  caseIdAsk,
  evidenceAsk,
  findAsk,
  partAsk,
  queueAsk,
  shareAsk,
  signInAsk,
  surveyAsk,
} from "./local-asks.ts";
import { dossierAsk, dossierResponse, type MakeDossier } from "./local-dossier.ts";
import { createDraftsApp } from "./local-drafts.ts";
import { mostInTaking, readTaking } from "./local-evidence.ts";
import { onlyHere, onlyLaunched, withHeaders } from "./local-guard.ts";
import { linkAsk, unlinkAsk } from "./local-links.ts";
import type { LocalLog } from "./local-log.ts";
import { faultLine } from "./local-log.ts";
import { createMattersApp } from "./local-matters.ts";
import type { People } from "./local-people.ts";
import type { Sessions } from "./local-sessions.ts";
import { isOutOfReach, type Seat } from "./seat.ts";
import type { KeeperRefusal } from "./views.ts";

/** A file of the page, ready to send, with the headers it needs instead of the page's. */
export type PageFile = {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};

export type LocalApp = {
  readonly launchToken: string;
  readonly port: () => number;
  readonly pack: Pack;
  readonly people: People;
  readonly sessions: Sessions<Seat>;
  readonly unlock: (keyFile: Uint8Array, passphrase: string) => Promise<Result<Seat, KeeperRefusal>>;
  /** By address: `/`, `/main.js`, `/desk.css`, `/viewer.html`, `/viewer-document.html`. */
  readonly pageFiles: ReadonlyMap<string, PageFile>;
  /** Absent where whoever started the desk cannot make dossiers. */
  readonly makeDossier: MakeDossier | undefined;
  readonly log: LocalLog;
};

const tooLong = bodyLimit({
  maxSize: 1024 * 1024,
  onError: (context) => context.json({ code: "too-long" }, 413),
});

/** Evidence that the office takes in comes as files, not as words. */
const takingTooLong = bodyLimit({
  maxSize: mostInTaking,
  onError: (context) => context.json({ code: "too-long", part: "evidence" }, 413),
});
const isTaking = (path: string): boolean => /^\/api\/cases\/[^/]+\/taken$/.test(path);

/** The page's files and the keeper's side of what the page asks. Every answer is a view as JSON, or `{code, …}`. */
export function createLocalApp(desk: LocalApp): Hono {
  const app = new Hono();
  app.use(withHeaders, onlyHere(desk.port), (context, next) =>
    isTaking(context.req.path) ? takingTooLong(context, next) : tooLong(context, next),
  );
  app.onError((fault, context) => {
    desk.log(faultLine(fault));
    return context.json({ code: "keeper-fault" }, 500);
  });
  app.notFound((context) => context.json({ code: "no-such-address" }, 404));
  for (const [address, { type, bytes, headers }] of desk.pageFiles) {
    app.get(address, (context) => context.body(new Uint8Array(bytes), 200, { ...headers, "content-type": type }));
  }
  app.use("/api/*", onlyLaunched(desk.launchToken));
  addSignIn(app, desk);
  addCases(app, desk);
  addBoards(app, desk);
  addShares(app, desk);
  app.route(
    "/api/matters",
    createMattersApp({
      withKeeper: (context, answer) => withKeeper(context, desk, answer),
      tell,
      logAct: (keeper, matter, act, done) => logLine(desk, { staff: keeper.me.id, matter, act }, done),
    }),
  );
  app.use("/api/drafts/*", (context, next) =>
    desk.sessions.find(sessionOf(context)) ? next() : Promise.resolve(context.json({ code: "signed-out" }, 401)),
  );
  app.route(
    "/api/drafts",
    createDraftsApp((context) => desk.sessions.find(sessionOf(context))?.drafts),
  );
  return app;
}

function addSignIn(app: Hono, desk: LocalApp): void {
  app.get("/api/desk", (context) => context.json({ people: desk.people.listed, mission: missionOf(desk.pack) }));

  app.post("/api/sign-in", async (context) => {
    const ask = await readAsk(context, signInAsk);
    if (!ask) return refuse(context, { code: "not-understood" });
    const keyFile =
      "key" in ask ? new Uint8Array(Buffer.from(ask.key, "base64")) : await desk.people.readKeyFile(ask.person);
    if (!keyFile) return refuse(context, { code: "not-in-directory" });
    const unlocked = await desk.unlock(keyFile, ask.passphrase);
    if (!unlocked.ok) {
      desk.log({ event: "sign-in-refused", code: unlocked.refusal.code });
      return refuse(context, unlocked.refusal);
    }
    const seat = unlocked.value;
    const session = desk.sessions.open(seat);
    const keeper = seat.keeper();
    desk.log({ event: keeper ? "signed-in" : "waits-for-office", staff: seat.staff });
    return context.json({ session, ...(keeper ? describe(keeper) : { waits: seat.staff }) });
  });

  app.post("/api/sign-out", (context) => {
    desk.sessions.close(sessionOf(context));
    return context.json({ done: true });
  });

  app.post("/api/awake", (context) =>
    desk.sessions.find(sessionOf(context)) ? context.json({ done: true }) : context.json({ code: "signed-out" }, 401),
  );

  app.get("/api/me", (context) => withKeeper(context, desk, async (keeper) => context.json(describe(keeper))));

  // Who sits here, also while the office is out of reach.
  app.get("/api/seat", (context) => {
    const seat = desk.sessions.find(sessionOf(context));
    return seat ? context.json({ staff: seat.staff }) : context.json({ code: "signed-out" }, 401);
  });
}

const describe = (keeper: Keeper) => ({ me: keeper.me, choices: keeper.choices() });

/** What is counted over all cases that somebody may read, some cases at a time. */
function addBoards(app: Hono, desk: LocalApp): void {
  app.post("/api/survey", (context) =>
    withKeeper(context, desk, async (keeper) => {
      const ask = await readAsk(context, surveyAsk);
      return ask ? tell(context, await keeper.survey(ask.place)) : refuse(context, { code: "not-understood" });
    }),
  );
}

function addShares(app: Hono, desk: LocalApp): void {
  // What asks for a share, and giving one. That nothing was given is nobody's to know: neither has a line in the log.
  app.get("/api/openings", (context) =>
    withKeeper(context, desk, async (keeper) => tell(context, await keeper.readOpenings())),
  );

  app.post("/api/openings/:case/share", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => {
      const asked = await readAsk(context, shareAsk);
      if (!asked) return refuse(context, { code: "not-understood" });
      return tell(context, await keeper.giveShare(caseId, asked.terms));
    }),
  );
}

function addCases(app: Hono, desk: LocalApp): void {
  app.post("/api/queue", (context) =>
    withKeeper(context, desk, async (keeper) => {
      const ask = await readAsk(context, queueAsk);
      return ask ? tell(context, await keeper.readQueue(ask)) : refuse(context, { code: "not-understood" });
    }),
  );

  app.post("/api/find", (context) =>
    withKeeper(context, desk, async (keeper) => {
      const ask = await readAsk(context, findAsk);
      return ask ? tell(context, await keeper.findCases(ask.number)) : refuse(context, { code: "not-understood" });
    }),
  );

  app.get("/api/cases/:case", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => tell(context, await keeper.readCase(caseId))),
  );

  app.post("/api/cases/:case/acts", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => {
      const ask = await readAsk(context, actAsk);
      if (!ask) return refuse(context, { code: "not-understood" });
      const acted = await keeper.act(caseId, ask.request, ask.expected);
      logAct(desk, { keeper, caseId }, ask.request.act, acted);
      return tell(context, acted);
    }),
  );

  app.post("/api/cases/:case/taken", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => {
      const taking = await readTaking(await context.req.formData().catch(() => undefined));
      if (!taking) return refuse(context, { code: "not-understood" });
      const { expected, ...request } = taking;
      const done = await keeper.act(caseId, request, expected);
      logAct(desk, { keeper, caseId }, request.act, done);
      return tell(context, done);
    }),
  );

  app.post("/api/cases/:case/links", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => {
      const ask = await readAsk(context, linkAsk);
      if (!ask) return refuse(context, { code: "not-understood" });
      const { other, ...said } = ask;
      const linked = await keeper.linkCases(caseId, other, said);
      logAct(desk, { keeper, caseId }, "link-case", linked);
      return tell(context, linked);
    }),
  );

  app.post("/api/cases/:case/unlink", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => {
      const ask = await readAsk(context, unlinkAsk);
      if (!ask) return refuse(context, { code: "not-understood" });
      const unlinked = await keeper.unlinkCases(caseId, ask.other, ask.text);
      logAct(desk, { keeper, caseId }, "unlink-case", unlinked);
      return tell(context, unlinked);
    }),
  );

  app.post("/api/cases/:case/bring", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => tell(context, await keeper.bringEvidence(caseId))),
  );

  app.post("/api/cases/:case/custody", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => tell(context, await keeper.checkCustody(caseId))),
  );

  // Not a GET: the record is told of each piece that goes out.
  app.post("/api/cases/:case/dossier", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => {
      const ask = await readAsk(context, dossierAsk);
      if (!ask) return refuse(context, { code: "not-understood" });
      if (!desk.makeDossier) return refuse(context, { code: "no-such-address" });
      const made = await desk.makeDossier(keeper, caseId, ask);
      logAct(desk, { keeper, caseId }, "dossier", made);
      return made.ok ? dossierResponse(made.value) : refuse(context, made.refusal);
    }),
  );

  // Not a GET: each look is an act that the record keeps.
  app.post("/api/cases/:case/identity", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => {
      const read = await keeper.readIdentity(caseId);
      logAct(desk, { keeper, caseId }, "open-identity", read);
      return tell(context, read);
    }),
  );

  app.post("/api/cases/:case/evidence/:part", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => {
      const part = partAsk.safeParse(context.req.param("part"));
      if (!part.success) return refuse(context, { code: "unknown-case" });
      const use = await readAsk(context, evidenceAsk);
      if (!use) return refuse(context, { code: "not-understood" });
      const read = await keeper.readEvidence(caseId, part.data, use);
      logAct(desk, { keeper, caseId }, use.for === "file" ? "export-evidence" : "open-evidence", read);
      if (!read.ok) return refuse(context, read.refusal);
      // Never by its own type: what a stranger sent must not be shown by the browser on its own.
      return context.body(new Uint8Array(read.value.bytes), 200, { "content-type": "application/octet-stream" });
    }),
  );
}

/** Who works on which case. */
type AtCase = { readonly keeper: Keeper; readonly caseId: CaseId };

/** One line of who tried what; nothing of what they wrote or saw. */
function logAct(desk: LocalApp, { keeper, caseId }: AtCase, act: string, done: Result<unknown, KeeperRefusal>): void {
  logLine(desk, { staff: keeper.me.id, case: caseId, act }, done);
}

function logLine(
  desk: LocalApp,
  line: { readonly [name: string]: string },
  done: Result<unknown, KeeperRefusal>,
): void {
  desk.log(done.ok ? { event: "acted", ...line } : { event: "act-refused", ...line, code: done.refusal.code });
}

/** What the page shows of the mission: names, zone, and where each deadline comes from. */
const missionOf = ({ zone, forces, departments, clocks, erasure, forums, forumAnswer }: Pack) => ({
  zone,
  erasureDays: erasure.waitDays,
  forces: forces.map(({ id, names }) => ({ id, names })),
  departments: departments.map(({ id, names }) => ({ id, names })),
  forums: forums ?? [],
  ...(forumAnswer && { answerDays: forumAnswer.days }),
  clocks: clocks.map(({ id, source, basis }) => ({ id, source, basis })),
});

async function withKeeper(
  context: Context,
  desk: LocalApp,
  answer: (keeper: Keeper) => Promise<Response>,
): Promise<Response> {
  const session = sessionOf(context);
  const entered = await desk.sessions.find(session)?.enter();
  if (!entered) return context.json({ code: "signed-out" }, 401);
  if (entered.ok) return answer(entered.value);
  // The office was reached and does not know this key any more: it is of no use here.
  if (!isOutOfReach(entered.refusal)) desk.sessions.close(session);
  return refuse(context, entered.refusal);
}

/** Answers for the case that the address names, to whoever is signed in. */
const withCase = (context: Context, desk: LocalApp, answer: (at: AtCase) => Promise<Response>): Promise<Response> =>
  withKeeper(context, desk, async (keeper) => {
    const id = caseIdAsk.safeParse(context.req.param("case"));
    return id.success ? answer({ keeper, caseId: id.data }) : refuse(context, { code: "unknown-case" });
  });

const sessionOf = (context: Context): string => context.req.header("x-temwen-session") ?? "";

async function readAsk<T>(context: Context, shape: z.ZodType<T>): Promise<T | undefined> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const read = shape.safeParse(body);
  return read.success ? read.data : undefined;
}

const tell = <T extends object>(context: Context, result: Result<T, KeeperRefusal>): Response =>
  result.ok ? context.json(result.value) : refuse(context, result.refusal);

const refuse = (context: Context, refusal: KeeperRefusal): Response => context.json(refusal, statusOf(refusal.code));

function statusOf(code: string): ContentfulStatusCode {
  if (code === "conflict") return 409;
  if (code === "unreachable" || code === "cannot-tell") return 503;
  return code === "unknown-case" || code === "unknown-matter" ? 404 : 422;
}
