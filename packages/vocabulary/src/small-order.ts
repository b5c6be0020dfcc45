/**
 * y coordinates, little-endian hexadecimal without the sign bit, of the eight points whose order divides 8, and the
 * three spellings of them above the prime. Source: docs/specs/record.md.
 */
const smallOrder: readonly string[] = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

/**
 * Whether 32 bytes spell a point of small order. A key among them has signatures that fit many messages. Some versions
 * of OpenSSL refuse these points and others do not, so the house refuses them itself, everywhere.
 */
export function isSmallOrder(point: Uint8Array): boolean {
  return smallOrderBytes.some((known) =>
    known.every((byte, i) => byte === (i === 31 ? (point[i] ?? 0) & 0x7f : point[i])),
  );
}

const smallOrderBytes = smallOrder.map((hex) =>
  Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)),
);
