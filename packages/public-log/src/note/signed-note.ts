import {
  bytesToBase64,
  granted,
  joinBytes,
  parseBase64,
  type Result,
  refused,
  utf8,
  utf8ToText,
} from "@temwen/vocabulary";
import { isKeyName } from "./vkey.ts";

/** One signature line, not yet checked. */
export type NoteSignature = {
  readonly name: string;
  /** 8 lowercase hexadecimal digits. */
  readonly keyId: string;
  /** What stands behind the key id; at least one byte. */
  readonly signature: Uint8Array;
};

/** A text with signature lines (C2SP signed-note). */
export type SignedNote = {
  /** Ends with a line feed; this is what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

/** The standard wants 16 at least; an ML-DSA-44 line has 3 300 bytes. */
const mostSignatures = 64;
const mostBytes = 262_144;
const dash = "\u2014 ";

/** Reads a note. A text that is not UTF-8, has control characters or an unfinished line is no note. */
export function parseNote(bytes: Uint8Array): Result<SignedNote, "malformed-note"> {
  const decoded = bytes.length <= mostBytes ? utf8ToText(bytes) : null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the standard forbids them
  if (!decoded?.ok || /[\u0000-\u0009\u000b-\u001f]/.test(decoded.value)) return refused("malformed-note");
  const note = decoded.value;
  // The text may hold empty lines itself: the last one ends it.
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) return refused("malformed-note");
  const lines = note.slice(end + 2, -1).split("\n");
  if (lines.length > mostSignatures) return refused("malformed-note");
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === undefined) return refused("malformed-note");
    signatures.push(signature);
  }
  return granted({ text: note.slice(0, end + 1), signatures });
}

/** Reads lines as a witness answers them: signature lines and nothing else. */
export function parseSignatureLines(bytes: Uint8Array): Result<readonly NoteSignature[], "malformed-signatures"> {
  const note = parseNote(joinBytes(utf8("x\n\n"), bytes));
  return note.ok && note.value.text === "x\n" ? granted(note.value.signatures) : refused("malformed-signatures");
}

/** The bytes of a note, as they are stored and sent. */
export function formatNote({ text, signatures }: SignedNote): Uint8Array {
  return utf8(`${text}\n${signatures.map(formatSignatureLine).join("")}`);
}

/** `— name base64\n` */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  return `${dash}${name} ${bytesToBase64(joinBytes(hexToBytes(keyId), signature))}\n`;
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  if (!line.startsWith(dash)) return undefined;
  const space = line.indexOf(" ", dash.length);
  const name = line.slice(dash.length, Math.max(space, 0));
  const bytes = parseBase64(line.slice(space + 1));
  if (!isKeyName(name) || !bytes.ok || bytes.value.length < 5) return undefined;
  const keyId = Array.from(bytes.value.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { name, keyId, signature: bytes.value.slice(4) };
}

function hexToBytes(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
