import { createId, type ImportedCaseId, type RegisterId, utf8 } from "@temwen/vocabulary";
import type { Sha256 } from "./field.ts";

/** The id of a register, from the office and the word that its mapping calls it. */
export const registerIdOf = (office: string, register: string, sha256: Sha256): RegisterId =>
  createId("register", first16(sha256, `temwen/register/1\n${office}\n${register}`));

/** The id of a case that was imported, from register and key: the same row is the same case, whenever it is brought. */
export const importedCaseIdOf = (register: RegisterId, key: string, sha256: Sha256): ImportedCaseId =>
  createId("imported-case", first16(sha256, `temwen/imported-case/1\n${register}\n${key}`));

const first16 = (sha256: Sha256, text: string): Uint8Array => sha256(utf8(text)).subarray(0, 16);
