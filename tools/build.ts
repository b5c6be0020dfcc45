// `node tools/build.ts [words|pages|desk]`: makes what is made from sources. Without a name, everything, in this order.
// `node tools/build.ts words --coverage` makes nothing and says how far each language has come.
import { existsSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writePages } from "@temwen/complain/build";
import { compileCatalogues } from "@temwen/words/build";
import { catalogues } from "@temwen/words/catalogues";
import { coverageText } from "@temwen/words/coverage";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const parts: { readonly [name: string]: () => Promise<void> } = {
  words: writeWords,
  pages: writePages,
  desk: writeDesk,
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  process.stderr.write(`nothing here is called ${unknown}; there are ${Object.keys(parts).join(", ")}\n`);
  process.exit(2);
}
const deskOptions = {
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "error",
  charset: "utf8",
  tsconfigRaw: { compilerOptions: { jsx: "react-jsx", jsxImportSource: "preact" } },
} as const;

if (process.argv.includes("--coverage")) {
  process.stdout.write(coverageText(Object.values(catalogues)));
  process.exit(0);
}
for (const [name, write] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) await write();
}

/** `packages/words/src/generated`, committed: a test says when it is stale. */
async function writeWords(): Promise<void> {
  const folder = join(root, "packages/words/src/generated");
  await mkdir(folder, { recursive: true });
  for (const [name, source] of Object.entries(compileCatalogues(Object.values(catalogues)))) {
    await writeFile(join(folder, name), source);
  }
}

/** The desk's page: one HTML, one script, one style, nothing inline. Its keeper serves it to this machine only. */
async function writeDesk(): Promise<void> {
  const source = join(root, "apps/desk/page/src");
  if (!existsSync(join(source, "main.tsx"))) return;
  const folder = join(root, "apps/desk/page/dist");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    ...deskOptions,
    entryPoints: [join(source, "main.tsx")],
    outfile: join(folder, "main.js"),
    target: "es2022",
    format: "esm",
  });
  const sheets = ["tokens", "paper", "controls", "records"].map((name) => `@import "@temwen/ui/styles/${name}.css";`);
  if (existsSync(join(source, "desk.css"))) sheets.push('@import "./desk.css";');
  await build({
    ...deskOptions,
    stdin: { contents: sheets.join("\n"), resolveDir: source, loader: "css" },
    outfile: join(folder, "desk.css"),
  });
  await copyFile(join(source, "index.html"), join(folder, "index.html"));
  const viewer = join(source, "viewer");
  await writeFile(join(folder, "viewer.html"), await bundleViewer(viewer));
  await writeFile(join(folder, "viewer-document.html"), await bundleViewer(join(viewer, "document")));
}

/** A frame that shows evidence: one file, for its opaque origin may fetch nothing. Its keeper names both hashes. */
async function bundleViewer(source: string): Promise<string> {
  const parts = { script: "main.ts", style: "viewer.css" };
  const inline = async (element: keyof typeof parts): Promise<string> => {
    const entryPoints = [join(source, parts[element])];
    const made = await build({ ...deskOptions, entryPoints, target: "es2022", write: false });
    const [file] = made.outputFiles;
    return `<${element}>${(file?.text ?? "").trim().replaceAll("</", "<\\/")}</${element}>`;
  };
  const head = `<meta charset="utf-8" /><title>Temwen</title>${await inline("style")}`;
  return `<!doctype html><html><head>${head}</head><body>${await inline("script")}</body></html>`;
}
