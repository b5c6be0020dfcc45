import { statfs } from "node:fs/promises";
import type { TheRecord } from "@temwen/record";
import { parseId, parseMatterId, type StreamId } from "@temwen/vocabulary";

/**
 * PostgreSQL stops altogether when its log finds no room for its next 16 MiB. So nothing more is recorded while less than
 * this is free, and people are told in time that the disk is full, instead of that nobody can tell.
 */
const reserve = 64 * 1024 * 1024;
const lookEvery = 1000;

/** The record, refusing with `no-space` while the disk under `folder` is nearly full. Reading goes on. */
export function withReserve(record: TheRecord, folder: string): TheRecord {
  let looked = Number.NEGATIVE_INFINITY;
  let isFull = false;
  const look = async (): Promise<boolean> => {
    if (performance.now() - looked < lookEvery) return isFull;
    looked = performance.now();
    // A folder that cannot be asked is no reason to turn people away.
    const disk = await statfs(folder).catch(() => undefined);
    isFull = disk !== undefined && disk.bavail * disk.bsize < reserve;
    return isFull;
  };
  return {
    ...record,
    fileComplaint: async (filing) => ((await look()) ? { outcome: "no-space" } : record.fileComplaint(filing)),
    // The office's own stream goes on: a suspension cannot wait for somebody to clear the disk.
    append: async (act) => (isWork(act.stream) && (await look()) ? { outcome: "no-space" } : record.append(act)),
  };
}

/** What brings sealed words with it: cases, and the matters beside them. */
const isWork = (stream: StreamId): boolean => parseId("case", stream).ok || parseMatterId(stream).ok;
