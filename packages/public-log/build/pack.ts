// Makes `dist/`: this package alone, as anybody can install it. Node does not strip types inside node_modules, and the vocabulary
// and noble come from no other tarball, so each export is one file of JavaScript with all that it needs in it.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("..", import.meta.url));
const dist = join(folder, "dist");
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly exports: Readonly<Record<string, string>>;
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const names = Object.keys(manifest.exports).map((path) => path.slice("./".length));
await build({
  absWorkingDir: folder,
  entryPoints: Object.fromEntries(names.map((name) => [name, manifest.exports[`./${name}`] ?? ""])),
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  external: ["node:*"],
  legalComments: "inline",
  logLevel: "error",
});
const { name, version, license } = manifest;
const exports = Object.fromEntries(names.map((path) => [`./${path}`, `./${path}.js`]));
const packed = { name, version, license, type: "module", sideEffects: false, exports };
writeFileSync(join(dist, "package.json"), `${JSON.stringify(packed, null, 2)}\n`);
copyFileSync(join(folder, "README.md"), join(dist, "README.md"));
copyFileSync(join(folder, "../../LICENSE"), join(dist, "LICENSE"));
