import { readFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";

/** What a PDF's pages say: its letters stand as hexadecimal strings in compressed streams. */
export async function wordsInPdf(place: string): Promise<string> {
  const pdf = (await readFile(place)).toString("latin1");
  const streams = [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes = ""]) => {
    try {
      return inflateSync(Buffer.from(bytes, "latin1")).toString("latin1");
    } catch {
      return bytes;
    }
  });
  const strings = [...streams.join("\n").matchAll(/<([0-9A-Fa-f]+)> Tj/g)];
  return strings.map(([, hex = ""]) => Buffer.from(hex, "hex").toString("latin1")).join(" ");
}
