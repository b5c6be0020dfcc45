// Elements of EBML (RFC 8794): a name, a length, and what it holds.

/** Where an element stands. `end` is null where it does not say how long it is, which only holders may. */
export type Element = { readonly id: number; readonly at: number; readonly body: number; readonly end: number | null };

/** The element that begins here and ends before `limit`; null where none does. */
export function readElement(bytes: Uint8Array, at: number, limit: number): Element | null {
  const idLength = lengthOfNumber(bytes[at] ?? 0);
  if (idLength > 4) return null;
  const sizeAt = at + idLength;
  const sizeLength = lengthOfNumber(bytes[sizeAt] ?? 0);
  const body = sizeAt + sizeLength;
  if (sizeLength > 8 || body > limit) return null;
  const id = readNumber(bytes, at, sizeAt);
  const marker = 1 << (8 - sizeLength);
  const first = (bytes[sizeAt] ?? 0) & (marker - 1);
  let size = first;
  let isUnknown = first === marker - 1;
  for (let i = sizeAt + 1; i < body; i++) {
    size = size * 256 + (bytes[i] ?? 0);
    isUnknown &&= bytes[i] === 255;
  }
  if (isUnknown) return { id, at, body, end: null };
  return body + size > limit ? null : { id, at, body, end: body + size };
}

/** An unsigned number, big-endian; not exact above 2^53. */
export function readNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 256 + (bytes[at] ?? 0);
  return value;
}

/** The first child of this name within a stretch; undefined where there is none. */
export function findChild(bytes: Uint8Array, from: number, to: number, id: number): Element | undefined {
  for (let at = from; at < to; ) {
    const element = readElement(bytes, at, to);
    if (element === null || element.end === null) return undefined;
    if (element.id === id) return element;
    at = element.end;
  }
  return undefined;
}

/** Makes one that holds nothing out of what stood here, in place: everything else stays where tables say it is. */
export function makeVoid(copy: Uint8Array, from: number, to: number): void {
  const length = to - from;
  copy.fill(0, from, to);
  copy[from] = 0xec;
  let sizeLength = 1;
  while (length - 1 - sizeLength >= 2 ** (7 * sizeLength) - 1) sizeLength++;
  let left = length - 1 - sizeLength;
  for (let at = from + sizeLength; at > from; at--) {
    copy[at] = left % 256;
    left = Math.floor(left / 256);
  }
  copy[from + 1] = (copy[from + 1] ?? 0) | (1 << (8 - sizeLength));
}

/** Bytes that a number of variable length takes, by its first; 9 where it is none. */
export const lengthOfNumber = (first: number): number => Math.clz32(first) - 24 + 1;
