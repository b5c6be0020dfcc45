import type { IncomingMessage } from "node:http";

/**
 * Reads a request's body of at most `limit` bytes; undefined when it is larger, without reading the rest. Rejects when
 * the line breaks.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > limit) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      // Left whole, so that the refusal still reaches whoever sends.
      request.pause();
      resolve(undefined);
    });
    request.once("end", () => resolve(joinChunks(chunks, size)));
    request.once("error", reject);
  });
}

function joinChunks(chunks: readonly Buffer[], size: number): Buffer {
  const [only] = chunks;
  return only && chunks.length === 1 ? only : Buffer.concat(chunks, size);
}
