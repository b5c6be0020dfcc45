// The pages of Ogg (RFC 3533, 6).
import { bytesOf, readTag, readU32Little, u32BytesLittle } from "../bytes.ts";
import type { Sheet } from "../sheet.ts";

/** Where a page stands, and what its head says. A segment is at most 255 bytes; a shorter one ends a packet. */
export type OggPage = {
  readonly at: number;
  readonly table: number;
  readonly segments: number;
  readonly body: number;
  readonly end: number;
  readonly serial: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

const headLength = 27;
const [continuedFlag, firstFlag, lastFlag] = [1, 2, 4];
const sumAt = 22;
/** Every file's one sound has this number: one of its own would tell that two files come from one device. */
const serial = 1;

/** The page that begins here; null where none does, or where it is not whole by its own sum. */
export function readPage(bytes: Uint8Array, at: number): OggPage | null {
  if (at + headLength > bytes.length || readTag(bytes, at) !== "OggS" || bytes[at + 4] !== 0) return null;
  const segments = bytes[at + 26] ?? 0;
  const table = at + headLength;
  const body = table + segments;
  let end = body;
  for (let i = table; i < body; i++) end += bytes[i] ?? 0;
  if (end > bytes.length) return null;
  const head = bytes.slice(at, body);
  head.fill(0, sumAt, sumAt + 4);
  if (sumOf(bytes.subarray(body, end), sumOf(head)) !== readU32Little(bytes, at + sumAt)) return null;
  const flags = bytes[at + 5] ?? 0;
  return {
    ...{ at, table, segments, body, end, serial: readU32Little(bytes, at + 14) },
    ...{ isFirst: (flags & firstFlag) !== 0, isLast: (flags & lastFlag) !== 0 },
  };
}

/** Writes a page of the sound as it is, with its new number. */
export function writePage(sheet: Sheet, page: OggPage & { readonly number: number }, bytes: Uint8Array): void {
  const flags = (bytes[page.at + 5] ?? 0) & (continuedFlag | lastFlag);
  const head = headOf(flags, bytes.slice(page.at + 6, page.at + 14), page.number, bytes.slice(page.table, page.body));
  writeSummed(sheet, head, bytes.subarray(page.body, page.end));
}

/** Writes packets that stand before the sound, from a page's number on; returns how many pages they took. */
export function writePackets(
  sheet: Sheet,
  packets: readonly Uint8Array[],
  { from, isFirst }: { readonly from: number; readonly isFirst: boolean },
): number {
  const lacing: number[] = [];
  for (const { length } of packets) {
    for (let left = length; left >= 255; left -= 255) lacing.push(255);
    lacing.push(length % 255);
  }
  const body = new Uint8Array(packets.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const packet of packets) {
    body.set(packet, filled);
    filled += packet.length;
  }
  let pages = 0;
  for (let at = 0, done = 0; at < lacing.length; pages++) {
    const table = Uint8Array.from(lacing.slice(at, at + 255));
    const isContinued = at > 0 && lacing[at - 1] === 255;
    const end = done + table.reduce((sum, size) => sum + size, 0);
    const flags = (isFirst && pages === 0 ? firstFlag : 0) | (isContinued ? continuedFlag : 0);
    // No packet that ends here has an hour: all bits, where no packet ends at all.
    const endsNone = table.every((size) => size === 255);
    writeSummed(
      sheet,
      headOf(flags, new Uint8Array(8).fill(endsNone ? 255 : 0), from + pages, table),
      body.subarray(done, end),
    );
    at += table.length;
    done = end;
  }
  return pages;
}

function headOf(flags: number, hour: Uint8Array, number: number, table: Uint8Array): Uint8Array {
  const head = new Uint8Array(headLength + table.length);
  head.set(bytesOf("OggS"));
  head[5] = flags;
  head.set(hour, 6);
  head.set(u32BytesLittle(serial), 14);
  head.set(u32BytesLittle(number), 18);
  head[26] = table.length;
  head.set(table, headLength);
  return head;
}

function writeSummed(sheet: Sheet, head: Uint8Array, body: Uint8Array): void {
  head.set(u32BytesLittle(sumOf(body, sumOf(head))), sumAt);
  sheet.add(head);
  sheet.add(body);
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let left = byte << 24;
  for (let bit = 0; bit < 8; bit++) left = left & 0x8000_0000 ? (left << 1) ^ 0x04c1_1db7 : left << 1;
  return left >>> 0;
});

/** The check sum of a page: the polynomial of Ethernet, and neither turned nor inverted as there. */
function sumOf(bytes: Uint8Array, before = 0): number {
  let sum = before;
  for (const byte of bytes) sum = (sum << 8) ^ (remainders[((sum >>> 24) ^ byte) & 255] ?? 0);
  return sum >>> 0;
}
