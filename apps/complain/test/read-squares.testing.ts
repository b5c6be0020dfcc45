// Reads the smallest QR code there is, digits only, as a camera would that sees every square: written from ISO/IEC 18004 and
// not from the library that draws, so that both must be right.
const size = 21;

/** The digits that the drawn squares hold; throws when they are anything but one run of digits. */
export function readSquares(path: string, border: number): string {
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const isDark = (x: number, y: number): boolean => dark.has(`${x + border} ${y + border}`);
  // Format: error correction (2 bits) and mask (3), behind a mask of their own.
  const format = [0, 1, 2, 3, 4].reduce((bits, x) => bits * 2 + Number(isDark(x, 8)), 0) ^ 0b10101;
  const isInverted = masks[format & 7];
  if (!isInverted) throw new Error("no such mask");
  const bits = placesOfBits().map(([x, y]) => Number(isDark(x, y) !== isInverted(x, y)));
  const number = (at: number, length: number): number =>
    bits.slice(at, at + length).reduce((value, bit) => value * 2 + bit, 0);
  if (number(0, 4) !== 1) throw new Error("these are not digits");
  const count = number(4, 10);
  let digits = "";
  for (let at = 14; digits.length < count; at += 10) digits += String(number(at, 10)).padStart(3, "0");
  if (number(14 + (count / 3) * 10, 4) !== 0) throw new Error("something follows the digits");
  return digits;
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** From the lower right in pairs of columns, up and down in turn, past the three corners and the two ruled lines. */
function placesOfBits(): readonly (readonly [x: number, y: number])[] {
  const isRuled = (x: number, y: number): boolean =>
    x === 6 || y === 6 || (x < 9 && y < 9) || (x > 12 && y < 9) || (x < 9 && y > 12);
  const places: (readonly [number, number])[] = [];
  const columns = [20, 18, 16, 14, 12, 10, 8, 5, 3, 1];
  for (const [pair, right] of columns.entries()) {
    for (let step = 0; step < size; step++) {
      const y = pair % 2 === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!isRuled(x, y)) places.push([x, y]);
    }
  }
  return places;
}
