import type { IncomingMessage } from "node:http";

/**
 * Reads a request's body into `slab` and resolves to what it filled, or to undefined when the body is larger, without
 * reading the rest. Rejects when the line breaks.
 */
export function readBody(request: IncomingMessage, slab: Buffer): Promise<Buffer | undefined> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > slab.length) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    let size = 0;
    const take = (chunk: Buffer): void => {
      if (size + chunk.length <= slab.length) {
        slab.set(chunk, size);
        size += chunk.length;
        return;
      }
      // The request is left whole, so that the refusal still reaches whoever sends.
      request.off("data", take).pause();
      resolve(undefined);
    };
    request.on("data", take);
    request.once("end", () => resolve(slab.subarray(0, size)));
    request.once("error", reject);
  });
}
