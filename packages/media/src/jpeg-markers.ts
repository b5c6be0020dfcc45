// The second byte of each marker (ITU-T T.81, table B.1), and where the next one stands.

export const startOfImage = 0xd8;
export const endOfImage = 0xd9;
export const startOfScan = 0xda;
export const huffmanTables = 0xc4;
export const arithmeticTables = 0xcc;
export const quantisationTables = 0xdb;
export const restartInterval = 0xdd;
export const application = (number: number): number => 0xe0 + number;
export const comment = 0xfe;

/** Sequential, progressive and lossless frames. */
export const isFrame = (code: number): boolean => [0xc0, 0xc1, 0xc2, 0xc3, 0xc9, 0xca, 0xcb].includes(code);

/** Frames made of several pictures, and JPEG-LS: no browser draws them. */
export const isRareFrame = (code: number): boolean => [0xc5, 0xc6, 0xc7, 0xcd, 0xce, 0xcf, 0xde, 0xf7].includes(code);

/** Markers without a length: a restart that lost its scan, and the one for private use. */
export const isAlone = (code: number): boolean => isRestart(code) || code === 1;

const isRestart = (code: number): boolean => code >= 0xd0 && code <= 0xd7;

/** Where the next marker's 0xff stands, or the end. Any number of 0xff may fill; stray bytes are stepped over, as decoders do. */
export function findMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    while (bytes[at + 1] === 0xff) at++;
    if (bytes[at + 1] !== 0) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** Where coded picture ends: within it 0xff is followed by zero, or by a restart. */
export function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1];
    if (next === undefined || (next !== 0 && !isRestart(next))) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}
