import type { Hono } from "hono";
import { readAsk, refuse, type Seated, tell, withCase, withKeeper } from "./answers.ts";
import { findAsk, openCaseAsk, queueAsk, shareAsk, surveyAsk } from "./asks.ts";

/** What the page asks of many cases: the queue, one by its number, and what is counted over all that somebody may read. */
export function addLists(app: Hono, desk: Seated): void {
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

  app.post("/api/open-case", (context) =>
    withKeeper(context, desk, async (keeper) => {
      const ask = await readAsk(context, openCaseAsk);
      return ask ? tell(context, await keeper.openCase(ask)) : refuse(context, { code: "not-understood" });
    }),
  );

  app.post("/api/survey", (context) =>
    withKeeper(context, desk, async (keeper) => {
      const ask = await readAsk(context, surveyAsk);
      return ask
        ? tell(context, await keeper.survey(ask.place, ask.withUnits))
        : refuse(context, { code: "not-understood" });
    }),
  );
}

/** What asks for a share of somebody who holds one. */
export function addShares(app: Hono, desk: Seated): void {
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
