import { createHash } from "node:crypto";
import { bytesToDigest, canonicalBytes, type Digest, type Json, joinBytes, sameBytes, utf8 } from "@temwen/vocabulary";
import { BackupFault, damaged } from "./backup-fault.ts";
import { type ByteReader, createByteReader } from "./byte-reader.ts";
import {
  type Closing,
  closingShape,
  type EntryHead,
  entryHeadShape,
  type Opening,
  readOpening,
  tailShape,
} from "./manifest.ts";

/** One thing that is kept: what it is, and its bytes. */
export type Entry = { readonly head: EntryHead; readonly bytes: AsyncIterable<Uint8Array> };

/** What became of the bytes of an entry. */
export type EntryTail = { readonly size: number; readonly sha256: Digest };

/** Before the first frame, so that a file tells what it is. */
const magic = utf8("temwen-backup/1\n");

/** Kinds of frames: one byte, then the length in four (big endian), then so many bytes. docs/specs/backup.md. */
const kinds = { opening: 1, entry: 2, bytes: 3, tail: 4, closing: 5 } as const;
const largestFrame = 64 * 1024;

/**
 * Writes a container as it reads what goes into it. `onEntry` hears how each entry ended. `missing` is asked last, for
 * how much evidence was not there any more.
 */
export async function* writeContainer(
  opening: Opening,
  entries: AsyncIterable<Entry>,
  missing: () => number,
  onEntry: (head: EntryHead, tail: EntryTail) => void,
): AsyncGenerator<Uint8Array> {
  yield magic;
  yield jsonFrame(kinds.opening, opening);
  const whole = createHash("sha256");
  let count = 0;
  for await (const { head, bytes } of entries) {
    yield jsonFrame(kinds.entry, head);
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.length;
      for (let at = 0; at < chunk.length; at += largestFrame) {
        yield frame(kinds.bytes, chunk.subarray(at, at + largestFrame));
      }
    }
    const tail: EntryTail = { size, sha256: bytesToDigest(hash.digest()) };
    yield jsonFrame(kinds.tail, tail);
    addToWhole(whole, head, tail);
    onEntry(head, tail);
    count += 1;
  }
  const closing: Closing = { entries: count, missing: missing(), sha256: bytesToDigest(whole.digest()) };
  yield jsonFrame(kinds.closing, closing);
}

/** What a container's reader does with what it finds, in this order. Each is awaited. */
export type ContainerReader = {
  readonly opened: (opening: Opening) => Promise<void>;
  /** Must read the bytes to their end; `ended` says what they were, once they have been compared with the container. */
  readonly entry: (entry: Entry, ended: Promise<EntryTail>) => Promise<void>;
};

/** Reads a container to its end and compares every digest. Throws `BackupFault`. */
export async function readContainer(plain: AsyncIterable<Uint8Array>, reader: ContainerReader): Promise<Closing> {
  const source = createByteReader(plain);
  if (!sameBytes(await source.take(magic.length), magic)) {
    throw new BackupFault("not-a-backup", "this file opens, but it is no backup of an office");
  }
  const first = await readFrame(source);
  if (first.kind !== kinds.opening) throw damaged();
  await reader.opened(readOpening(toJson(first.bytes)));
  const whole = createHash("sha256");
  for (let count = 0; ; count += 1) {
    const next = await readFrame(source);
    if (next.kind === kinds.closing) {
      const closing = closingShape(toJson(next.bytes));
      const fits = closing?.entries === count && closing.sha256 === bytesToDigest(whole.digest());
      if (!closing || !fits || !(await source.isAtEnd())) throw damaged();
      return closing;
    }
    const head = next.kind === kinds.entry ? entryHeadShape(toJson(next.bytes)) : undefined;
    if (!head) throw damaged();
    const ended = Promise.withResolvers<EntryTail>();
    // Whoever does not wait for it shall not be ended by it.
    ended.promise.catch(() => undefined);
    await reader.entry({ head, bytes: readEntry(source, ended) }, ended.promise);
    addToWhole(whole, head, await ended.promise);
  }
}

async function* readEntry(source: ByteReader, ended: PromiseWithResolvers<EntryTail>): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let size = 0;
  try {
    for (;;) {
      const { kind, bytes } = await readFrame(source);
      if (kind === kinds.tail) {
        const tail = tailShape(toJson(bytes));
        if (!tail || tail.size !== size || tail.sha256 !== bytesToDigest(hash.digest())) throw damaged();
        return ended.resolve(tail);
      }
      if (kind !== kinds.bytes) throw damaged();
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
  } catch (cause) {
    ended.reject(cause);
    throw cause;
  } finally {
    ended.reject(damaged());
  }
}

async function readFrame(source: ByteReader): Promise<{ readonly kind: number; readonly bytes: Uint8Array }> {
  const head = await source.take(5);
  const length = new DataView(head.buffer, head.byteOffset, 5).getUint32(1);
  if (length > largestFrame) throw damaged();
  return { kind: head[0] ?? 0, bytes: await source.take(length) };
}

function frame(kind: number, bytes: Uint8Array): Uint8Array {
  const head = new Uint8Array(5);
  const view = new DataView(head.buffer);
  view.setUint8(0, kind);
  view.setUint32(1, bytes.length);
  return joinBytes(head, bytes);
}

function jsonFrame(kind: number, value: object): Uint8Array {
  const bytes = canonicalBytes(value as Json);
  if (bytes.length > largestFrame) throw new Error("a frame of a backup is too long");
  return frame(kind, bytes);
}

function addToWhole(whole: ReturnType<typeof createHash>, head: EntryHead, tail: EntryTail): void {
  whole.update(canonicalBytes(head as Json)).update(canonicalBytes(tail as Json));
}

function toJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw damaged(cause);
  }
}
