// A folder on the web, as a publisher's web server shows it: and as one that is broken or lies.
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

export type LogServer = AsyncDisposable & {
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** Answers in the folder's place where it returns true. */
  answer: (request: IncomingMessage, response: ServerResponse) => boolean;
};

/** Serves a folder under `/log/`. */
export async function serveFolder(folder: string): Promise<LogServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/^\/log\//, "");
    asked.push(path);
    if (serving.answer(request, response)) return;
    readFile(join(folder, path)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const serving: LogServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/log/`,
    asked,
    answer: () => false,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return serving;
}
