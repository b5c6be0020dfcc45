/** What `/reply` lends to its annexes, by module: so that it travels once (docs/specs/pages.md). */
export const lentNames = {
  age: ["Encrypter", "Decrypter", "generateHybridIdentity", "identityToRecipient"],
  ed25519: ["verifyEd25519InBrowser"],
  sha2: ["sha256", "sha512"],
  law: ["rolesFor", "staffStatementShape"],
  parcel: ["complaintReceivedShape"],
  checking: ["findStaffSigner", "isSignedBy", "rememberDirectories", "nameOfChoice"],
  words: ["say", "sayRefusal", "keepSaid", "languageInUse"],
  leaving: ["isEmptied"],
  annexes: ["loadAnnex"],
} as const;
