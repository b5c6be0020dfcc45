import { bytesToBase64, type Digest, parseBase64, parseId, type RegisterId } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import { findSignedIn, type SignedIn } from "../desk-api/session.ts";
import type { OfficeContext } from "../office-context.ts";
import { bringCases, mostCases, tell } from "./bring-cases.ts";
import type { Signed } from "./judge-signer.ts";
import { readRegisterFile } from "./register-file.ts";
import { takeStatement } from "./take-statement.ts";

const signedBody = z.strictObject({
  body: z.string().max(200_000),
  vouching: z.strictObject({
    key: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
    signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  }),
});

/** `/api/desk/registers/…`: registers from before this office, for the registrar alone. */
export function registerRoutes(office: OfficeContext): Hono {
  const routes = new Hono();
  routes.get("/api/desk/registers/:register", (context) =>
    asRegistrar(context, office, async (id) => {
      const { events, register } = await readRegisterFile(office.record, id);
      const { open, imports } = register;
      const state = open && (await office.record.registers.readImport(id, open.index));
      const last = imports.at(-1);
      return context.json({
        events: events.length,
        ...previousOf(events.at(-1)?.digest),
        ...(open && {
          open: { import: open.index, statement: spell(events[open.index]?.body), ...(state && tell(state)) },
        }),
        ...(last && {
          last: { begun: spell(events[last.begun.index]?.body), finished: spell(events[last.finished.index]?.body) },
        }),
      });
    }),
  );
  routes.post("/api/desk/registers/:register/statements", (context) =>
    asRegistrar(context, office, async (id, who) => {
      const signed = readSigned(await context.req.json().catch(() => undefined));
      if (!signed) return refuse(context, { code: "malformed-statement" });
      const taken = await takeStatement(id, signed, who, office);
      return taken.ok ? context.json(taken.value) : refuse(context, taken.refusal);
    }),
  );
  routes.post("/api/desk/registers/:register/cases", (context) =>
    asRegistrar(context, office, async (id, who) => {
      const lines = splitLines(new Uint8Array(await context.req.arrayBuffer()));
      const signed = readSigned(parseJson(lines[0]));
      if (!signed || lines.length > mostCases + 1) return refuse(context, { code: "malformed-statement" });
      const brought = await bringCases(id, signed, lines.slice(1), { office, who });
      return brought.ok ? context.json(brought.value) : refuse(context, brought.refusal);
    }),
  );
  return routes;
}

const previousOf = (digest: Digest | undefined): { readonly previous?: Digest } => (digest ? { previous: digest } : {});
const spell = (body: Uint8Array | undefined): string => bytesToBase64(body ?? new Uint8Array(0));

async function asRegistrar(
  context: Context,
  office: OfficeContext,
  answer: (id: RegisterId, who: SignedIn) => Promise<Response>,
): Promise<Response> {
  context.header("cache-control", "no-store");
  const who = await findSignedIn(context.req.header("authorization"), office);
  if (!who.ok) return refuse(context, who.refusal);
  if (who.value.member.role !== "registrar") return refuse(context, { code: "wrong-role" });
  const id = parseId("register", context.req.param("register"));
  return id.ok ? answer(id.value, who.value) : refuse(context, { code: "malformed-id" });
}

function readSigned(value: unknown): Signed | undefined {
  const asked = signedBody.safeParse(value);
  const body = parseBase64(asked.data?.body);
  return asked.success && body.ok ? { body: body.value, vouching: asked.data.vouching } : undefined;
}

function parseJson(line: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(line ?? []).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Lines as bytes; canonical bytes hold no line feed. */
function splitLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const until = end < 0 ? bytes.length : end;
    lines.push(bytes.subarray(start, until));
    start = until + 1;
  }
  return lines;
}
