import type { IncomingMessage } from "node:http";

/** The bytes of a body, or why there are none. */
export type ReadOutcome = Buffer | "too-large" | "too-slow";

/** A body that is being read. */
export type Reading = {
  /** Rejects when the line breaks. */
  readonly outcome: Promise<ReadOutcome>;
  /** Hears no more: the outcome is `too-slow`, unless it was there already. */
  readonly stop: () => void;
};

/** Reads a request's body into `slab`; of one that is larger the rest is not read. `onBytes` hears how many came. */
export function readBody(request: IncomingMessage, slab: Buffer, onBytes: (bytes: number) => void): Reading {
  const { promise, resolve, reject } = Promise.withResolvers<ReadOutcome>();
  let size = 0;
  const take = (chunk: Buffer): void => {
    if (size + chunk.length > slab.length) leave("too-large");
    else {
      slab.set(chunk, size);
      size += chunk.length;
      onBytes(chunk.length);
    }
  };
  // The request is left whole, so that the refusal still reaches whoever sends.
  const leave = (why: "too-large" | "too-slow"): void => {
    request.off("data", take).pause();
    resolve(why);
  };
  if (Number(request.headers["content-length"] ?? 0) > slab.length) resolve("too-large");
  else if (request.destroyed) reject(new Error("the line broke while it waited"));
  else {
    request.on("data", take);
    request.once("end", () => resolve(slab.subarray(0, size)));
    request.once("error", reject);
  }
  return { outcome: promise, stop: () => leave("too-slow") };
}

/** Lets a body pass unread, for so many milliseconds at most: whoever sends reads an answer only when it has sent. */
export function discardBody(request: IncomingMessage, millis: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, millis);
    request.once("end", done).once("close", done).resume();
  });
}
