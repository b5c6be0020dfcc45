import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./metrics.ts";

/** Where the numbers of a process can be read, and how that ends. */
export type MetricsServer = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * Answers `GET /metrics` on this machine only, on a port of its own (0 takes a free one): how many complain, and when,
 * is not for everybody. Another name than this machine's is refused, or a page in somebody's browser could ask.
 */
export async function serveMetrics(metrics: Metrics, port: number): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    const isNear = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "");
    if (!isNear || request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(isNear ? 404 : 403).end();
      return;
    }
    const headers = { "content-type": "application/openmetrics-text; version=1.0.0; charset=utf-8" };
    response.writeHead(200, { ...headers, "cache-control": "no-store" }).end(metrics.tell());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
