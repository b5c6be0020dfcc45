import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { UsageError } from "../exit.ts";

/** Where a small server listens; port 0 takes a free one. */
export type ListenAddress = { readonly host: string; readonly port: number };

/** A server that answers. Closing it lets what is under way finish. */
export type Listening = AsyncDisposable & { readonly url: string };

/** `127.0.0.1:8090`, `[::1]:8090` or `8090`, which is for this machine only. Throws `UsageError`. */
export function readListen(value: string, name: string): ListenAddress {
  const [, host = "127.0.0.1", port = ""] = /^(?:(\[[0-9a-f:.]+\]|[^:\s]+):)?(\d{1,5})$/i.exec(value) ?? [];
  if (port === "" || Number(port) > 65_535) throw new UsageError(`${name} needs HOST:PORT, such as 127.0.0.1:8090`);
  return { host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
}

/** Starts a server with bounds on time and connections. Throws where the port is taken. */
export async function listen(server: Server, { host, port }: ListenAddress): Promise<Listening> {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.maxConnections = 512;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await closed;
    },
  };
}

/** The path that a request asks for; null where what it sent is none, such as `//`. Never throws: anybody may send anything. */
export function pathOf({ url = "/" }: IncomingMessage): string | null {
  return URL.canParse(url, "http://here") ? new URL(url, "http://here").pathname : null;
}

/** The body of a request; null where it is longer than `most` bytes or broke off. */
export async function readBody(request: IncomingMessage, most: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      // Read to its end, so that whoever sent it still hears the answer; a time bounds that.
      if (size <= most) chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return size > most ? null : new Uint8Array(Buffer.concat(chunks));
}
