export { type NoteSigner, signText } from "./note/sign-note.ts";
export {
  formatNote,
  formatSignatureLine,
  type NoteSignature,
  parseNote,
  parseSignatureLines,
  type SignedNote,
} from "./note/signed-note.ts";
export { type NoteRefusal, type VerifiedNote, type VerifiedSignature, verifyNote } from "./note/verify-note.ts";
export { createVkey, formatVkey, type KeyType, parseVkey, type Vkey } from "./note/vkey.ts";
