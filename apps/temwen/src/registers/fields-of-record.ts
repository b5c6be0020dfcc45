import { isUtf8 } from "node:buffer";
import type { SourceFile } from "@temwen/registers";

type Encoding = NonNullable<SourceFile["encoding"]>;
const windows = new TextDecoder("windows-1252", { fatal: true });
/** Bytes that the encoding gives to no character that anybody writes. */
const [firstControl, lastControl] = [0x80, 0x9f];
const neverInWindows = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Bytes as text; undefined where they are not of this encoding. A NUL is of none. */
export function decodeRecord(bytes: Buffer, encoding: Encoding): string | undefined {
  if (bytes.includes(0)) return undefined;
  switch (encoding) {
    case "utf-8":
      return isUtf8(bytes) ? bytes.toString("utf8") : undefined;
    case "iso-8859-1":
      return bytes.some((byte) => byte >= firstControl && byte <= lastControl) ? undefined : bytes.toString("latin1");
    case "windows-1252":
      return bytes.some((byte) => neverInWindows.has(byte)) ? undefined : windows.decode(bytes);
  }
}

/**
 * The fields of a record by RFC 4180; undefined where a quote stands in a field that does not begin with one, or something behind a
 * closing one: nobody can say what was meant.
 */
export function splitFields(text: string, separator: string): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(separator);
  const fields: string[] = [];
  for (let at = 0; ; ) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0) return undefined;
      fields.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      const end = text.indexOf(separator, at);
      const field = text.slice(at, end < 0 ? text.length : end);
      if (field.includes('"')) return undefined;
      fields.push(field);
      at += field.length;
    }
    if (at === text.length) return fields;
    if (text[at] !== separator) return undefined;
    at += 1;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}
