import type { Hono } from "hono";
import { logAct, readAsk, refuse, type Seated, tell, withCase } from "./answers.ts";
import { actAsk, copyAsk, evidenceAsk, partAsk } from "./asks.ts";
import { dossierAsk, dossierResponse, type MakeDossier } from "./dossier.ts";
import { readDrawn, readTaking } from "./evidence.ts";
import { linkAsk, unlinkAsk } from "./links.ts";

/** What the page asks of one case. */
export function addCases(app: Hono, desk: Seated & { readonly makeDossier: MakeDossier | undefined }): void {
  addActs(app, desk);
  addLinks(app, desk);
  addLooks(app, desk);
  addDossier(app, desk);
}

/** Reading a case and acting in it. */
function addActs(app: Hono, desk: Seated): void {
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

  app.post("/api/cases/:case/bring", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => tell(context, await keeper.bringEvidence(caseId))),
  );

  app.post("/api/cases/:case/custody", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => tell(context, await keeper.checkCustody(caseId))),
  );
}

/** That two cases belong together. */
function addLinks(app: Hono, desk: Seated): void {
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
}

/** Looking at what is sealed apart. */
function addLooks(app: Hono, desk: Seated): void {
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

  app.post("/api/cases/:case/evidence/:part/copy", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => {
      const part = partAsk.safeParse(context.req.param("part"));
      if (!part.success) return refuse(context, { code: "unknown-case" });
      const ask = await readAsk(context, copyAsk);
      if (!ask) return refuse(context, { code: "not-understood" });
      const made = await keeper.makeCopy(caseId, part.data, ask.expected);
      logAct(desk, { keeper, caseId }, "take-evidence", made);
      return tell(context, made);
    }),
  );

  app.post("/api/cases/:case/evidence/:part/drawn", (context) =>
    withCase(context, desk, async ({ keeper, caseId }) => {
      const part = partAsk.safeParse(context.req.param("part"));
      if (!part.success) return refuse(context, { code: "unknown-case" });
      const drawn = await readDrawn(await context.req.formData().catch(() => undefined));
      if (!drawn) return refuse(context, { code: "not-understood" });
      const made = await keeper.takeDrawnCopy(caseId, part.data, drawn);
      logAct(desk, { keeper, caseId }, "take-evidence", made);
      return tell(context, made);
    }),
  );
}

function addDossier(app: Hono, desk: Parameters<typeof addCases>[1]): void {
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
}
