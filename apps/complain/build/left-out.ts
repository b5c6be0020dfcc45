/** What is left out of one file of a library. */
export type LeftOut = {
  readonly file: RegExp;
  /** Texts, and what stands in their place. */
  readonly changes?: readonly (readonly [found: string, put: string])[];
  /** First lines of functions or branches, with their indentation, whose bodies throw. */
  readonly bodies?: readonly string[];
};

/** What a path does that was left out. */
export const fault = 'throw new Error("left out of this page")';

/**
 * What the pages never call and need not carry. Of age: passphrases, classic, hardware and passkey recipients, and the
 * NIST curves behind them, for the directory's shape admits hybrid recipients only; and the sizes of streams. Of Ed25519: the
 * library's own verdict on a signature, because ours is another one (docs/specs/record.md), with what only that one calls,
 * and square roots in fields at large, because this curve brings its own. A path that is cut throws; nothing is replaced by
 * something weaker, and nothing that checks what comes in is cut.
 */
export const leftOut: readonly LeftOut[] = [
  {
    file: /[\\/]age-encryption[\\/]dist[\\/]index\.js$/,
    changes: [
      ["this.recipients.push(new TagRecipient(s))", fault],
      ["this.recipients.push(new HybridTagRecipient(s))", fault],
      ["recipients = [new ScryptRecipient(this.passphrase, this.scryptWorkFactor)]", fault],
      ["this.identities.push(new ScryptIdentity(s))", fault],
      ["this.recipients.push(new X25519Recipient(s))", fault],
      [
        "if (isCryptoKey(s)) {\n            this.identities.push(new X25519Identity(s))",
        `if (isCryptoKey(s)) {\n            ${fault}`,
      ],
      [
        'if (s.startsWith("AGE-SECRET-KEY-1")) {\n                this.identities.push(new X25519Identity(s))',
        `if (s.startsWith("AGE-SECRET-KEY-1")) {\n                ${fault}`,
      ],
    ],
    bodies: ["    setPassphrase(s) {", "    setScryptWorkFactor(logN) {"],
  },
  {
    file: /[\\/]age-encryption[\\/]dist[\\/]stream\.js$/,
    bodies: ["export function plaintextSize(ciphertextSize) {", "export function ciphertextSize(plaintextSize) {"],
  },
  {
    file: /[\\/]age-encryption[\\/]dist[\\/]recipients\.js$/,
    changes: [["const recipient = await x25519.scalarMultBase(scalar);", `${fault};`]],
  },
  {
    // Calls without effect that the library does not mark as such; unmarked, they keep two curves in the page.
    file: /[\\/]@noble[\\/]post-quantum[\\/]hybrid\.js$/,
    changes: [
      ["QSF_ml_kem768_p256 = QSF(", "QSF_ml_kem768_p256 = /* @__PURE__ */ QSF("],
      ["ecdhKem(p256, true)", "/* @__PURE__ */ ecdhKem(p256, true)"],
      ["QSF_ml_kem1024_p384 = QSF(", "QSF_ml_kem1024_p384 = /* @__PURE__ */ QSF("],
      ["ecdhKem(p384, true)", "/* @__PURE__ */ ecdhKem(p384, true)"],
      [
        "KitchenSink_ml_kem768_x25519 = createKitchenSink(",
        "KitchenSink_ml_kem768_x25519 = /* @__PURE__ */ createKitchenSink(",
      ],
    ],
    bodies: ["    if (allowZeroKey) {"],
  },
  {
    file: /[\\/]@noble[\\/]curves[\\/]abstract[\\/]edwards\.js$/,
    bodies: [
      "        static fromHex(hex, zip215 = false) {",
      "        assertValidity() {",
      "        isSmallOrder() {",
      "        isTorsionFree() {",
      "        clearCofactor() {",
      "        toHex() {",
      "        toString() {",
      "    function verify(sig, msg, publicKey, options = verifyOpts) {",
      "    function isValidPublicKey(key, zip215) {",
      "        toMontgomery(publicKey) {",
      "        toMontgomerySecret(secretKey) {",
    ],
  },
  {
    file: /[\\/]@noble[\\/]curves[\\/]ed25519\.js$/,
    bodies: ["function toMontgomery(point) {", "function toMontgomerySecret(secretKey) {"],
  },
  {
    file: /[\\/]@noble[\\/]curves[\\/]abstract[\\/]modular\.js$/,
    bodies: ["    sqrt(num) {", "    fromBytes(bytes, skipValidation = false) {", "    invertBatch(lst) {"],
  },
  {
    file: /[\\/]@noble[\\/]curves[\\/]abstract[\\/]curve\.js$/,
    bodies: ["    fixedWindowCT(point, n, bits) {"],
  },
  {
    file: /[\\/]@noble[\\/]curves[\\/]abstract[\\/]fft\.js$/,
    bodies: ["export function bitReversalInplace(values) {"],
  },
  {
    file: /[\\/]@noble[\\/]ciphers[\\/]_arx\.js$/,
    bodies: ["        if (extendNonceFn) {"],
  },
  {
    file: /[\\/]@noble[\\/]hashes[\\/]sha3\.js$/,
    bodies: ["    _cloneInto(to) {"],
  },
  {
    file: /[\\/]@scure[\\/]base[\\/]index\.js$/,
    changes: [
      ["unsafeWrapper(fromWords)", "undefined"],
      ["unsafeWrapper(decode)", "undefined"],
    ],
  },
];
