import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import type { Pack } from "@temwen/mission-pack";
import type { Trust } from "@temwen/office";
import { sweepDrafts } from "../draft-store.ts";
import { createLocalApp, type PageFile } from "./app.ts";
import type { MakeDossier } from "./dossier.ts";
import type { LocalLog } from "./log.ts";
import { nobodyListed, readPeople } from "./people.ts";
import { type Seat, takeSeat } from "./seat.ts";
import { createSessions } from "./sessions.ts";
import { describeDocumentViewer, describeViewer } from "./viewer-file.ts";

export type { DossierAsk, MadeDossier, MakeDossier } from "./dossier.ts";
export type { LocalLine, LocalLog } from "./log.ts";

export type LocalDeskOptions = {
  /** The office's server, `https://host` without a slash at the end. */
  readonly server: string;
  readonly trust: Trust;
  readonly pack: Pack;
  /** On this machine's loopback address; 0 for any free one. */
  readonly port: number;
  /** What the page must know to be let in; drawn by lot where not given. */
  readonly launchToken?: string;
  /** A folder with `people.json` and key files, for demonstrations. */
  readonly keyFolder?: string;
  /** Where unsent words may lie, sealed to whoever wrote them; without it they live in the page alone. */
  readonly draftFolder?: string;
  readonly log: LocalLog;
  /** How a case is laid into a file for a forum. */
  readonly makeDossier?: MakeDossier;
  /** Where the built page lies. */
  readonly pageFolder?: URL;
  readonly idleMillis?: number;
  /** Between tries to reach the server, in milliseconds; the courier's own where not given. */
  readonly waits?: readonly number[];
};

/** A desk that cannot start for a reason a person can mend. */
class LocalDeskFault extends Error {
  readonly code = "desk-cannot-start";

  constructor(message: string) {
    super(message);
    this.name = "LocalDeskFault";
  }
}

export type LocalDesk = { readonly url: string; readonly close: () => Promise<void> };

const quarterOfAnHour = 15 * 60_000;
const halfAMinute = 30_000;

/** Starts the desk on this machine. Whoever has the address with its token may sign in; nobody else can even ask. */
export async function startLocalDesk(options: LocalDeskOptions): Promise<LocalDesk> {
  const { server, trust, pack, log, draftFolder, waits } = options;
  const patience = waits && { waits };
  const launchToken = options.launchToken ?? randomBytes(32).toString("base64url");
  const sessions = createSessions<Seat>(options.idleMillis ?? quarterOfAnHour, Date.now, ({ staff }) =>
    log({ event: "signed-out", staff }),
  );
  let port = options.port;
  const app = createLocalApp({
    launchToken,
    port: () => port,
    pack,
    people: options.keyFolder === undefined ? nobodyListed : await readPeople(options.keyFolder),
    sessions,
    makeDossier: options.makeDossier,
    unlock: (keyFile, passphrase) => {
      const outboxFolder = draftFolder && join(draftFolder, "evidence");
      return takeSeat({ server, trust, pack, keyFile, passphrase, draftFolder, outboxFolder, ...patience });
    },
    pageFiles: await readPage(options.pageFolder ?? new URL("../../../page/dist/", import.meta.url)),
    log,
  });
  const listener = await listen(app.fetch, options.port);
  port = (listener.address() as AddressInfo).port;
  if (draftFolder !== undefined) await sweepDrafts(draftFolder, Date.now());
  const sweep = setInterval(() => sessions.closeIdle(), halfAMinute);
  sweep.unref();
  return {
    url: `http://127.0.0.1:${port}/#${launchToken}`,
    close: async () => {
      clearInterval(sweep);
      sessions.closeAll();
      await new Promise<void>((resolve) => {
        listener.close(() => resolve());
        if ("closeAllConnections" in listener) listener.closeAllConnections();
      });
    },
  };
}

const fileTypes = [
  ["/", "index.html", "text/html; charset=utf-8"],
  ["/main.js", "main.js", "text/javascript; charset=utf-8"],
  ["/desk.css", "desk.css", "text/css; charset=utf-8"],
] as const;

async function readPage(folder: URL): Promise<ReadonlyMap<string, PageFile>> {
  const files = fileTypes.map(async ([address, name, type]) => {
    const bytes = new Uint8Array(await readFile(new URL(name, folder)));
    return [address, { type, bytes }] as readonly [string, PageFile];
  });
  const viewer = describeViewer(await readFile(new URL("viewer.html", folder), "utf8"));
  const forDocuments = describeDocumentViewer(await readFile(new URL("viewer-document.html", folder), "utf8"));
  const frames = [
    ["/viewer.html", viewer],
    ["/viewer-document.html", forDocuments],
  ] as const;
  return new Map([...(await Promise.all(files)), ...frames]);
}

function listen(fetch: (request: Request) => Response | Promise<Response>, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const listener = serve({ fetch, hostname: "127.0.0.1", port }, () => resolve(listener));
    listener.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new LocalDeskFault(`port ${port} for the desk is taken`) : error);
    });
  });
}
