import type { HttpBindings } from "@hono/node-server";

/**
 * Reads a request's body of at most `limit` bytes; undefined when it is larger, without reading the rest. From Node's
 * own request: making a web stream of it costs as much as all that is checked in a parcel. Throws when the line breaks.
 */
export async function readBody({ incoming }: HttpBindings, limit: number): Promise<Uint8Array | undefined> {
  const announced = Number(incoming.headers["content-length"] ?? 0);
  if (announced > limit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // The request is left whole when too much comes, so that the refusal still reaches whoever sends.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > limit) return undefined;
    chunks.push(chunk as Buffer);
  }
  const [only] = chunks;
  return only && chunks.length === 1 ? only : Buffer.concat(chunks);
}
