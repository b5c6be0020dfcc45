import { createConnection, type Socket } from "node:net";

export type HttpAnswer = { readonly status: number; readonly body: Buffer };

/** One kept-alive connection that carries one request at a time. */
export type HttpLine = {
  /** Writes a whole request, head and body, as it was prepared; rejects when the line breaks or stays silent. */
  readonly ask: (...request: readonly Uint8Array[]) => Promise<HttpAnswer>;
  readonly close: () => void;
};

/** A server that says nothing for this long is written off. */
const silenceMillis = 30_000;

/**
 * Opens a line. Not Node's own client: the requests are prepared bytes and the answers small, and the generator of a
 * load shares the cores with what it measures, so it does no more than it must.
 */
export async function openHttpLine(url: string): Promise<HttpLine> {
  const { hostname, port } = new URL(url);
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  socket.setTimeout(silenceMillis, () => socket.destroy(new Error("no answer in time")));
  const waiting = readAnswers(socket);
  return {
    ask: (...request) => {
      const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
      if (socket.destroyed) reject(new Error("the line is closed"));
      waiting.push({ resolve, reject });
      socket.cork();
      for (const bytes of request) socket.write(bytes);
      socket.uncork();
      return promise;
    },
    close: () => socket.destroy(),
  };
}

type Waiting = { readonly resolve: (answer: HttpAnswer) => void; readonly reject: (error: Error) => void };

function readAnswers(socket: Socket): Waiting[] {
  const waiting: Waiting[] = [];
  let pile: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    pile = pile.length === 0 ? chunk : Buffer.concat([pile, chunk]);
    const read = readAnswer(pile);
    if (!read) return;
    pile = pile.subarray(read.end);
    waiting.shift()?.resolve(read.answer);
  });
  const fail = (error: Error): void => {
    for (const one of waiting.splice(0)) one.reject(error);
  };
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("the line was closed")));
  return waiting;
}

/** A whole answer at the beginning of these bytes, or undefined while some of it is missing. */
function readAnswer(bytes: Buffer): { readonly answer: HttpAnswer; readonly end: number } | undefined {
  const headEnd = bytes.indexOf("\r\n\r\n");
  if (headEnd < 0) return undefined;
  const head = bytes.toString("latin1", 0, headEnd).toLowerCase();
  const status = Number(head.slice(9, 12));
  const start = headEnd + 4;
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined) {
    const end = start + Number(length);
    return bytes.length < end ? undefined : { answer: { status, body: bytes.subarray(start, end) }, end };
  }
  const body = readChunks(bytes, start);
  return body && { answer: { status, body: Buffer.concat(body.pieces) }, end: body.end };
}

/** RFC 9112 §7.1, without trailers. */
function readChunks(bytes: Buffer, start: number): { readonly pieces: Buffer[]; readonly end: number } | undefined {
  const pieces: Buffer[] = [];
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    const end = lineEnd + 2 + size + 2;
    if (bytes.length < end) return undefined;
    if (size === 0) return { pieces, end };
    pieces.push(bytes.subarray(lineEnd + 2, end - 2));
    at = end;
  }
}
