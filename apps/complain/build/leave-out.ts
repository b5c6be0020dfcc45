import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/**
 * What the pages never call and need not carry: passphrases, classic, hardware and passkey recipients, and the NIST
 * curves behind them. The directory's shape admits hybrid recipients only. A path that is cut throws; nothing is replaced by
 * something weaker. Each text must be found exactly once, so that an upgrade of a library is noticed here.
 */
const cuts: readonly { readonly file: RegExp; readonly changes: readonly (readonly [string, string])[] }[] = [
  {
    file: /[\\/]age-encryption[\\/]dist[\\/]index\.js$/,
    changes: [
      ["this.recipients.push(new TagRecipient(s))", 'throw new Error("left out of this page")'],
      ["this.recipients.push(new HybridTagRecipient(s))", 'throw new Error("left out of this page")'],
      [
        "recipients = [new ScryptRecipient(this.passphrase, this.scryptWorkFactor)]",
        'throw new Error("left out of this page")',
      ],
      ["this.identities.push(new ScryptIdentity(s))", 'throw new Error("left out of this page")'],
      ["this.recipients.push(new X25519Recipient(s))", 'throw new Error("left out of this page")'],
      [
        "if (isCryptoKey(s)) {\n            this.identities.push(new X25519Identity(s))",
        'if (isCryptoKey(s)) {\n            throw new Error("left out of this page")',
      ],
      [
        'if (s.startsWith("AGE-SECRET-KEY-1")) {\n                this.identities.push(new X25519Identity(s))',
        'if (s.startsWith("AGE-SECRET-KEY-1")) {\n                throw new Error("left out of this page")',
      ],
    ],
  },
  {
    file: /[\\/]age-encryption[\\/]dist[\\/]recipients\.js$/,
    changes: [["const recipient = await x25519.scalarMultBase(scalar);", 'throw new Error("left out of this page");']],
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
  },
];

/** An esbuild plugin that leaves these out of the bundle. */
export const leaveOut: Plugin = {
  name: "leave-out",
  setup(build) {
    build.onResolve({ filter: /^(age-encryption|shamir-secret-sharing)$/ }, async ({ path, ...rest }) => {
      if (rest.pluginData === "resolved") return undefined;
      const { importer, resolveDir, kind } = rest;
      const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: "resolved" });
      return { ...found, sideEffects: false };
    });
    build.onResolve({ filter: /^\.\// }, async ({ path, ...rest }) => {
      if (rest.pluginData === "resolved" || !/[\\/]age-encryption[\\/]/.test(rest.importer)) return undefined;
      const { importer, resolveDir, kind } = rest;
      const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: "resolved" });
      return { ...found, sideEffects: false };
    });
    for (const { file, changes } of cuts) {
      build.onLoad({ filter: file }, async ({ path }) => {
        let contents = await readFile(path, "utf8");
        for (const [found, put] of changes) {
          if (contents.split(found).length !== 2) throw new Error(`${path} no longer holds exactly one “${found}”`);
          contents = contents.replace(found, () => put);
        }
        return { contents, loader: "js" };
      });
    }
  },
};
