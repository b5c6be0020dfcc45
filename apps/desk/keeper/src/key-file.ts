import type { Role } from "@temwen/office";
import { bytesToBase64, type OfficeId, parseBase64, parseId, type StaffId, utf8, utf8ToText } from "@temwen/vocabulary";
import { Decrypter, Encrypter } from "age-encryption";

/** What a staff key file holds. Decrypted by any age tool, it is an age identity file; the rest stands in comments. */
export type StaffKey = {
  readonly office: OfficeId;
  readonly staff: StaffId;
  readonly role: Role | string;
  /** 32 bytes: the Ed25519 seed that signs this person's acts. */
  readonly signingSeed: Uint8Array;
  /** `AGE-SECRET-KEY-PQ-1…`: opens what is granted to this person. */
  readonly identity: string;
};

/** scrypt's cost as a power of two: about a second on a laptop, once per sign-in. age's own default. */
export const ordinaryWorkFactor = 18;

/** Seals a staff key under a passphrase, as an ordinary age passphrase file. */
export async function sealKeyFile(
  key: StaffKey,
  passphrase: string,
  workFactor = ordinaryWorkFactor,
): Promise<Uint8Array> {
  const lines = [
    "# temwen staff key/1",
    `# office ${key.office}`,
    `# staff ${key.staff}`,
    `# role ${key.role}`,
    `# signing seed ${bytesToBase64(key.signingSeed)}`,
    key.identity,
  ];
  return sealWithPassphrase(utf8(`${lines.join("\n")}\n`), passphrase, workFactor);
}

/** Seals bytes under a passphrase. */
export async function sealWithPassphrase(
  plain: Uint8Array,
  passphrase: string,
  workFactor: number,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(plain);
}

/** Opens a passphrase file; undefined for a wrong passphrase and for anything else. */
export async function openWithPassphrase(file: Uint8Array, passphrase: string): Promise<Uint8Array | undefined> {
  try {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    return await decrypter.decrypt(file);
  } catch {
    return undefined;
  }
}

/** Opens a key file: the key, or which of the two things was wrong. */
export async function openKeyFile(
  file: Uint8Array,
  passphrase: string,
): Promise<StaffKey | "wrong-passphrase" | "malformed-key-file"> {
  const start = new TextDecoder().decode(file.subarray(0, 40));
  if (!start.startsWith("age-encryption.org/v1\n-> scrypt ")) return "malformed-key-file";
  const plain = await openWithPassphrase(file, passphrase);
  if (!plain) return "wrong-passphrase";
  return parseStaffKey(plain) ?? "malformed-key-file";
}

function parseStaffKey(plain: Uint8Array): StaffKey | undefined {
  const text = utf8ToText(plain);
  const lines = text.ok ? text.value.split("\n") : [];
  if (lines[0] !== "# temwen staff key/1") return undefined;
  const office = parseId("office", readComment(lines, "office"));
  const staff = parseId("staff", readComment(lines, "staff"));
  const seed = parseBase64(readComment(lines, "signing seed"));
  const identity = lines.find((line) => line.startsWith("AGE-SECRET-KEY-PQ-1"));
  const role = readComment(lines, "role");
  if (!office.ok || !staff.ok || !seed.ok || seed.value.length !== 32 || !identity || !role) return undefined;
  return { office: office.value, staff: staff.value, role, signingSeed: seed.value, identity };
}

/** The value of a `# name value` line. */
export function readComment(lines: readonly string[], name: string): string | undefined {
  const start = `# ${name} `;
  return lines.find((line) => line.startsWith(start))?.slice(start.length);
}
