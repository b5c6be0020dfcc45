import type { Pack } from "@temwen/mission-pack";
import type { Result } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type * as z from "zod";
import type { Keeper } from "./keeper.ts";
import { actAsk, caseIdAsk, evidenceAsk, partAsk, queueAsk, signInAsk } from "./local-asks.ts";
import { onlyHere, onlyLaunched, withHeaders } from "./local-guard.ts";
import type { LocalLog } from "./local-log.ts";
import { faultLine } from "./local-log.ts";
import type { People } from "./local-people.ts";
import type { Sessions } from "./local-sessions.ts";
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
  readonly sessions: Sessions<Keeper>;
  readonly unlock: (keyFile: Uint8Array, passphrase: string) => Promise<Result<Keeper, KeeperRefusal>>;
  /** By address: `/`, `/main.js`, `/desk.css`. */
  readonly pageFiles: ReadonlyMap<string, PageFile>;
  readonly log: LocalLog;
};

const tooLong = bodyLimit({
  maxSize: 1024 * 1024,
  onError: (context) => context.json({ code: "too-long" }, 413),
});

/** The page's files and the keeper's side of what the page asks. Every answer is a view as JSON, or `{code, …}`. */
export function createLocalApp(desk: LocalApp): Hono {
  const app = new Hono();
  app.use(withHeaders, onlyHere(desk.port), tooLong);
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
    const keeper = unlocked.value;
    desk.log({ event: "signed-in", staff: keeper.me.id });
    return context.json({ session: desk.sessions.open(keeper), me: keeper.me, choices: keeper.choices() });
  });

  app.post("/api/sign-out", (context) => {
    desk.sessions.close(sessionOf(context));
    return context.json({ done: true });
  });

  app.post("/api/awake", (context) => withKeeper(context, desk, async () => context.json({ done: true })));

  app.get("/api/me", (context) =>
    withKeeper(context, desk, async (keeper) => context.json({ me: keeper.me, choices: keeper.choices() })),
  );
}

function addCases(app: Hono, desk: LocalApp): void {
  app.post("/api/queue", (context) =>
    withKeeper(context, desk, async (keeper) => {
      const ask = await readAsk(context, queueAsk);
      return ask ? tell(context, await keeper.readQueue(ask)) : refuse(context, { code: "not-understood" });
    }),
  );

  app.get("/api/cases/:case", (context) =>
    withKeeper(context, desk, async (keeper) => {
      const id = caseIdAsk.safeParse(context.req.param("case"));
      return id.success ? tell(context, await keeper.readCase(id.data)) : refuse(context, { code: "unknown-case" });
    }),
  );

  app.post("/api/cases/:case/acts", (context) =>
    withKeeper(context, desk, async (keeper) => {
      const id = caseIdAsk.safeParse(context.req.param("case"));
      if (!id.success) return refuse(context, { code: "unknown-case" });
      const ask = await readAsk(context, actAsk);
      if (!ask) return refuse(context, { code: "not-understood" });
      const acted = await keeper.act(id.data, ask.request, ask.expected);
      const line = { staff: keeper.me.id, case: id.data, act: ask.request.act };
      desk.log(acted.ok ? { event: "acted", ...line } : { event: "act-refused", ...line, code: acted.refusal.code });
      return tell(context, acted);
    }),
  );

  // Not a GET: each look is an act that the record keeps.
  app.post("/api/cases/:case/identity", (context) =>
    withKeeper(context, desk, async (keeper) => {
      const id = caseIdAsk.safeParse(context.req.param("case"));
      if (!id.success) return refuse(context, { code: "unknown-case" });
      const read = await keeper.readIdentity(id.data);
      const line = { staff: keeper.me.id, case: id.data, act: "open-identity" };
      desk.log(read.ok ? { event: "acted", ...line } : { event: "act-refused", ...line, code: read.refusal.code });
      return tell(context, read);
    }),
  );

  app.post("/api/cases/:case/evidence/:part", (context) =>
    withKeeper(context, desk, async (keeper) => {
      const id = caseIdAsk.safeParse(context.req.param("case"));
      const part = partAsk.safeParse(context.req.param("part"));
      if (!id.success || !part.success) return refuse(context, { code: "unknown-case" });
      const use = await readAsk(context, evidenceAsk);
      if (!use) return refuse(context, { code: "not-understood" });
      const read = await keeper.readEvidence(id.data, part.data, use);
      const line = {
        staff: keeper.me.id,
        case: id.data,
        act: use.for === "file" ? "export-evidence" : "open-evidence",
      };
      desk.log(read.ok ? { event: "acted", ...line } : { event: "act-refused", ...line, code: read.refusal.code });
      if (!read.ok) return refuse(context, read.refusal);
      // Never by its own type: what a stranger sent must not be shown by the browser on its own.
      return context.body(new Uint8Array(read.value.bytes), 200, { "content-type": "application/octet-stream" });
    }),
  );
}

/** What the page shows of the mission: names, zone, and where each deadline comes from. */
const missionOf = ({ zone, forces, departments, clocks }: Pack) => ({
  zone,
  forces: forces.map(({ id, names }) => ({ id, names })),
  departments: departments.map(({ id, names }) => ({ id, names })),
  clocks: clocks.map(({ id, bearer, source, basis }) => ({ id, bearer, source, basis })),
});

async function withKeeper(
  context: Context,
  desk: LocalApp,
  answer: (keeper: Keeper) => Promise<Response>,
): Promise<Response> {
  const keeper = desk.sessions.find(sessionOf(context));
  return keeper ? answer(keeper) : context.json({ code: "signed-out" }, 401);
}

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
  return code === "unknown-case" ? 404 : 422;
}
