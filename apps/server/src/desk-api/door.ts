import { bytesToBase64, type CaseId, type MatterId, parseBase64 } from "@temwen/vocabulary";
import type { Context } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import type { OfficeContext } from "../office-context.ts";
import { findSignedIn, type SignedIn } from "./session.ts";

// What is the same at every door of the office, whether it leads to a case or to a matter: who is there, which parts they ask for,
// and how an act comes over the line.

const key32 = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
export const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);
/** A signed body as it comes over the line. */
export const signedBody = z.strictObject({
  body: z.string().max(200_000),
  vouching: z.strictObject({ key: key32, signature }),
});
const partsBody = z.strictObject({ names: z.array(z.string().max(64)).max(64) });
/** The members that every act has. */
export const actMembers = {
  expected: z.number().int().min(0),
  command: z.unknown(),
  sealed: z.record(z.string().max(64), z.string().max(100_000)),
} as const;

/** A body as it was signed, with the key that signed it. */
export type SentStatement = {
  readonly body: Uint8Array;
  readonly vouching: { readonly key: string; readonly signature: string };
};

/** Answers whoever is signed in; nobody else, and nothing that a cache may keep. */
export async function signedIn(
  context: Context,
  office: OfficeContext,
  answer: (who: SignedIn) => Promise<Response>,
): Promise<Response> {
  context.header("cache-control", "no-store");
  const who = await findSignedIn(context.req.header("authorization"), office);
  return who.ok ? answer(who.value) : refuse(context, who.refusal);
}

/** Answers with the parts that were asked for by name, as far as they are there and not withheld. */
export async function answerParts(
  context: Context,
  { record }: Pick<OfficeContext, "record">,
  stream: CaseId | MatterId,
  withheld: ReadonlySet<string> = new Set(),
): Promise<Response> {
  const asked = partsBody.safeParse(await context.req.json().catch(() => undefined));
  if (!asked.success) return refuse(context, { code: "malformed-parts" });
  const names = asked.data.names.filter((name) => !withheld.has(name));
  const parts = await record.readParts(stream, names);
  return context.json({ parts: Object.fromEntries(parts.map(({ name, bytes }) => [name, bytesToBase64(bytes)])) });
}

/** The sealed parts of an act, by name; undefined where one is no base64. */
export function readSealed(spelled: { readonly [name: string]: string }): ReadonlyMap<string, Uint8Array> | undefined {
  const sealed = new Map<string, Uint8Array>();
  for (const [name, text] of Object.entries(spelled)) {
    const bytes = parseBase64(text);
    if (!bytes.ok) return undefined;
    sealed.set(name, bytes.value);
  }
  return sealed;
}

/** A statement of an act; undefined where its body is no base64. */
export function readSent({ body, vouching }: z.infer<typeof signedBody>): SentStatement | undefined {
  const bytes = parseBase64(body);
  return bytes.ok ? { body: bytes.value, vouching } : undefined;
}
