import { randomBytes } from "node:crypto";
import { findActive, type StaffMember, type Standing, sessionMessage } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import {
  granted,
  type Instant,
  instantToMillis,
  millisToInstant,
  type Result,
  refused,
  type StaffId,
  utf8,
} from "@temwen/vocabulary";
import { digestOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import type { Challenges } from "./challenge.ts";

export type SessionRefusal =
  | { readonly code: "no-office" }
  | { readonly code: "not-in-directory" }
  | { readonly code: "challenge-spent" }
  | { readonly code: "signature-invalid" }
  | { readonly code: "session-expired" }
  | { readonly code: "not-signed-in" };

/** A session lasts this long; the keeper signs in again by itself while its keys are open. */
export const sessionMillis = 15 * 60_000;

/** Who a request comes from, and the directory it is judged by. */
export type SignedIn = { readonly member: StaffMember; readonly standing: Standing };

/** Opens a session for whoever signs the challenge with the key that the directory lists. */
export async function openSession(
  asked: { readonly staff: StaffId; readonly nonce: string; readonly signature: string },
  office: OfficeContext,
  challenges: Challenges,
): Promise<Result<{ readonly token: string; readonly expires: Instant }, SessionRefusal>> {
  const now = office.now();
  const state = await office.registry.read();
  if (!state) return refused({ code: "no-office" });
  if (!(await challenges.isOpen(asked.nonce, asked.staff))) return refused({ code: "challenge-spent" });
  const member = findActive(state.standing, asked.staff, now);
  if (!member) return refused({ code: "not-in-directory" });
  const message = sessionMessage(office.registry.office, asked.staff, asked.nonce);
  if (!verifyOnNode(member.signingKey, message, asked.signature)) return refused({ code: "signature-invalid" });
  // Last, so that rows come only from who has the key: nobody else can fill a table.
  if (!(await challenges.spend(asked.nonce, asked.staff))) return refused({ code: "challenge-spent" });
  const token = randomBytes(32).toString("base64url");
  const expires = millisToInstant(instantToMillis(now) + sessionMillis);
  await office.record.openSession({ tokenDigest: digestOf(utf8(token)), staff: member.id, expires });
  return granted({ token, expires });
}

/** The person behind a request's token, as the directory in force lists them now. */
export async function findSignedIn(
  authorization: string | undefined,
  office: OfficeContext,
): Promise<Result<SignedIn, SessionRefusal>> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? "")?.[1];
  if (!token) return refused({ code: "not-signed-in" });
  const now = office.now();
  const session = await office.record.findSession(digestOf(utf8(token)), now);
  if (!session) return refused({ code: "session-expired" });
  const state = await office.registry.read();
  const member = state && findActive(state.standing, session.staff, now);
  return member ? granted({ member, standing: state.standing }) : refused({ code: "not-in-directory" });
}
