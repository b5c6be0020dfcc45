import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import { broughtNames, pageNames } from "../src/reply/lent-names.ts";

const lentNames = { ...pageNames, ...broughtNames };

type LentFile = {
  readonly file: RegExp;
  /** It remembers nothing: what is not lent of it may be carried along. */
  readonly isPure?: true;
};
const inVocabulary = (name: string): LentFile => ({
  file: new RegExp(`[\\\\/]packages[\\\\/]vocabulary[\\\\/]src[\\\\/]${name}\\.ts$`),
  isPure: true,
});
const inOffice = (name: string): LentFile => ({
  file: new RegExp(`[\\\\/]packages[\\\\/]office[\\\\/]src[\\\\/]${name}\\.ts$`),
  isPure: true,
});

/** The files whose place another takes in an annex that borrows; each by the name under which the page lends it. */
const lentFiles: { readonly [module in keyof typeof lentNames]: LentFile } = {
  age: { file: /[\\/]age-encryption[\\/]dist[\\/]index\.js$/ },
  ed25519: { file: /[\\/]packages[\\/]vocabulary[\\/]src[\\/]ed25519-web\.ts$/ },
  sha2: { file: /[\\/]@noble[\\/]hashes[\\/]sha2\.js$/ },
  bytes: inVocabulary("bytes"),
  canonical: inVocabulary("canonical"),
  digests: inVocabulary("digests"),
  ids: inVocabulary("ids"),
  instants: inVocabulary("instants"),
  result: inVocabulary("result"),
  shape: inVocabulary("shape"),
  directory: inOffice("directory"),
  statement: inOffice("statement"),
  trust: inOffice("trust"),
  receipt: { file: /[\\/]packages[\\/]sealing[\\/]src[\\/]receipt\.ts$/ },
  law: { file: /[\\/]packages[\\/]casework[\\/]src[\\/]person\.ts$/ },
  parcel: { file: /[\\/]packages[\\/]sealing[\\/]src[\\/]parcel\.ts$/ },
  checking: { file: /[\\/]apps[\\/]complain[\\/]src[\\/]reply[\\/]checking\.ts$/ },
  words: { file: /[\\/]apps[\\/]complain[\\/]src[\\/]page[\\/]words\.ts$/ },
  leaving: { file: /[\\/]apps[\\/]complain[\\/]src[\\/]page[\\/]leaving\.ts$/ },
  annexes: { file: /[\\/]apps[\\/]complain[\\/]src[\\/]page[\\/]annexes\.ts$/ },
};

/**
 * An esbuild plugin that gives an annex the page's own copies of what both need: what seals and judges travels once, and
 * what remembers something remembers it once. An annex that wants a name of such a file which is not lent does not build.
 */
export const borrow: Plugin = borrowing(lentNames);

/** The same for the annexes that bring the law: they take what the page itself holds. */
export const borrowFromPage: Plugin = borrowing(pageNames);

/** Behind the name of a pure file: the file itself, for what is not lent of it. */
const own = "?own";

function borrowing(names: Partial<typeof lentNames>): Plugin {
  return {
    name: "borrow",
    setup(build) {
      build.onResolve({ filter: /\?own$/ }, ({ path }) => ({
        path: path.slice(0, -own.length),
        suffix: own,
        sideEffects: false,
      }));
      for (const [module, lent] of Object.entries(names)) {
        const { file, isPure } = lentFiles[module as keyof typeof lentNames];
        build.onLoad({ filter: file }, async ({ path, suffix }) => {
          if (suffix === own) return undefined;
          // Read all the same: a file that moved would silently be carried twice.
          await readFile(path);
          const borrowed = `export const [${lent.join(", ")}] = globalThis.lent.${module};`;
          // What is named here goes before what stands in the file.
          const rest = isPure ? `\nexport * from ${JSON.stringify(path + own)};` : "";
          return { contents: borrowed + rest, loader: "js" };
        });
      }
    },
  };
}
