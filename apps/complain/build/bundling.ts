import { build, type Plugin } from "esbuild";
import { leaveOut } from "./leave-out.ts";

/** Engines the pages run on: age needs BigInt, so Safari begins at 14. */
export const engines = ["chrome80", "firefox78", "safari14"];

/**
 * What these engines lack although they have its syntax, by what they have. `target` lowers syntax only; what else they lack no
 * page may use, ours or a library's (`oldest-engine.test.ts`).
 */
const older = { "Object.hasOwn": "Object.prototype.hasOwnProperty.call" };

/** How everything of the pages is bundled. */
export const everywhere = {
  bundle: true,
  minify: true,
  write: false,
  legalComments: "none",
  logLevel: "error",
  charset: "utf8",
  tsconfigRaw: { compilerOptions: { jsx: "react-jsx", jsxImportSource: "preact" } },
} as const;

/** How a script of a page is bundled beyond that: words that are known only now, and the global that it leaves. */
type Bundling = {
  readonly define?: Record<string, string>;
  readonly globalName?: string;
  readonly plugins?: readonly Plugin[];
};

/** Bundles what runs in a page into one text. */
export async function bundleScript(entry: string, { plugins = [], define, ...more }: Bundling = {}): Promise<string> {
  const result = await build({
    ...everywhere,
    ...more,
    define: { ...older, ...define },
    entryPoints: [entry],
    format: "iife",
    target: engines,
    // esbuild avoids destructuring for Safari 14.0, and `?.` below Chrome 91, each because of one corner (a call like
    // `a?.(...b)`) that nothing here touches.
    supported: { destructuring: true, "optional-chain": true },
    plugins: [...plugins, leaveOut],
  });
  return textOf(result.outputFiles);
}

/** The one text that esbuild wrote. */
export function textOf(files: readonly { readonly text: string }[]): string {
  const text = files[0]?.text.trim();
  if (text === undefined) throw new Error("esbuild wrote nothing");
  return text;
}
