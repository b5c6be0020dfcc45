import type { Pack } from "@temwen/mission-pack";
import type { Result } from "@temwen/vocabulary";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Keeper } from "../keeper.ts";
import type { KeeperRefusal } from "../views.ts";
import { logLine, readAsk, refuse, type Seated, sessionOf, tell, withKeeper } from "./answers.ts";
import { signInAsk } from "./asks.ts";
import { addCases } from "./cases.ts";
import type { MakeDossier } from "./dossier.ts";
import { createDraftsApp } from "./drafts.ts";
import { mostInTaking } from "./evidence.ts";
import { onlyHere, onlyLaunched, withHeaders } from "./guard.ts";
import { addLists, addShares } from "./lists.ts";
import { faultLine } from "./log.ts";
import { createMattersApp } from "./matters.ts";
import type { People } from "./people.ts";
import type { Seat } from "./seat.ts";

/** A file of the page, ready to send, with the headers it needs instead of the page's. */
export type PageFile = {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};

export type LocalApp = Seated & {
  readonly launchToken: string;
  readonly port: () => number;
  readonly pack: Pack;
  readonly people: People;
  readonly unlock: (keyFile: Uint8Array, passphrase: string) => Promise<Result<Seat, KeeperRefusal>>;
  /** By address: `/`, `/main.js`, `/desk.css`, `/viewer.html`, `/viewer-document.html`. */
  readonly pageFiles: ReadonlyMap<string, PageFile>;
  /** Absent where whoever started the desk cannot make dossiers. */
  readonly makeDossier: MakeDossier | undefined;
};

const tooLong = bodyLimit({
  maxSize: 1024 * 1024,
  onError: (context) => context.json({ code: "too-long" }, 413),
});

/** Evidence that the office takes in comes as files, not as words; so do the sheets of a drawn copy. */
const takingTooLong = bodyLimit({
  maxSize: mostInTaking,
  onError: (context) => context.json({ code: "too-long", part: "evidence" }, 413),
});
const isTaking = (path: string): boolean => /^\/api\/cases\/[^/]+\/(taken|evidence\/[^/]+\/drawn)$/.test(path);

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
  addLists(app, desk);
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
