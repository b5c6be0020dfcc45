import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { type Answer, answerRefusal } from "../answers.ts";
import type { OfficeContext } from "../office-context.ts";
import { fileComplaint } from "./file-complaint.ts";
import { readBody } from "./read-body.ts";
import { largestParcel, readParcel } from "./read-parcel.ts";
import { createSlabs } from "./slabs.ts";

/** Where parcels come in. */
export const intakePath = "/api/complaints";

/** Whether a request brings a parcel. Its address may be whole, as proxies write it (RFC 9112 §3.2.2). */
export function bringsParcel({ method, url = "" }: IncomingMessage): boolean {
  const [path] = url.replace(/^https?:\/\/[^/]*/i, "").split("?");
  return method === "POST" && path === intakePath;
}

const slabs = createSlabs(largestParcel);

/**
 * `POST /api/complaints`: one sealed parcel, one answer. On Node's own request: to make a web request, a form and web
 * headers of it costs as much as all that is checked in a parcel (docs/decisions). Rejects when the line breaks.
 */
export async function answerParcel(request: IncomingMessage, office: OfficeContext): Promise<Answer> {
  const slab = slabs.take();
  const body = await readBody(request, slab);
  const answer = body
    ? await answerBody(body, request.headers["content-type"] ?? "", office)
    : answerRefusal({ code: "too-large" });
  // While it is not known what became of a parcel, a connection to the database may still be sending its bytes.
  if (answer.status < 500) slabs.giveBack(slab);
  return answer;
}

async function answerBody(body: Buffer, contentType: string, office: OfficeContext): Promise<Answer> {
  const parcel = readParcel(body, contentType);
  if (!parcel.ok) return answerRefusal(parcel.refusal);
  const filed = await fileComplaint(parcel.value, office);
  return filed.ok ? { status: 200, body: filed.value } : answerRefusal(filed.refusal);
}

/** How long a sender may go on after the answer: it reads the refusal only when it has stopped sending. */
const lingerMillis = 500;

/** Writes an answer out. One that was given before the whole parcel was read ends the connection, a moment later. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  headers: OutgoingHttpHeaders,
): void {
  const text = JSON.stringify(answer.body);
  const isWhole = request.complete;
  response.writeHead(answer.status, {
    ...headers,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...(isWhole ? {} : { connection: "close" }),
  });
  response.end(text);
  if (isWhole) return;
  request.resume();
  setTimeout(() => request.destroy(), lingerMillis).unref();
}
