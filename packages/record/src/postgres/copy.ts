import { once } from "node:events";
import type pg from "pg";

/** What pg's own connection can do and its types do not tell. */
type CopyConnection = pg.Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
};

const ignore = (): void => undefined;
/** A reader that is slow holds the server back when this many rows wait; a row is at most some megabytes. */
const mostWaiting = 64;

/**
 * Runs a `copy … to stdout` and hands on its bytes as they come. pg has no helper for it, but gives what arrives to
 * whoever submitted the question. A reader that stops half way ends the connection.
 */
export async function* copyOut(client: pg.Client, statement: string): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let connection: pg.Connection | undefined;
  let end: { readonly failure?: unknown } | undefined;
  let wake = ignore;
  const finish = (how: { readonly failure?: unknown }): void => {
    end ??= how;
    wake();
  };
  const copy = {
    submit(at: pg.Connection): void {
      connection = at;
      at.query(statement);
    },
    handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
      // Copied: the parser writes what comes next over it.
      waiting.push(new Uint8Array(chunk));
      if (waiting.length >= mostWaiting) connection?.stream.pause();
      wake();
    },
    handleCommandComplete: ignore,
    handleError: (failure: unknown) => finish({ failure }),
    handleReadyForQuery: () => finish({}),
  };
  client.query(copy as unknown as pg.Submittable);
  try {
    for (;;) {
      const chunk = waiting.shift();
      if (chunk) yield chunk;
      else if (end) break;
      else {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        connection?.stream.resume();
        await woken;
      }
    }
    if (end.failure !== undefined) throw end.failure;
  } finally {
    // Held back by the last rows, it would hold back the answer to the next question too.
    if (end) connection?.stream.resume();
    else connection?.stream.destroy();
  }
}

/** Runs a `copy … from stdin` with these bytes; returns how many rows came. */
export function copyIn(client: pg.Client, statement: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    let sourceFailure: { readonly cause: unknown } | undefined;
    let isOver = false;
    const send = async (connection: CopyConnection): Promise<void> => {
      try {
        for await (const chunk of bytes) {
          if (isOver) return;
          connection.sendCopyFromChunk(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
          if (connection.stream.writableNeedDrain) {
            await Promise.race([once(connection.stream, "drain"), once(connection.stream, "close")]);
          }
        }
        connection.endCopyFrom();
      } catch (cause) {
        sourceFailure = { cause };
        connection.sendCopyFail("the source failed");
      }
    };
    const copy = {
      submit(connection: pg.Connection): void {
        connection.query(statement);
      },
      handleCopyInResponse(connection: CopyConnection): void {
        void send(connection);
      },
      handleCommandComplete({ text }: { readonly text: string }): void {
        rows = Number(text.replace("COPY ", ""));
      },
      handleError(failure: unknown): void {
        isOver = true;
        reject(sourceFailure ? sourceFailure.cause : failure);
      },
      handleReadyForQuery: () => resolve(rows),
    };
    client.query(copy as unknown as pg.Submittable);
  });
}
