import { createServer, type ServerResponse } from "node:http";
import { parseHeadAddress } from "@temwen/public-log/kept-heads";
import { parseTilePath } from "@temwen/public-log/tiles";
import { utf8 } from "@temwen/vocabulary";
import { type ListenAddress, type Listening, listen, pathOf } from "../listening.ts";
import type { Head } from "../open-head.ts";
import { sayHead } from "../say-head.ts";
import { toPlain } from "../speak.ts";
import type { OwnCopy } from "./own-copy.ts";
import { type ProofNumbers, parseProofNumber } from "./proof-numbers.ts";

/** What a mirror knows at this moment. */
export type Known = { readonly head: Head; readonly numbers: ProofNumbers };

/** Serves the copy at `/checkpoint`, `/heads/SIZE` and `/tile/…`, and `GET /number/NNNNNNNNNNNN`. Keeps no trace of who asked what. */
export function serveMirror(own: OwnCopy, known: () => Known, address: ListenAddress): Promise<Listening> {
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (request.method !== "GET") send(response, { status: 405 });
    else if (path === null) send(response, { status: 400 });
    else if (path.startsWith("/number/")) sendNumber(response, known(), path.slice("/number/".length));
    else sendFile(response, own, path.slice(1)).catch(() => send(response, { status: 500 }));
  });
  return listen(server, address);
}

function sendNumber(response: ServerResponse, { head, numbers }: Known, spelled: string): void {
  const number = parseProofNumber(spelled);
  if (number === null) {
    send(response, { status: 400 });
    return;
  }
  const indexes = numbers.find(number);
  const said = toPlain({ included: indexes.length > 0, indexes, number, ...sayHead(head) });
  const status = indexes.length > 0 ? 200 : 404;
  send(response, { status, body: utf8(`${JSON.stringify(said)}\n`), type: "application/json", cache: "no-store" });
}

async function sendFile(response: ServerResponse, own: OwnCopy, path: string): Promise<void> {
  const atMost = parseHeadAddress(path);
  const isHead = path === "checkpoint" || atMost !== null;
  const isFile = path === "checkpoint" || parseTilePath(path).ok;
  const body = atMost === null ? isFile && (await own.readFile(path)) : await own.findHead(atMost);
  if (!body) {
    send(response, { status: 404 });
    return;
  }
  const type = isHead ? "text/plain; charset=utf-8" : "application/octet-stream";
  send(response, { status: 200, body, type, cache: isHead ? "max-age=5" : "max-age=31536000, immutable" });
}

type Answer = { readonly status: number; readonly body?: Uint8Array; readonly type?: string; readonly cache?: string };

/** Any page may ask: what is here is public. */
function send(response: ServerResponse, { status, body, type = "text/plain", cache = "no-store" }: Answer): void {
  const bytes = body ?? new Uint8Array(0);
  response
    .writeHead(status, {
      "content-type": type,
      "content-length": bytes.length,
      "cache-control": cache,
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
    })
    .end(bytes);
}
