import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import type { Digest } from "@temwen/vocabulary";
import { ImportFault } from "./import-fault.ts";

/** A record of a file, still as bytes, without its line end; `line` is where it begins, counted from 1. */
export type ByteRecord = { readonly line: number; readonly bytes: Buffer };

/** Records of one file as they come, and the digest of the file once all of them came. */
export type RecordReader = { readonly records: AsyncGenerator<readonly ByteRecord[]>; readonly digest: () => Digest };

/** A record that is longer has a quote that nobody closed. */
const longestRecord = 4 * 1024 * 1024;
const [lineFeed, carriageReturn, quote] = [10, 13, 34];

/**
 * Reads a file record by record, unpacked where it is gzip; never more than a chunk and a record of it in memory. Throws
 * `ImportFault`.
 */
export async function readRecords(
  path: string,
  { name, separator }: { readonly name: string; readonly separator: string },
): Promise<RecordReader> {
  const hash = createHash("sha256");
  const isPacked = await beginsLikeGzip(path);
  if (!isPacked && path.endsWith(".gz"))
    throw new ImportFault("not-gzip", `${name}: the file is not gzip, as its name says`);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  file.on("data", (chunk) => hash.update(chunk));
  const bytes = isPacked ? unpack(file) : file;
  let digest: Digest | undefined;
  async function* read(): RecordReader["records"] {
    try {
      yield* splitRecords(bytes, { name, separator: separator.charCodeAt(0) });
    } catch (error) {
      throw isCutShort(error) ? new ImportFault("cut-short", `${name}: the file ends in the middle (gzip)`) : error;
    } finally {
      file.destroy();
    }
    digest = hash.digest("hex") as Digest;
  }
  return {
    records: read(),
    digest: () => {
      if (!digest) throw new Error("the file was not read to its end");
      return digest;
    },
  };
}

function unpack(file: NodeJS.ReadableStream & { on(event: "error", heed: (error: Error) => void): unknown }) {
  const unpacked = createGunzip({ chunkSize: 256 * 1024 });
  file.on("error", (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}

async function beginsLikeGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

const isCutShort = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^Z_/.test(String(error.code));

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Line ends within quotes belong to a field (RFC 4180); a quote opens a field only where the field begins. */
async function* splitRecords(
  chunks: AsyncIterable<unknown>,
  { name, separator }: { readonly name: string; readonly separator: number },
): RecordReader["records"] {
  let rest: Buffer | undefined;
  let line = 1;
  for await (const chunk of chunks) {
    const given = rest === undefined ? withoutMark(chunk as Buffer) : (chunk as Buffer);
    const bytes = rest === undefined || rest.length === 0 ? given : Buffer.concat([rest, given]);
    const { records, start, next } = takeRecords(bytes, line, separator);
    rest = bytes.subarray(start);
    line = next;
    if (rest.length > longestRecord) throw neverClosed(name, line);
    if (records.length > 0) yield records;
  }
  if (rest === undefined || rest.length === 0) return;
  // As if the last line ended: a record is left only where a quote is still open.
  const last = takeRecords(Buffer.concat([rest, Buffer.from([lineFeed])]), line, separator);
  if (last.records.length === 0) throw neverClosed(name, line);
  yield last.records;
}

const withoutMark = (bytes: Buffer): Buffer => (bytes.subarray(0, 3).equals(mark) ? bytes.subarray(3) : bytes);

const neverClosed = (name: string, line: number): ImportFault =>
  new ImportFault("quote-never-closed", `${name}: a quote opens in the record at line ${line} and is never closed`);

type Taken = { readonly records: readonly ByteRecord[]; readonly start: number; readonly next: number };

function takeRecords(bytes: Buffer, firstLine: number, separator: number): Taken {
  const records: ByteRecord[] = [];
  let [start, line, at, hasQuotes] = [0, firstLine, 0, false];
  let nextQuote = bytes.indexOf(quote);
  for (;;) {
    const end = bytes.indexOf(lineFeed, at);
    if (nextQuote >= 0 && nextQuote < at) nextQuote = bytes.indexOf(quote, at);
    if (nextQuote >= 0 && (end < 0 || nextQuote < end)) {
      hasQuotes = true;
      const opens = nextQuote === start || bytes[nextQuote - 1] === separator;
      const close = opens ? closingQuote(bytes, nextQuote + 1) : nextQuote;
      if (close < 0) break;
      at = close + 1;
      continue;
    }
    if (end < 0) break;
    const own = bytes.subarray(start, end);
    records.push({ line, bytes: withoutReturn(own) });
    line += hasQuotes ? countLines(own) : 1;
    [start, at, hasQuotes] = [end + 1, end + 1, false];
  }
  return { records, start, next: line };
}

/** Undecided, and so not there yet, where it is the last byte at hand: the next could double it. */
function closingQuote(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 2)) {
    if (at + 1 === bytes.length) return -1;
    if (bytes[at + 1] !== quote) return at;
  }
  return -1;
}

function countLines(bytes: Buffer): number {
  let count = 1;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

const withoutReturn = (bytes: Buffer): Buffer =>
  bytes.at(-1) === carriageReturn ? bytes.subarray(0, bytes.length - 1) : bytes;
