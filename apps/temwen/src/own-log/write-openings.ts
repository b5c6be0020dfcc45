import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { recordBytes } from "@temwen/office";
import type { LogRows, OpenableLeaf } from "@temwen/record";
import { openPostgresRecord } from "@temwen/record/postgres";
import { readCommittedLeaf } from "@temwen/sealing/leaf";
import { millisToInstant, type OfficeId } from "@temwen/vocabulary";
import { readRecipients, sealStream } from "../backup/age-streams.ts";
import { BackupFault, fileExists } from "../backup/backup-fault.ts";
import { nameWhole } from "../backup/name-whole.ts";
import { listenForStop, type Stop } from "../backup/stop.ts";
import { writeFlushed } from "../backup/write-flushed.ts";
import { type Exit, exits } from "../exit.ts";
import { type Opening, periodOfMonth, writeOpenings } from "../log/audit/openings-file.ts";
import { findDataFolder } from "../running/data-folder.ts";
import { codeOf } from "../running/error-codes.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import type { Terminal } from "../terminal.ts";

export type OpeningsOptions = {
  readonly data: string;
  /** `2026-11`, in the mission's zone. */
  readonly month: string;
  readonly out: string;
  readonly recipients: readonly string[];
  readonly recipientFiles: readonly string[];
  readonly databaseUrl?: string;
};

/** Writes what opens every leaf of a month, sealed to an auditor, whether the office runs or not. Throws `BackupFault`. */
export async function writeMonth(options: OpeningsOptions, terminal: Terminal): Promise<Exit> {
  const recipients = await readRecipients(options.recipients, options.recipientFiles);
  const folder = await findDataFolder(options.data);
  const office = (await readOfficeFiles(folder))?.trust.office;
  if (!office) throw new BackupFault("no-office", `there is no office in ${folder.path}`);
  await refuseNoDatabase(folder, options.databaseUrl);
  const stop = listenForStop();
  const database = await reachDatabase(folder, options.databaseUrl, terminal.progress);
  try {
    await using record = await openPostgresRecord(database.connection);
    const written = await sealMonth({ ...options, office, recipients, rows: record.log, stop }, terminal.progress);
    const { kinds, ...rest } = written;
    terminal.progress(
      "Whoever opens it sees numbers of cases, hours and digests, and no story. Remove it when it was used.",
    );
    terminal.result(
      { ...rest, ...kinds },
      `${rest.openings}: ${rest.leaves} leaves of ${rest.month}: ${kinds.event} of events, ${kinds.cover} cover, ` +
        `${kinds.erased} erased, ${kinds.lost} lost`,
    );
    return exits.done;
  } finally {
    await database.letGo();
  }
}

/** Writes the file of one month from the rows of a log. Nothing stands under its name until all is on the disk. */
export async function sealMonth(
  {
    rows,
    month,
    office,
    recipients,
    stop,
    ...options
  }: Pick<OpeningsOptions, "out" | "month" | "recipients"> & {
    readonly rows: LogRows;
    readonly office: OfficeId;
    readonly stop: Stop;
  },
  onProgress: (line: string) => void,
) {
  const out = resolve(options.out);
  const aside = `${out}.${process.pid}.part`;
  const { size } = await rows.readHead();
  const period = periodOfMonth(month);
  const kinds = { event: 0, cover: 0, erased: 0, lost: 0 };
  const counting = async function* (): AsyncGenerator<Opening> {
    for await (const opening of openingsOf(rows, { period, size }, onProgress)) {
      kinds[opening.kind] += 1;
      yield opening;
    }
  };
  try {
    const head = { office, at: millisToInstant(Date.now()), month, period, size: Number(size) };
    const sealed = await sealStream(stop.untilAsked(writeOpenings(head, counting())), recipients);
    await writeFlushed(aside, sealed.bytes, 0o600);
    await nameWhole(aside, out).catch((error) => {
      throw codeOf(error) === "EEXIST" ? fileExists(out) : error;
    });
  } finally {
    await rm(aside, { force: true });
  }
  const leaves = kinds.event + kinds.cover + kinds.erased + kinds.lost;
  return { openings: out, office, month, size: Number(size), leaves, kinds };
}

const atOnce = 1024n;
const sayEvery = 65_536n;

async function* openingsOf(
  rows: LogRows,
  { period, size }: { readonly period: number; readonly size: bigint },
  onProgress: (line: string) => void,
): AsyncGenerator<Opening> {
  for (let from = 0n; from < size; from += atOnce) {
    if (from > 0n && from % sayEvery === 0n) onProgress(`${from} of ${size} leaves read`);
    for (const leaf of await rows.readOpenable(from, from + atOnce < size ? from + atOnce : size)) {
      if (readCommittedLeaf(leaf.leaf)?.period === period) yield openingOf(leaf);
    }
  }
}

function openingOf({ index, of, salt }: OpenableLeaf): Opening {
  const place = { index: Number(index) };
  if (of === undefined) return salt ? { ...place, kind: "cover", salt } : { ...place, kind: "lost" };
  if (salt === undefined) return { ...place, kind: "erased" };
  return { ...place, kind: "event", part: of.part, salt, record: new TextDecoder().decode(recordBytes(of.event)) };
}
