import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { languages } from "@temwen/words";
import { build } from "esbuild";
import type { drawPage } from "./draw-page.tsx";
import { scopeModes, showStates } from "./shown-style.ts";

/** The pages by file name, and the components whose own section really drew them. */
export type ComponentPages = {
  readonly files: ReadonlyMap<string, string>;
  readonly drawn: ReadonlySet<string>;
};

const here = fileURLToPath(new URL(".", import.meta.url));
const common = {
  bundle: true,
  write: false,
  logLevel: "error",
  charset: "utf8",
  tsconfigRaw: { compilerOptions: { jsx: "react-jsx", jsxImportSource: "preact" } },
} as const;

/** One page for each language: `ht.html` and its sisters. */
export async function buildComponents(): Promise<ComponentPages> {
  const { drawPage } = await loadMarkup();
  const style = await readStyle();
  const drawn = new Set<string>();
  const files = new Map<string, string>();
  for (const language of languages) {
    const { title, body, drawn: names } = drawPage(language);
    for (const name of names) drawn.add(name);
    files.set(`${language}.html`, pageSource({ language, title, style, body }));
  }
  return { files, drawn };
}

/** The house's own sheets, made to show on demand what otherwise only a hand or a setting brings about. */
async function readStyle(): Promise<string> {
  const tokens = await readFile(new URL("../../packages/ui/styles/tokens.css", import.meta.url), "utf8");
  const sheets = ["tokens", "paper", "controls", "records"].map((name) => `@import "@temwen/ui/styles/${name}.css";`);
  const contents = [...sheets, '@import "./page.css";'].join("\n");
  const result = await build({ ...common, stdin: { contents, resolveDir: here, loader: "css" } });
  return `${showStates(result.outputFiles[0]?.text ?? "")}\n${scopeModes(tokens)}`;
}

function pageSource(page: { language: string; title: string; style: string; body: string }): string {
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${page.title}</title>
<style>${page.style}</style>
</head>
<body>
${page.body}
</body>
</html>
`;
}

/** The markup is TSX, which Node does not run: bundled, then imported from a file, whose name a fault can show. */
async function loadMarkup(): Promise<{ readonly drawPage: typeof drawPage }> {
  const entryPoints = [join(here, "draw-page.tsx")];
  const result = await build({ ...common, entryPoints, format: "esm", platform: "node" });
  const folder = await mkdtemp(join(tmpdir(), "temwen-components-"));
  try {
    const file = join(folder, "markup.mjs");
    await writeFile(file, result.outputFiles[0]?.text ?? "");
    return (await import(pathToFileURL(file).href)) as { readonly drawPage: typeof drawPage };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
