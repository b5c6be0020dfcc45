import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf } from "../running/error-codes.ts";
import { ImportFault } from "./import-fault.ts";

/** A row on its way from its file to its case: which source, where, what it is, and the columns that are kept. */
export type SpilledRow = readonly [source: 0 | 1 | 2, line: number, digest: string, key: string, ...columns: string[]];

/** Rows put into heaps by their keys, so that all rows of a key lie in one heap, and one heap at a time fits into memory. */
export type Spill = AsyncDisposable & {
  readonly put: (row: SpilledRow) => void;
  /** Waits until what was put is written, where much of it waits. */
  readonly settle: () => Promise<void>;
  /** One heap after another, each in the order in which its rows were put. */
  readonly read: () => AsyncGenerator<readonly SpilledRow[]>;
};

/** A sixty-fourth of a register is held in memory at once: of a million rows some 16 000. */
const heaps = 64;
const mostWaiting = 128 * 1024;

/**
 * Opens the heaps as files that have no name any more: when this process ends, however it ends, nothing of anybody's register is left
 * on the disk.
 */
export async function openSpill(folder = tmpdir()): Promise<Spill> {
  const files: FileHandle[] = [];
  for (let n = 0; n < heaps; n += 1) {
    const path = join(folder, `temwen-import-${process.pid}-${n}`);
    files.push(await open(path, "wx+", 0o600));
    await rm(path);
  }
  const waiting: string[][] = files.map(() => []);
  const sizes = files.map(() => 0);
  const ends = files.map(() => 0);
  const flush = async (n: number): Promise<void> => {
    const bytes = Buffer.from((waiting[n] ?? []).join(""), "utf8");
    waiting[n] = [];
    sizes[n] = 0;
    await files[n]?.write(bytes, 0, bytes.length, ends[n]).catch(tellNoRoom);
    ends[n] = (ends[n] ?? 0) + bytes.length;
  };
  return {
    put: (row) => {
      const n = heapOf(row[3]);
      const line = `${JSON.stringify(row)}\n`;
      waiting[n]?.push(line);
      sizes[n] = (sizes[n] ?? 0) + line.length;
    },
    settle: async () => {
      for (const [n, size] of sizes.entries()) if (size > mostWaiting) await flush(n);
    },
    read: async function* () {
      for (const [n, file] of files.entries()) {
        await flush(n);
        const { buffer } = await file.read(Buffer.alloc(ends[n] ?? 0), 0, ends[n] ?? 0, 0);
        const text = buffer.toString("utf8");
        yield text === "" ? [] : (JSON.parse(`[${text.slice(0, -1).replaceAll("\n", ",")}]`) as readonly SpilledRow[]);
      }
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(files.map((file) => file.close()));
    },
  };
}

function tellNoRoom(error: unknown): never {
  if (codeOf(error) !== "ENOSPC") throw error;
  throw new ImportFault(
    "no-room",
    "the temporary folder has no room for the rows; nothing more was sent. TMPDIR names another",
  );
}

/** FNV-1a over UTF-16 units: the same key lies in the same heap, in every run. */
function heapOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % heaps;
}
