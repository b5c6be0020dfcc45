import {
  bytesToBase64,
  granted,
  hasLoneSurrogate,
  joinBytes,
  parseBase64,
  type Result,
  refused,
  utf8,
} from "@temwen/vocabulary";
import type { Sha256 } from "../tree/hashing.ts";

/**
 * What a key signs, and how: `ed25519` the text of a note (0x01), `ed25519-cosignature` a checkpoint with a time (0x04),
 * `ml-dsa-44` the same in a form that quantum computers do not forge (0x06).
 */
export type KeyType = "ed25519" | "ed25519-cosignature" | "ml-dsa-44";

/** A public key with the name it signs under (C2SP signed-note, "verifier keys"). */
export type Vkey = {
  readonly name: string;
  /** 8 lowercase hexadecimal digits; a hint which key it is, never a proof. */
  readonly keyId: string;
  readonly type: KeyType;
  readonly publicKey: Uint8Array;
};

const keyTypes: Readonly<Record<KeyType, { readonly byte: number; readonly keyBytes: number }>> = {
  ed25519: { byte: 0x01, keyBytes: 32 },
  "ed25519-cosignature": { byte: 0x04, keyBytes: 32 },
  "ml-dsa-44": { byte: 0x06, keyBytes: 1312 },
};

/** Whether a name may stand in a signature line: not empty, no Unicode space, no plus, no control character. */
export function isKeyName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what this line is for
  return name !== "" && !hasLoneSurrogate(name) && !/[\p{White_Space}+\u0000-\u001f]/u.test(name);
}

/** A key from its parts; throws where name or length are not those of any key. */
export function createVkey(sha256: Sha256, parts: Omit<Vkey, "keyId">): Vkey {
  const { name, type, publicKey } = parts;
  if (!isKeyName(name)) throw new Error("a key's name has no spaces and no plus");
  if (publicKey.length !== keyTypes[type].keyBytes) throw new Error("a public key of another length");
  return { name, type, publicKey, keyId: keyIdOf(sha256, name, publicKeyBytes(parts)) };
}

/** Reads `name+keyid+base64`. A key of a type that we do not know is refused: nobody could check what it signs. */
export function parseVkey(sha256: Sha256, text: string): Result<Vkey, "malformed-vkey" | "unknown-key-type"> {
  // The name has no plus; the base64 may have some.
  const [, name = "", keyId = "", base64 = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text) ?? [];
  const bytes = parseBase64(base64);
  if (!isKeyName(name) || !bytes.ok || bytes.value.length < 2) return refused("malformed-vkey");
  if (keyIdOf(sha256, name, bytes.value) !== keyId) return refused("malformed-vkey");
  const type = typeOfByte(bytes.value[0]);
  if (type === undefined) return refused("unknown-key-type");
  const publicKey = bytes.value.slice(1);
  if (publicKey.length !== keyTypes[type].keyBytes) return refused("malformed-vkey");
  return granted({ name, keyId, type, publicKey });
}

/** `name+keyid+base64` */
export function formatVkey(vkey: Vkey): string {
  return `${vkey.name}+${vkey.keyId}+${bytesToBase64(publicKeyBytes(vkey))}`;
}

/** Whether two keys answer for the same signature lines. */
export const isSameKeyHint = (a: KeyHint, b: KeyHint): boolean => a.name === b.name && a.keyId === b.keyId;

/** What a signature line says of its key. */
export type KeyHint = { readonly name: string; readonly keyId: string };

const publicKeyBytes = ({ type, publicKey }: Omit<Vkey, "keyId">) =>
  joinBytes(Uint8Array.of(keyTypes[type].byte), publicKey);

function typeOfByte(byte: number | undefined): KeyType | undefined {
  return (Object.keys(keyTypes) as readonly KeyType[]).find((type) => keyTypes[type].byte === byte);
}

function keyIdOf(sha256: Sha256, name: string, typeAndKey: Uint8Array): string {
  const digest = sha256(joinBytes(utf8(`${name}\n`), typeAndKey));
  return Array.from(digest.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
