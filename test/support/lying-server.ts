import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What a liar makes of an answer; undefined leaves it as it is. `asked` is for example `POST /api/mailbox`. */
export type Lie = (asked: string, answer: Lied, sent: string) => Lied | undefined;
// biome-ignore lint/suspicious/noExplicitAny: a liar takes any answer apart and puts anything in its place.
export type Lied = any;

/** A server between people and an office: hands everything on, and lies as it is told. */
export type LyingServer = AsyncDisposable & {
  readonly url: string;
  /** From now on this lie; without one the truth. */
  readonly tell: (lie?: Lie) => void;
  /** What was asked of it since the last lie began. */
  readonly asked: readonly string[];
};

/** Starts one on loopback before `target`. */
export async function startLyingServer(target: string): Promise<LyingServer> {
  let lie: Lie | undefined;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void relay(request).then(
      ({ status, type, text }) => response.writeHead(status, { "content-type": type }).end(text),
      () => response.writeHead(502).end(),
    );
  });
  const relay = async (request: IncomingMessage): Promise<{ status: number; type: string; text: string }> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { authorization, "content-type": sentType } = request.headers;
    const name = `${request.method} ${request.url}`;
    asked.push(name);
    const answer = await fetch(target + request.url, {
      method: request.method ?? "GET",
      headers: { ...(authorization && { authorization }), ...(sentType && { "content-type": sentType }) },
      ...(body.length > 0 && { body }),
    });
    const text = await answer.text();
    const type = answer.headers.get("content-type") ?? "text/plain";
    const lied = lie && type.includes("json") ? lie(name, JSON.parse(text), body.toString()) : undefined;
    return { status: answer.status, type, text: lied === undefined ? text : JSON.stringify(lied) };
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    tell: (next) => {
      lie = next;
      asked.length = 0;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
