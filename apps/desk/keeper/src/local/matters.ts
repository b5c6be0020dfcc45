import { type MatterOrder, openingOf, ordersOf } from "@temwen/casework/matters";
import {
  type Json,
  type MatterId,
  matterKinds,
  parseId,
  parseMatterId,
  type Result,
  type StaffId,
} from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Keeper } from "../keeper.ts";
import type { MatterRequest } from "../matters/act-in-matter.ts";
import type { KeeperRefusal } from "../views.ts";

/** What this side needs of the local desk: who is signed in, how answers go out, and the one line of who tried what. */
export type MattersSide = {
  readonly withKeeper: (context: Context, answer: (keeper: Keeper) => Promise<Response>) => Promise<Response>;
  readonly tell: <T extends object>(context: Context, result: Result<T, KeeperRefusal>) => Response;
  readonly logAct: (
    keeper: Keeper,
    matter: MatterId | "new",
    act: string,
    done: Result<unknown, KeeperRefusal>,
  ) => void;
};

const acts: readonly MatterOrder["type"][] = [...new Set(matterKinds.flatMap((kind) => ordersOf(kind)))];
const kindAsk = z.enum(matterKinds);
const word = z.string().max(64);
/** What an act says is for the rules; here it only has to be of a bearable size. */
const said = z.record(
  word,
  z.union([z.string().max(2000), z.int().min(0), z.array(word).max(32), z.record(word, z.string().max(2000))]),
);
const requestAsk: z.ZodType<MatterRequest> = z.strictObject({
  act: z.enum(acts as [MatterOrder["type"], ...MatterOrder["type"][]]),
  says: said as z.ZodType<{ readonly [name: string]: Json }>,
  text: z.string().max(40_000),
  letIn: z.array(z.custom<StaffId>((value) => parseId("staff", value).ok)).max(16),
});
const openAsk = z.strictObject({ kind: kindAsk, request: requestAsk });
const actAsk = z.strictObject({ request: requestAsk, expected: z.int().min(0) });

/** `/api/matters/…` of the local desk: recommendations and visits. */
export function createMattersApp({ withKeeper, tell, logAct }: MattersSide): Hono {
  const app = new Hono();
  app.get("/of/:kind", (context) =>
    withKeeper(context, async ({ matters }) => {
      const kind = kindAsk.safeParse(context.req.param("kind"));
      return kind.success ? tell(context, await matters.list(kind.data)) : notUnderstood(context);
    }),
  );
  app.post("/open", (context) =>
    withKeeper(context, async (keeper) => {
      const ask = await readAsk(context, openAsk);
      if (!ask || ask.request.act !== openingOf(ask.kind)) return notUnderstood(context);
      const opened = await keeper.matters.open(ask.kind, ask.request);
      logAct(keeper, opened.ok ? opened.value.matter : "new", ask.request.act, opened);
      return tell(context, opened);
    }),
  );
  app.get("/:matter", (context) =>
    withMatter(context, async (keeper, id) => tell(context, await keeper.matters.read(id))),
  );
  app.post("/:matter/acts", (context) =>
    withMatter(context, async (keeper, id) => {
      const ask = await readAsk(context, actAsk);
      if (!ask) return notUnderstood(context);
      const acted = await keeper.matters.act(id, ask.request, ask.expected);
      logAct(keeper, id, ask.request.act, acted);
      return tell(context, acted);
    }),
  );
  const withMatter = (context: Context, answer: (keeper: Keeper, id: MatterId) => Promise<Response>) =>
    withKeeper(context, async (keeper) => {
      const id = parseMatterId(context.req.param("matter"));
      return id.ok ? answer(keeper, id.value) : context.json({ code: "unknown-matter" }, 404);
    });
  return app;
}

const notUnderstood = (context: Context): Response => context.json({ code: "not-understood" }, 422);

async function readAsk<T>(context: Context, shape: z.ZodType<T>): Promise<T | undefined> {
  const read = shape.safeParse(await context.req.json().catch(() => undefined));
  return read.success ? read.data : undefined;
}
