import assert from "node:assert/strict";
import type { CaseView, Keeper, SignInOptions } from "@temwen/desk";
import { type Signer, sessionMessage, vouchFor } from "@temwen/office";
import type { ComplaintDraft } from "@temwen/sealing/seal";
import { bytesToBase64, type CaseId, canonicalBytes, type Json } from "@temwen/vocabulary";
import { type Answer, file, postJson, readAnswer, type Sealed, sealParcel } from "./parcels.ts";
import type { Person, SmallOffice } from "./small-office.ts";

/** A filed case, its person, and the first of the intake officers who can open it. */
export type FiledCase = Sealed & { readonly caseId: CaseId; readonly reader: string; readonly desk: Keeper };

export const intakeNames = ["asha", "benoit", "carla", "dario", "esther", "farid"];

/** Files a complaint and finds a reader. */
export async function fileCase(office: SmallOffice, change: Partial<ComplaintDraft> = {}): Promise<FiledCase> {
  const sealed = await sealParcel(office.directory(), change);
  const { caseId } = sealed.keys;
  assert.equal((await file(office, sealed.parcel)).status, 200);
  return { ...sealed, caseId, ...(await findReader(office, caseId)) };
}

/** The first of these people whose key opens the case. */
export async function findReader(
  office: SmallOffice,
  caseId: CaseId,
  names: readonly string[] = intakeNames,
  change: Partial<SignInOptions> = {},
): Promise<{ readonly reader: string; readonly desk: Keeper }> {
  for (const name of names) {
    const desk = await office.desk(name, change);
    const view = await desk.readCase(caseId);
    if (view.ok && view.value.story) return { reader: name, desk };
  }
  throw new Error("nobody can open the case");
}

export const acknowledgement = { act: "acknowledge", text: "Nou resevwa pawòl ou." } as const;
export const assessment = {
  act: "assess",
  rights: ["integrity"],
  class: "serious-misconduct",
  forces: ["ken"],
  department: "ht01",
  month: "2026-10",
  child: "no",
} as const;
export const proposal = {
  act: "propose-not-admitted",
  reason: "not-about-the-mission",
  text: "Li pa konsène misyon an.",
} as const;

/** Does acts one after the other; each must be done. */
export async function doActs(
  desk: Keeper,
  caseId: CaseId,
  ...acts: readonly Parameters<Keeper["act"]>[1][]
): Promise<void> {
  for (const act of acts) {
    const done = await desk.act(caseId, act);
    assert.ok(done.ok, `${act.act} was refused: ${done.ok ? "" : done.refusal.code}`);
  }
}

/** A case as a desk shows it; it must be shown. */
export async function view(desk: Keeper, caseId: CaseId): Promise<CaseView> {
  const seen = await desk.readCase(caseId);
  assert.ok(seen.ok, `the case was not shown: ${seen.ok ? "" : seen.refusal.code}`);
  return seen.value;
}

// ---- the API without a desk

/** Signs in as anybody who has an id and some key; what the server says to it. */
export async function askSession(
  office: Pick<SmallOffice, "url" | "trust">,
  { id, signer }: Pick<Person, "id" | "signer">,
): Promise<Answer> {
  const challenge = await postJson(office, "/api/desk/challenge", { staff: id });
  const nonce = String(challenge.body.nonce);
  const signature = signer.sign(sessionMessage(office.trust.office, id, nonce));
  return postJson(office, "/api/desk/session", { staff: id, nonce, signature });
}

/** The headers of a session of this person. */
export async function headersOf(office: SmallOffice, name: string): Promise<{ readonly authorization: string }> {
  const session = await askSession(office, office.person(name));
  assert.equal(session.status, 200);
  return { authorization: `Bearer ${session.body.token}` };
}

/** An act as it goes over the line. */
export type SentAct = {
  readonly expected: number;
  readonly command: { readonly [field: string]: Json };
  readonly statements: readonly {
    readonly body: string;
    readonly vouching: { readonly key: string; readonly signature: string };
  }[];
  readonly sealed: { readonly [part: string]: string };
};

/** Has a desk prepare and sign an act, and keeps it from leaving: what somebody could change before it is sent. */
export async function captureAct(
  office: SmallOffice,
  name: string,
  caseId: CaseId,
  request: Parameters<Keeper["act"]>[1],
): Promise<SentAct> {
  let captured: SentAct | undefined;
  const desk = await office.desk(name, {
    fetch: async (input, init) => {
      if (!String(input).endsWith("/acts")) return fetch(input, init);
      captured = JSON.parse(String(init?.body)) as SentAct;
      return Response.json({ code: "captured" }, { status: 422 });
    },
  });
  const done = await desk.act(caseId, request);
  assert.ok(captured, `nothing was sent: ${done.ok ? "" : done.refusal.code}`);
  return captured;
}

/** Sends an act as it is. */
export const sendAct = (
  office: Pick<SmallOffice, "url">,
  headers: { readonly authorization: string },
  caseId: CaseId,
  act: unknown,
): Promise<Answer> => postJson(office, `/api/desk/cases/${caseId}/acts`, act, headers);

/** Fetches something of the desk's API. */
export const ask = async (
  office: Pick<SmallOffice, "url">,
  path: string,
  headers: { readonly authorization?: string } = {},
): Promise<Answer> => readAnswer(await fetch(office.url + path, { headers }));

type Statement = { readonly [field: string]: Json };

export const readStatement = (body: string): Statement =>
  JSON.parse(Buffer.from(body, "base64").toString()) as Statement;

/** The act with its statements changed and signed anew. */
export function restate(
  act: SentAct,
  signer: Signer,
  change: (statement: Statement, place: number) => Statement,
): SentAct {
  const statements = act.statements.map(({ body }, place) => {
    const bytes = canonicalBytes(change(readStatement(body), place));
    return { body: bytesToBase64(bytes), vouching: vouchFor(bytes, signer) };
  });
  return { ...act, statements };
}
