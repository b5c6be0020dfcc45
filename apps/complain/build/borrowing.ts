import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import { broughtNames, pageNames } from "../src/reply/lent-names.ts";

const lentNames = { ...pageNames, ...broughtNames };

/** The files whose place another takes in an annex that borrows; each by the name under which the page lends it. */
const lentFiles: { readonly [module in keyof typeof lentNames]: RegExp } = {
  age: /[\\/]age-encryption[\\/]dist[\\/]index\.js$/,
  ed25519: /[\\/]packages[\\/]vocabulary[\\/]src[\\/]ed25519-web\.ts$/,
  sha2: /[\\/]@noble[\\/]hashes[\\/]sha2\.js$/,
  receipt: /[\\/]packages[\\/]sealing[\\/]src[\\/]receipt\.ts$/,
  law: /[\\/]packages[\\/]casework[\\/]src[\\/]person\.ts$/,
  parcel: /[\\/]packages[\\/]sealing[\\/]src[\\/]parcel\.ts$/,
  checking: /[\\/]apps[\\/]complain[\\/]src[\\/]reply[\\/]checking\.ts$/,
  words: /[\\/]apps[\\/]complain[\\/]src[\\/]page[\\/]words\.ts$/,
  leaving: /[\\/]apps[\\/]complain[\\/]src[\\/]page[\\/]leaving\.ts$/,
  annexes: /[\\/]apps[\\/]complain[\\/]src[\\/]page[\\/]annexes\.ts$/,
};

/**
 * An esbuild plugin that gives an annex the page's own copies of what both need: what seals and judges travels once, and
 * what remembers something remembers it once. An annex that wants a name which is not lent does not build.
 */
export const borrow: Plugin = borrowing(lentNames);

/** The same for the annex that brings the law: it takes what the page itself holds. */
export const borrowFromPage: Plugin = borrowing(pageNames);

function borrowing(names: Partial<typeof lentNames>): Plugin {
  return {
    name: "borrow",
    setup(build) {
      for (const [module, lent] of Object.entries(names)) {
        build.onLoad({ filter: lentFiles[module as keyof typeof lentNames] }, async ({ path }) => {
          // Read all the same: a file that moved would silently be carried twice.
          await readFile(path);
          return { contents: `export const [${lent.join(", ")}] = globalThis.lent.${module};`, loader: "js" };
        });
      }
    },
  };
}
