/** What is left out of one file of a library. */
export type LeftOut = {
  readonly file: RegExp;
  /** Texts, and what stands in their place. */
  readonly changes?: readonly (readonly [found: string, put: string])[];
  /** Tables that the page works out when it begins: from one text to the next other one, and what stands in their place. */
  readonly workedOut?: readonly (readonly [from: string, to: string, put: string])[];
  /** First lines of functions or branches, with their indentation, whose bodies throw. */
  readonly bodies?: readonly string[];
};

/** What a path does that was left out. */
export const fault = 'throw new Error("left out of this page")';

/**
 * The logarithms and powers of 0xe5 in GF(2⁸) modulo x⁸ + x⁴ + x³ + x + 1, in which a key is dealt into shares. As numbers they
 * do not compress: a kilobyte of the page.
 */
const powers = `const LOG_TABLE = new Uint8Array(256);
let power = 1;
const EXP_TABLE = Uint8Array.from({ length: 256 }, (_, i) => {
    const here = power;
    LOG_TABLE[here] = i;
    power = 0;
    for (let a = here, b = 0xe5; b > 0; b >>= 1, a = (a << 1) ^ (a > 127 ? 0x11b : 0)) if (b & 1) power ^= a;
    return here;
});`;

/** The first 64 bits behind the point of the cube roots of the first 80 primes (FIPS 180-4); those of SHA-256 are their first halves. */
const cubeRoots = `const K512 = /* @__PURE__ */ (() => {
    const primes = [];
    const roots = [];
    for (let n = 2n; roots.length < 80; n++) {
        if (primes.some((p) => n % p === 0n)) continue;
        primes.push(n);
        let root = 1n << 67n;
        for (let next; (next = (2n * root + (n << 192n) / (root * root)) / 3n) < root; ) root = next;
        roots.push(BigInt.asUintN(64, root));
    }
    return u64.split(roots);
})();`;

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
    file: /[\\/]shamir-secret-sharing[\\/]esm[\\/]index\.js$/,
    workedOut: [["const LOG_TABLE = new Uint8Array([", "// Combines two numbers in GF(2^8).", `${powers}\n`]],
  },
  {
    file: /[\\/]@noble[\\/]hashes[\\/]sha2\.js$/,
    changes: [
      [
        "  const T1 = (H + sigma1 + Chi(E, F, G) + SHA256_K[i]",
        "  const T1 = (H + sigma1 + Chi(E, F, G) + SHA512_Kh[i]",
      ],
    ],
    workedOut: [["const K512 =", "const SHA512_Kh =", `${cubeRoots}\n`]],
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
