/** How fast a sender must be: so many bytes in each so many milliseconds that we wait for them. */
export type Pace = { readonly bytes: number; readonly millis: number };

/** A body that ends early when its sender stalls. */
export type PacedBody = {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Whether it ended because the sender was slower than the pace. */
  readonly hasStalled: () => boolean;
};

/**
 * Reads a body as long as it comes on. A limit for the whole would cut off a large file on a slow line; without any, one
 * byte a minute would hold a place for ever. Only waiting counts: what our own disk takes is not the sender's fault.
 * The body is not destroyed when it ends early, so that the refusal still reaches whoever sends.
 */
export function paceBody(body: AsyncIterable<Uint8Array>, pace: Pace): PacedBody {
  let hasStalled = false;
  async function* readChunks(): AsyncIterable<Uint8Array> {
    const iterator = body[Symbol.asyncIterator]();
    let missing = pace.bytes;
    let left = pace.millis;
    try {
      for (;;) {
        const asked = performance.now();
        const next = await within(iterator.next(), left);
        hasStalled = next === undefined;
        if (next === undefined || next.done) return;
        missing -= next.value.length;
        left -= performance.now() - asked;
        if (missing <= 0) ({ bytes: missing, millis: left } = pace);
        yield next.value;
      }
    } finally {
      // Not awaited: behind a sender who stalls this waits until the connection is closed.
      void iterator.return?.().catch(() => undefined);
    }
  }
  return { chunks: readChunks(), hasStalled: () => hasStalled };
}

function within<T>(coming: Promise<T>, millis: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), millis);
    coming.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
