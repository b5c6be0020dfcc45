import { joinBytes, neverHere, utf8 } from "@temwen/vocabulary";
import { parseCheckpoint } from "../checkpoint/checkpoint-text.ts";
import type { Vkey } from "./vkey.ts";

/** Later seconds do not fit the signed 64 bits in which others keep a time (C2SP tlog-cosignature). */
export const latestTime = 2n ** 63n - 1n;

/**
 * The bytes that a key signs for a text, at a time in seconds since 1970 where its kind has one. Null where the kind signs
 * checkpoints only and this is none, or where a name is too long to be written.
 */
export function signedMessage(vkey: Vkey, text: string, time: bigint): Uint8Array | null {
  switch (vkey.type) {
    case "ed25519":
      return utf8(text);
    case "ed25519-cosignature":
      return parseCheckpoint(text).ok ? utf8(`cosignature/v1\ntime ${time}\n${text}`) : null;
    case "ml-dsa-44":
      return checkpointMessage(vkey.name, text, time);
    default:
      return neverHere(vkey.type);
  }
}

/** C2SP tlog-cosignature, "ML-DSA-44 signed message", for a whole tree. Extension lines are not in it. */
function checkpointMessage(cosigner: string, text: string, time: bigint): Uint8Array | null {
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint.ok) return null;
  const { origin, size, root } = checkpoint.value;
  const [cosignerName, originName] = [utf8(cosigner), utf8(origin)];
  if (cosignerName.length > 255 || originName.length > 255) return null;
  return joinBytes(
    utf8("subtree/v1\n\0"),
    Uint8Array.of(cosignerName.length),
    cosignerName,
    bigEndian(time),
    Uint8Array.of(originName.length),
    originName,
    bigEndian(0n),
    bigEndian(size),
    root,
  );
}

/** A u64, big-endian. In halves: Safari 14 knows no `setBigUint64`. */
export function bigEndian(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Number(value >> 32n));
  view.setUint32(4, Number(value & 0xffff_ffffn));
  return bytes;
}

/** The u64 in the first eight bytes. */
export function readBigEndian(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (BigInt(view.getUint32(0)) << 32n) | BigInt(view.getUint32(4));
}
