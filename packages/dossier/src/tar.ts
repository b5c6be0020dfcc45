import { type Instant, instantToMillis, utf8 } from "@temwen/vocabulary";
import type { BagFile } from "./bag.ts";

const block = 512;

/**
 * A tar (POSIX ustar) of files in one folder, read one after another; no more than one is in memory. Everything that would tell
 * of this machine is fixed, so that the same files at the same hour give the same bytes. Throws when a file is not what was said of it.
 */
export async function* writeTar(folder: string, files: readonly BagFile[], at: Instant): AsyncGenerator<Uint8Array> {
  const seconds = Math.floor(instantToMillis(at) / 1000);
  for (const { path, size, read } of files) {
    yield headerOf(`${folder}/${path}`, size, seconds);
    const bytes = await read();
    if (bytes.length !== size) throw new Error(`${path} has another size than its manifest says`);
    yield bytes;
    yield new Uint8Array((block - (size % block)) % block);
  }
  yield new Uint8Array(2 * block);
}

function headerOf(name: string, size: number, seconds: number): Uint8Array {
  const header = new Uint8Array(block);
  const put = (at: number, text: string, room: number): void => {
    const bytes = utf8(text);
    if (bytes.length > room) throw new Error(`${text} is too long for a tar header`);
    header.set(bytes, at);
  };
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, "0")}\0`;
  put(0, name, 100);
  put(100, octal(0o644, 7), 8);
  put(108, octal(0, 7), 8);
  put(116, octal(0, 7), 8);
  put(124, octal(size, 11), 12);
  put(136, octal(seconds, 11), 12);
  put(148, " ".repeat(8), 8);
  put(156, "0", 1);
  put(257, "ustar\0", 6);
  put(263, "00", 2);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, "0")}\0 `, 8);
  return header;
}
