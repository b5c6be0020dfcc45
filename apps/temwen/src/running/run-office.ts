import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Pack } from "@temwen/mission-pack";
import type { Trust } from "@temwen/office";
import type { Vkey } from "@temwen/public-log/note";
import type { TheRecord } from "@temwen/record";
import { startEmbedded } from "@temwen/record/embedded";
import { openPostgresRecord } from "@temwen/record/postgres";
import { createLog, type RunningServer, type S3Place, startServer } from "@temwen/server";
import { millisToInstant } from "@temwen/vocabulary";
import { warnOfPanel } from "../office/warn-of-panel.ts";
import { openLogKey } from "../own-log/log-key.ts";
import { becomeOwner } from "./become-owner.ts";
import { type DataFolder, findDataFolder, makeDataFolder } from "./data-folder.ts";
import { isAbsent } from "./error-codes.ts";
import { openShelf } from "./evidence-shelf.ts";
import { findKeysLeft } from "./keys-left.ts";
import { hasDemo, type OfficeFiles, readOfficeFiles } from "./office-files.ts";
import { programFolder, readDemoPeople, readPack } from "./pack-files.ts";
import { type Place, tryPorts } from "./ports.ts";
import { readRelease } from "./release.ts";
import { withReserve } from "./reserve.ts";
import { claimFolder, refuseSecondOffice } from "./whose-folder.ts";

/** How often the embedded database is asked whether it is there, in milliseconds. */
const lookEvery = 3000;

export type RunOptions = {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  /** Where the desk beside it will listen, if there is to be one. */
  readonly deskPort: number | undefined;
  readonly demo: boolean;
  readonly pack: string;
  /** An external PostgreSQL instead of the embedded one. */
  readonly databaseUrl?: string;
  /** Where this machine may read counts and durations, if anywhere. */
  readonly metricsPort?: number;
  /** Where whole pieces of evidence stand instead of the data folder. */
  readonly s3?: S3Place;
  /** The site's address as the public knows it; the log is named after it when it is begun. */
  readonly publicUrl?: string;
  readonly onProgress: (line: string) => void;
};

/** Whoever looks at a demonstration does not wait a quarter of an hour. */
const demoRhythm = { everyMillis: 5000, batch: 16 };

export type RunningOffice = {
  readonly server: RunningServer;
  readonly folder: DataFolder;
  readonly trust: Trust;
  readonly pack: Pack;
  /** The policy file of a demonstration's own witnesses, where it has some. */
  readonly demoPolicy: string | undefined;
  /** Drains the server, then closes the record, then stops the database: in this order nothing acknowledged is lost. */
  readonly stop: () => Promise<void>;
};

/** There is no office in the data folder, and none was asked to be made. */
export class NoOfficeFault extends Error {
  readonly code = "no-office";

  constructor(path: string) {
    super(`there is no office in ${path} yet: run \`temwen init\`, or start without --no-demo`);
    this.name = "NoOfficeFault";
  }
}

