import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { deadlinePolicy, type Pack } from "@temwen/mission-pack";
import type { Signer, Trust } from "@temwen/office";
import type { TheRecord } from "@temwen/record";
import { inspectSealed } from "@temwen/sealing/inspect";
import { canonicalBytes, millisToInstant } from "@temwen/vocabulary";
import type { Logger } from "pino";
import { createApp, createPagesAndApi } from "./app.ts";
import { createSweep } from "./clocks/sweep-all.ts";
import { digestOf } from "./digest.ts";
import { openBlobFolder } from "./evidence/blob-folder.ts";
import type { Pace } from "./evidence/pace.ts";
import { openDiskShelf, type Shelf } from "./evidence/shelf.ts";
import { readFree } from "./free-space.ts";
import { type DoorOptions, openDoor } from "./intake/door.ts";
import type { OfficeContext } from "./office-context.ts";
import { readPages } from "./portal/pages.ts";
import type { RunningLog } from "./public-log/log.ts";
import { openPublicLog, type PublicLogOptions } from "./public-log/open.ts";
import { createPromises } from "./public-log/promise.ts";
import { openRegistry, type Registry } from "./registry/registry.ts";
import { limitRequest } from "./request-limit.ts";
import { createMetrics } from "./running/metrics.ts";
import { serveMetrics } from "./running/metrics-server.ts";

export type ServerOptions = {
  readonly record: TheRecord;
  readonly trust: Trust;
  readonly pack: Pack;
  readonly clockKey: Signer;
  /** Where pieces of evidence grow, and stand if there is no other shelf. */
  readonly blobFolder: string;
  /** Where whole pieces of evidence stand instead. */
  readonly shelf?: Shelf;
  /** Where the built pages lie. */
  readonly pageFolder: string;
  /** Whether its people are fictional: then every page says so. */
  readonly isDemo: boolean;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly log: Logger;
  /** Where this machine may read counts and durations; nowhere if not said. 0 takes a free one. */
  readonly metricsPort?: number;
  readonly sweepMillis?: number;
  readonly patience?: Partial<Patience>;
  /** What the public log is written with; without it nothing is published. */
  readonly publicLog?: PublicLogOptions;
  /** When a crowd becomes a flood. */
  readonly door?: Partial<DoorOptions>;
};

/** How long the server waits for who sends; each has a value of the house. Milliseconds. */
export type Patience = {
  readonly headersMillis: number;
  /** For a whole request. Announced evidence is held to a pace instead. */
  readonly requestMillis: number;
  readonly pace: Pace;
};

export type RunningServer = {
  readonly url: string;
  readonly metricsUrl?: string;
  readonly registry: Registry;
  /** The public log, where one is written. */
  readonly publicLog?: RunningLog;
  /** Takes no new request, finishes those under way, and ends. The record is closed by who opened it. */
  readonly stop: () => Promise<void>;
};

/** A server that cannot start for a reason a person can mend. */
export class ServerFault extends Error {
  readonly code: "port-taken" | "port-not-allowed" | "no-such-address";

  constructor(code: ServerFault["code"], message: string) {
    super(message);
    this.name = "ServerFault";
    this.code = code;
  }
}

/** Digest of the deadline policy that this pack publishes. */
export const policyDigest = (pack: Pack) => digestOf(canonicalBytes(deadlinePolicy(pack)));

/** Starts the server: the public site, the API, and the clocks. Throws `ServerFault`. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { record, trust, pack, log } = options;
  const registry = openRegistry({ record, trust, policy: policyDigest(pack) });
  const office: OfficeContext = {
    record,
    registry,
    pack,
    now: () => millisToInstant(Date.now()),
    ...(options.publicLog && { promise: createPromises(trust.office, options.clockKey, pack.log.promiseHours) }),
  };
  const { pace, headersMillis = 60_000, requestMillis = 300_000 } = options.patience ?? {};
  const isSealedStart = (start: Uint8Array): boolean => inspectSealed(start).ok;
  const shelf = options.shelf ?? openDiskShelf(options.blobFolder);
  const blobs = await openBlobFolder(options.blobFolder, isSealedStart, pace && { pace }, shelf);
  const door = openDoor(office, { readFree: () => readFree(options.blobFolder), ...options.door });
  const pages = await readPages(options.pageFolder, trust, options.isDemo);
  const publicLog = options.publicLog && (await openPublicLog(office, options.publicLog, pages, log));
  const app = createApp(door, createPagesAndApi(office, { blobs, pages, publicLog }, log), log);
  const metrics = createMetrics();
  const { server, drain } = createDrainingServer(metrics.watch(app), { headersMillis, requestMillis });
  await listen(server, options.host, options.port);
  const told = options.metricsPort === undefined ? undefined : await serveMetrics(metrics, options.metricsPort);
  const sweep = createSweep({ office, blobs, clockKey: options.clockKey, log });
  const stopClocks = startClocks(sweep, options.sweepMillis ?? 30_000);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host}:${port}`,
    ...(told && { metricsUrl: told.url }),
    registry,
    ...(publicLog && { publicLog: publicLog.running }),
    stop: async () => {
      await Promise.all([drain(), stopClocks(), publicLog?.running.stop(), told?.stop()]);
    },
  };
}

/** A request that does not end would keep everybody waiting: ten seconds are enough for a filing. */
const drainMillis = 10_000;

/** A server that ends when it is told to: what is under way is answered, and nothing new begins. */
function createDrainingServer(
  answer: RequestListener,
  { headersMillis, requestMillis }: Omit<Patience, "pace">,
): { readonly server: Server; readonly drain: () => Promise<void> } {
  let isDraining = false;
  const limits = {
    headersTimeout: headersMillis,
    // Node's own knows no exception; ours begins when the headers are here.
    requestTimeout: 0,
    connectionsCheckingInterval: headersMillis / 2,
  };
  const server = createServer(limits, (request, response) => {
    limitRequest(request, response, requestMillis);
    // A connection that is kept would bring further requests, as long as somebody has some.
    if (isDraining) response.setHeader("connection", "close");
    response.once("close", () => {
      if (isDraining) setImmediate(() => server.closeIdleConnections());
    });
    answer(request, response);
  });
  const drain = (): Promise<void> =>
    new Promise((resolve) => {
      isDraining = true;
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), drainMillis).unref();
    });
  return { server, drain };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") reject(new ServerFault("port-taken", `port ${port} is taken`));
      else if (error.code === "EACCES") reject(new ServerFault("port-not-allowed", `port ${port} needs more rights`));
      else if (["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN"].includes(error.code ?? "")) {
        reject(new ServerFault("no-such-address", `this machine has no address ${host}`));
      } else reject(error);
    });
    server.listen(port, host, resolve);
  });
}

/** Follows the clocks until stopped; one sweep at a time. */
function startClocks(sweep: () => Promise<void>, every: number): () => Promise<void> {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => (isStopped ? undefined : sweep()));
  }, every);
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await running;
  };
}
