import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type ListenAddress, type Listening, listen, pathOf, readBody } from "../listening.ts";
import type { Cosigning, WitnessAnswer } from "./cosigning.ts";

/** The longest note, 63 hashes of 45 bytes, and the line before them. */
const longestBody = 262_144 + 63 * 45 + 32;

/** Serves `POST /add-checkpoint` and `GET /DIGITS/checkpoint`. `onFault` hears of what a bug or the disk causes. */
export function serveWitness(
  cosigning: Cosigning,
  address: ListenAddress,
  onFault: (error: unknown) => void,
): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(cosigning, request).then(
      (said) => send(response, said),
      (error) => {
        onFault(error);
        send(response, { status: 500, body: new Uint8Array(0) });
      },
    );
  });
  return listen(server, address);
}

async function answer(cosigning: Cosigning, request: IncomingMessage): Promise<WitnessAnswer> {
  const path = pathOf(request);
  if (path === null) return say(400, "malformed-request");
  if (path === "/add-checkpoint") {
    if (request.method !== "POST") return say(405, "POST only");
    const body = await readBody(request, longestBody);
    return body === null ? say(400, "malformed-request") : cosigning.addCheckpoint(body);
  }
  const [, digits] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path) ?? [];
  if (request.method !== "GET" || digits === undefined) return say(404, "nothing here");
  const shown = await cosigning.findShown(digits);
  return shown === null ? say(404, "never cosigned") : { status: 200, body: shown };
}

const say = (status: number, line: string): WitnessAnswer => ({ status, body: new TextEncoder().encode(`${line}\n`) });

function send(
  response: ServerResponse,
  { status, body, contentType = "text/plain; charset=utf-8" }: WitnessAnswer,
): void {
  const headers = { "content-type": contentType, "content-length": body.length, "cache-control": "no-store" };
  response.writeHead(status, headers).end(body);
}
