import { utf8, utf8ToText } from "@temwen/vocabulary";
import { padBytes } from "./padding.ts";
import { grantSize, longestGrantSize, longGrantSize } from "./sizes.ts";

// What holds keys for somebody is an age identity file: keys, comments and empty lines, and nothing else. `age -d -i FILE`
// opens with it whatever it has keys for.

/** Whether a line of such a file is a key. */
export const isKeyLine = (line: string | undefined): line is string => line?.startsWith("AGE-SECRET-KEY-PQ-1") === true;

/** The size of a file of so many keys: by their count, never by what they are. */
export function sizeForKeys(keys: number): number {
  if (keys <= 2) return grantSize;
  return keys <= 14 ? longGrantSize : longestGrantSize;
}

/** The lines, padded by a comment. Throws where they do not fit: a bug of the caller. */
export function padLines(lines: readonly string[], size: number): Uint8Array {
  const padded = padBytes(utf8(`${lines.join("\n")}\n#`), size - 1, 0x2e);
  if (!padded) throw new Error("a grant does not fit its size");
  const whole = new Uint8Array(size).fill(0x0a);
  whole.set(padded);
  return whole;
}

/** The lines of a file that begins with this one; undefined for anything else. */
export function linesBehind(bytes: Uint8Array, first: string): readonly string[] | undefined {
  const text = utf8ToText(bytes);
  if (!text.ok) return undefined;
  const lines = text.value.split("\n");
  return lines[0] === first ? lines : undefined;
}
