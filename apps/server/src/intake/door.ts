import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { type Answer, answerRefusal } from "../answers.ts";
import type { OfficeContext } from "../office-context.ts";
import { type CrowdLimits, createCrowd } from "./crowd.ts";
import { fileComplaint } from "./file-complaint.ts";
import { createPressure, type PressureOptions } from "./pressure.ts";
import { discardBody, readBody } from "./read-body.ts";
import { largestParcel, readParcel } from "./read-parcel.ts";
import { createSlabs } from "./slabs.ts";
import { bitsFor, createWorkDesk } from "./work.ts";

/** Where parcels come in. */
export const intakePath = "/api/complaints";

/** Whether a request brings a parcel. Its address may be whole, as proxies write it (RFC 9112 §3.2.2). */
export function bringsParcel({ method, url = "" }: IncomingMessage): boolean {
  const [path] = url.replace(/^https?:\/\/[^/]*/i, "").split("?");
  return method === "POST" && path === intakePath;
}

/** `POST /api/complaints`: one sealed parcel, one answer. Rejects when the line breaks. */
export type Door = (request: IncomingMessage) => Promise<Answer>;

/** How long somebody who found no place may go on sending before the answer. */
const discardMillis = 5000;

/** What the door does when many come. */
export type DoorOptions = Omit<PressureOptions, "now"> & { readonly crowd?: Partial<CrowdLimits> };

/**
 * Opens the door. On Node's own request: to make a web request, a form and web headers of it costs as much as all that is
 * checked in a parcel (docs/decisions).
 */
export function openDoor(office: OfficeContext, options: DoorOptions): Door {
  const slabs = createSlabs(largestParcel);
  const crowd = createCrowd(options.crowd);
  const pressure = createPressure(options);
  const work = createWorkDesk(office);

  const answerBody = async (body: Buffer, headers: IncomingHttpHeaders): Promise<Answer> => {
    const parcel = readParcel(body, headers["content-type"] ?? "");
    if (!parcel.ok) return answerRefusal(parcel.refusal);
    const { case: caseId } = parcel.value.manifest.event;
    const bits = bitsFor(await pressure.read());
    if (bits > 0 && !(await work.isGood(oneOf(headers["temwen-work"]), caseId))) {
      return answerRefusal({ code: "work-asked", ...(await work.ask(caseId, bits)) });
    }
    const filing = await fileComplaint(parcel.value, office);
    if (!filing.ok) return answerRefusal(filing.refusal);
    // Sent again it takes no room; and over bad lines everything is sent again.
    if (filing.value.isNew) pressure.took(body.length);
    return { status: 200, body: filing.value.filed };
  };

  return async (request) => {
    let stop = (): void => undefined;
    const place = await crowd.enter(() => stop());
    if (!place) {
      await discardBody(request, discardMillis);
      return answerRefusal({ code: "crowded" });
    }
    const slab = slabs.take();
    try {
      const reading = readBody(request, slab, place.came);
      stop = reading.stop;
      const body = await reading.outcome;
      const answer = typeof body === "string" ? answerRefusal({ code: body }) : await answerBody(body, request.headers);
      // While it is not known what became of a parcel, a connection to the database may still be sending its bytes.
      if (answer.status < 500) slabs.giveBack(slab);
      return answer;
    } finally {
      place.leave();
    }
  };
}

const oneOf = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === "string" ? header : undefined;

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
