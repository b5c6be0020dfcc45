import type { CaseId, Result } from "@temwen/vocabulary";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type * as z from "zod";
import type { Keeper } from "../keeper.ts";
import type { KeeperRefusal } from "../views.ts";
import { caseIdAsk } from "./asks.ts";
import type { LocalLog } from "./log.ts";
import { isOutOfReach, type Seat } from "./seat.ts";
import type { Sessions } from "./sessions.ts";

/** Who is signed in at this machine, and where it is written down that they acted. */
export type Seated = { readonly sessions: Sessions<Seat>; readonly log: LocalLog };

/** Who works on which case. */
export type AtCase = { readonly keeper: Keeper; readonly caseId: CaseId };

/** One line of who tried what in a case; nothing of what they wrote or saw. */
export function logAct(
  desk: Seated,
  { keeper, caseId }: AtCase,
  act: string,
  done: Result<unknown, KeeperRefusal>,
): void {
  logLine(desk, { staff: keeper.me.id, case: caseId, act }, done);
}

/** One line of what was done or refused. */
export function logLine(
  desk: Seated,
  line: { readonly [name: string]: string },
  done: Result<unknown, KeeperRefusal>,
): void {
  desk.log(done.ok ? { event: "acted", ...line } : { event: "act-refused", ...line, code: done.refusal.code });
}

/** Answers whoever is signed in; nobody else. */
export async function withKeeper(
  context: Context,
  desk: Seated,
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
export const withCase = (
  context: Context,
  desk: Seated,
  answer: (at: AtCase) => Promise<Response>,
): Promise<Response> =>
  withKeeper(context, desk, async (keeper) => {
    const id = caseIdAsk.safeParse(context.req.param("case"));
    return id.success ? answer({ keeper, caseId: id.data }) : refuse(context, { code: "unknown-case" });
  });

/** The session of the tab that asks. */
export const sessionOf = (context: Context): string => context.req.header("x-temwen-session") ?? "";

/** What the page asks, by its shape; undefined where it asks something else. */
export async function readAsk<T>(context: Context, shape: z.ZodType<T>): Promise<T | undefined> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const read = shape.safeParse(body);
  return read.success ? read.data : undefined;
}

/** A view as JSON, or why not. */
export const tell = <T extends object>(context: Context, result: Result<T, KeeperRefusal>): Response =>
  result.ok ? context.json(result.value) : refuse(context, result.refusal);

/** A refusal as it travels: its code and what belongs to it. */
export const refuse = (context: Context, refusal: KeeperRefusal): Response =>
  context.json(refusal, statusOf(refusal.code));

function statusOf(code: string): ContentfulStatusCode {
  if (code === "conflict") return 409;
  if (code === "unreachable" || code === "cannot-tell") return 503;
  return code === "unknown-case" || code === "unknown-matter" ? 404 : 422;
}
