import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";

/** The libraries below this package, for a page to lend to code that it loads later: so that they travel once. */
export const libraries = {
  age: [Encrypter, Decrypter, generateHybridIdentity, identityToRecipient],
  sha2: [sha256, sha512],
} as const;
