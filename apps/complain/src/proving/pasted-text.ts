import { utf8 } from "@temwen/vocabulary";

/** Pasting and squares for a camera lose the last line's end, without which no signature line is one. */
export const endPastedText = (text: string): Uint8Array => utf8(`${text.replace(/\r\n?/g, "\n").trim()}\n`);