/** Brings up database, record and server over a data folder. What stands in the way is said before anything is made. */
export async function runOffice(options: RunOptions): Promise<RunningOffice> {
  const folder = await findDataFolder(options.data);
  await becomeOwner(folder);
  await refuseSecondOffice(folder);
  await tryPorts(placesOf(options));
  const existing = await readOfficeFiles(folder);
  if (!existing && !options.demo) throw new NoOfficeFault(folder.path);
  const pack = await readPack(options.pack);
  const shelf = openShelf(folder, options.s3);
  if (options.s3) await shelf.ping();
  await makeDataFolder(folder);
  const giveBack = await claimFolder(folder);
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    try {
      for (const close of closers.splice(0).reverse()) await close();
    } finally {
      await giveBack();
    }
  };
  try {
    const database = options.databaseUrl ? { url: options.databaseUrl } : await startDatabase(folder, options, closers);
    options.onProgress("opening the record");
    const opened = await openPostgresRecord({ url: database.url, onNotice: options.onProgress });
    const record = "place" in database ? withReserve(opened, database.place) : opened;
    closers.push(() => record[Symbol.asyncDispose]());
    if (!options.databaseUrl) closers.push(keepDatabase(folder, record, options, closers));
    const office = existing ?? (await makeDemoOffice(folder, pack, options));
    const { size } = await record.log.readHead();
    const signer = await openLogKey(folder, {
      office: office.trust.office,
      publicUrl: options.publicUrl,
      isBegun: size > 0n,
    });
    const isDemo = await hasDemo(folder);
    const left = isDemo ? [] : await findKeysLeft(folder);
    if (left.length > 0) {
      options.onProgress(`WARNING: ${left.join(" and ")}: hand these keys over and take them off this machine`);
    }
    const own = await readLogPolicy(folder);
    const demo = isDemo && options.demo && !own ? await witnessDemo(folder, signer.vkey, options, closers) : undefined;
    const policy = own ?? demo?.policy;
    const server = await startServer({
      record,
      trust: office.trust,
      pack,
      clockKey: office.clockKey,
      blobFolder: folder.blobs,
      shelf,
      isDemo,
      publicLog: {
        signer,
        folder: join(folder.path, "log"),
        memory: join(folder.keys, "log"),
        ...(policy && { policy }),
        ...(isDemo && { rhythm: demoRhythm }),
        release: await readRelease(),
      },
      pageFolder: join(programFolder, "apps/complain/dist"),
      host: options.host,
      port: options.port,
      ...(options.metricsPort !== undefined && { metricsPort: options.metricsPort }),
      log: createLog(),
    });
    closers.push(server.stop);
    if (!(await server.registry.read())) {
      const published = await server.registry.acceptDirectory(office.first, millisToInstant(Date.now()));
      if (!published.ok) throw new Error(`the first directory was refused: ${published.refusal.code}`);
    }
    const inForce = await server.registry.read();
    if (inForce) warnOfPanel(inForce.standing.directory, millisToInstant(Date.now()), options.onProgress);
    // Whoever looks at a demonstration finds a cosigned head from the first moment.
    if (demo) await server.publicLog?.step();
    return { server, folder, trust: office.trust, pack, demoPolicy: demo?.file, stop: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Which witnesses the log needs, if the operator wrote it down: `keys/log.policy` (docs/specs/log.md). */
async function readLogPolicy(folder: DataFolder): Promise<Uint8Array | undefined> {
  return readFile(join(folder.keys, "log.policy")).catch((error) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
}

/** Loaded only for a demonstration; a log with witnesses that the operator named has those. */
async function witnessDemo(
  folder: DataFolder,
  log: Vkey,
  { onProgress }: RunOptions,
  closers: (() => Promise<void>)[],
): Promise<{ readonly policy: Uint8Array; readonly file: string }> {
  const { startDemoWitnesses } = await import("./demo-witnesses.ts");
  const witnesses = await startDemoWitnesses(folder, log, onProgress);
  closers.push(witnesses.stop);
  return witnesses;
}

function placesOf({ host, port, deskPort, metricsPort }: RunOptions): readonly Place[] {
  const near = (at: number | undefined, purpose: Place["purpose"]): readonly Place[] =>
    at === undefined ? [] : [{ host: "127.0.0.1", port: at, purpose }];
  return [{ host, port, purpose: "" }, ...near(deskPort, " for the desk"), ...near(metricsPort, " for metrics")];
}

/**
 * Starts the embedded database again when it died under us: filings wait or are told to come back, and nobody has to
 * sit beside the machine. Returns what ends the watch.
 */
function keepDatabase(
  folder: DataFolder,
  record: TheRecord,
  options: RunOptions,
  closers: (() => Promise<void>)[],
): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve();
  let isEnded = false;
  const look = async (): Promise<void> => {
    if (isEnded || (await answers(record))) return;
    options.onProgress("the database does not answer: starting it again");
    try {
      const again = await startEmbedded({ folder: folder.postgres, log: options.onProgress });
      // First in the list, so last to be closed: after the record.
      closers.unshift(again.stop);
    } catch (error) {
      options.onProgress(`the database could not be started: ${error instanceof Error ? error.message : "unknown"}`);
    }
  };
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, lookEvery);
  return async () => {
    isEnded = true;
    clearInterval(timer);
    await looking;
  };
}

const answers = (record: TheRecord): Promise<boolean> =>
  record.ping().then(
    () => true,
    () => false,
  );

/** Loaded only when it is needed: a server that runs holds nothing that makes or opens keys. */
async function makeDemoOffice(folder: DataFolder, pack: Pack, options: RunOptions): Promise<OfficeFiles> {
  const { createDemoOffice } = await import("./make-office.ts");
  return createDemoOffice(folder, pack, await readDemoPeople(options.pack), options.onProgress);
}

async function startDatabase(
  folder: DataFolder,
  options: RunOptions,
  closers: (() => Promise<void>)[],
): Promise<{ readonly url: string; readonly place: string }> {
  options.onProgress("starting the database");
  const database = await startEmbedded({ folder: folder.postgres, log: options.onProgress });
  closers.push(database.stop);
  // Its socket lies beside its cluster, wherever that is.
  return { url: database.url, place: database.connection.host };
}
