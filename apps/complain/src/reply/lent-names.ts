/** What `/reply` lends to its annexes, by module: so that it travels once (docs/specs/pages.md). */
export const pageNames = {
  age: ["Encrypter", "Decrypter", "generateHybridIdentity", "identityToRecipient"],
  ed25519: ["verifyEd25519InBrowser"],
  sha2: ["sha256", "sha512"],
  bytes: ["utf8", "utf8ToText", "bytesToBase64", "parseBase64", "joinBytes"],
  canonical: ["canonicalBytes", "canonicalText", "parseCanonical"],
  digests: ["parseDigest", "bytesToDigest"],
  ids: ["parseId"],
  directory: ["hybridRecipient"],
  instants: ["parseInstant"],
  result: ["granted", "refused"],
  shape: ["fieldsOf", "listOf", "tableOf", "oneOf", "parsed", "textLike", "textUpTo", "wholeUpTo"],
  statement: ["vouchFor", "isVouchedFor"],
  trust: ["verifyDirectory"],
  receipt: ["deriveReceiptKeys", "bytesToIdentity", "identityToBytes"],
  words: ["say", "sayRefusal", "keepSaid", "languageInUse"],
  leaving: ["isEmptied"],
  annexes: ["loadAnnex"],
} as const;

/** What the annex `mailbox` brings and lends on: every mailbox is opened with it, and the other annexes come behind that. */
export const broughtNames = {
  law: ["rekeyedStatementShape", "whoRekeys"],
  parcel: ["complaintReceivedShape"],
  checking: ["findStaffSigner", "isSignedBy", "rememberDirectories"],
} as const;

type Names = { readonly [module: string]: readonly string[] };

/** In the order of the names, which therefore need not travel. */
export type Lending<T extends Names> = { readonly [M in keyof T]: { readonly [N in keyof T[M]]: unknown } };
