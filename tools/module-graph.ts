// What imports what, file by file. esbuild does the reading (TypeScript 7 has no compiler API); `import type` is made visible to it first.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import * as esbuild from "esbuild";

export type Edge = {
  /** As written: `./decide.ts`, `@temwen/office`, `node:fs`, `hono/jsx`. */
  readonly specifier: string;
  readonly isTypeOnly: boolean;
  /** The file in this repository, or null where it lies outside it. */
  readonly target: string | null;
};

export type ModuleFile = {
  readonly path: string;
  readonly edges: readonly Edge[];
  /** The file as esbuild prints it: no comments, no types. What is still there is what runs. */
  readonly running: string;
};

export type Workspace = {
  /** `packages/office`, `apps/server` */
  readonly folder: string;
  readonly name: string;
  readonly exports: ReadonlyMap<string, string>;
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
};

export type ModuleGraph = {
  readonly root: string;
  readonly files: ReadonlyMap<string, ModuleFile>;
  readonly workspaces: ReadonlyMap<string, Workspace>;
  readonly rootDependencies: ReadonlySet<string>;
  /** Files that esbuild could not read, each with its first message. */
  readonly unreadable: readonly string[];
};

export const codeFolders = ["packages", "apps", "tools", "test", "bench"] as const;

export async function readModuleGraph(root: string): Promise<ModuleGraph> {
  const workspaces = readWorkspaces(root);
  const paths = codeFolders.flatMap((folder) => listCode(root, folder));
  const everything = await readImports(root, paths, revealTypeImports);
  const atRunTime = await readImports(root, paths, (source) => source);
  const files = new Map<string, ModuleFile>();
  for (const path of paths) {
    const running = new Set(atRunTime.imports.get(path) ?? []);
    const specifiers = new Set([...(everything.imports.get(path) ?? []), ...running]);
    const edges = [...specifiers].map((specifier) => ({
      specifier,
      isTypeOnly: !running.has(specifier),
      target: resolveSpecifier(root, path, specifier, workspaces),
    }));
    files.set(path, { path, edges, running: await printRunning(root, path) });
  }
  const manifest = readManifest(join(root, "package.json"));
  return {
    root,
    files,
    workspaces,
    rootDependencies: new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]),
    unreadable: [...new Set([...everything.unreadable, ...atRunTime.unreadable])],
  };
}

/** Every file of this repository that running `start` loads (or mentions, with types included). */
export function reachableFrom(graph: ModuleGraph, start: string, options = { withTypes: false }): Set<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const edge of graph.files.get(path)?.edges ?? []) {
      if (edge.target !== null && (options.withTypes || !edge.isTypeOnly)) waiting.push(edge.target);
    }
  }
  return seen;
}

export function workspaceOf(graph: ModuleGraph, path: string): Workspace | null {
  const folder = path.split("/").slice(0, 2).join("/");
  return [...graph.workspaces.values()].find((workspace) => workspace.folder === folder) ?? null;
}

/** `@temwen/sealing/open` → `@temwen/sealing` and `./open`; `hono/jsx` → `hono` and `./jsx`. */
export function splitSpecifier(specifier: string): { readonly packageName: string; readonly exportPath: string } {
  const parts = specifier.split("/");
  const nameParts = specifier.startsWith("@") ? 2 : 1;
  const rest = parts.slice(nameParts).join("/");
  return { packageName: parts.slice(0, nameParts).join("/"), exportPath: rest === "" ? "." : `./${rest}` };
}

// ---- reading imports

type ReadImports = {
  readonly imports: ReadonlyMap<string, readonly string[]>;
  readonly unreadable: readonly string[];
};

async function readImports(
  root: string,
  paths: readonly string[],
  prepare: (source: string) => string,
): Promise<ReadImports> {
  if (paths.length === 0) return { imports: new Map(), unreadable: [] };
  const imports = new Map<string, string[]>();
  const keepImportsOutside: esbuild.Plugin = {
    name: "keep-imports-outside",
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind === "entry-point") return null;
        const from = toPosix(relative(root, args.importer));
        imports.set(from, [...(imports.get(from) ?? []), args.path]);
        return { path: args.path, external: true };
      });
      build.onLoad({ filter: /\.(tsx?|mjs)$/ }, (args) => ({
        contents: prepare(readFileSync(args.path, "utf8")),
        loader: args.path.endsWith("x") ? "tsx" : "ts",
      }));
    },
  };
  const unreadable: string[] = [];
  try {
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: paths.map((path) => join(root, path)),
      outdir: join(root, ".nowhere"),
      outbase: root,
      bundle: true,
      write: false,
      format: "esm",
      target: "esnext",
      logLevel: "silent",
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, jsx: "preserve" } },
      jsx: "preserve",
      plugins: [keepImportsOutside],
    });
  } catch (cause) {
    if (!isBuildFailure(cause)) throw cause;
    for (const error of cause.errors) unreadable.push(`${error.location?.file ?? "?"}: ${error.text}`);
  }
  return { imports, unreadable };
}

/** esbuild drops `import type`. Written as a plain import it is kept, and the unused names in it do no harm. */
function revealTypeImports(source: string): string {
  const asPlain = source
    .replace(/^import type (?=[\w{*])/gm, "import ")
    .replace(/^export type (?=\{|\*)/gm, "export ")
    .replace(/^(import|export) \{[^}]*\} from /gm, (statement) => statement.replace(/([{,]\s*)type (?=\w)/g, "$1"));
  const inTypePosition = [...source.matchAll(/^(?!\s*\*)[^"'`/\n]*\bimport\((["'])([^"'\n]+)\1\)\s*[.[>;,)]/gm)];
  return `${asPlain}\n${inTypePosition.map((match) => `import ${JSON.stringify(match[2])};`).join("\n")}`;
}

async function printRunning(root: string, path: string): Promise<string> {
  try {
    const printed = await esbuild.transform(readFileSync(join(root, path), "utf8"), {
      loader: path.endsWith("x") ? "tsx" : "ts",
      target: "esnext",
      jsx: "automatic", // words between tags become string literals, which the readers of this text know how to skip
      legalComments: "none",
      logLevel: "silent",
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    });
    return printed.code;
  } catch (cause) {
    if (!isBuildFailure(cause)) throw cause;
    return "";
  }
}

function isBuildFailure(cause: unknown): cause is esbuild.BuildFailure {
  return cause instanceof Error && "errors" in cause && Array.isArray(cause.errors);
}

// ---- finding files

function resolveSpecifier(
  root: string,
  from: string,
  specifier: string,
  workspaces: ReadonlyMap<string, Workspace>,
): string | null {
  if (specifier.startsWith(".")) {
    const target = posix.normalize(posix.join(posix.dirname(from), specifier.split("?")[0] ?? specifier));
    return existsSync(join(root, target)) ? target : null;
  }
  const { packageName, exportPath } = splitSpecifier(specifier);
  const workspace = workspaces.get(packageName);
  const target = workspace?.exports.get(exportPath);
  return workspace === undefined || target === undefined ? null : posix.join(workspace.folder, target);
}

const skippedFolders = new Set(["node_modules", "dist", "generated", ".temwen"]);

function listCode(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : listCode(root, path);
      return /\.(tsx?|mjs)$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
    });
}

function readWorkspaces(root: string): Map<string, Workspace> {
  const found = new Map<string, Workspace>();
  for (const parent of ["packages", "apps"]) {
    if (!existsSync(join(root, parent))) continue;
    for (const name of readdirSync(join(root, parent)).sort()) {
      const manifestPath = join(root, parent, name, "package.json");
      if (!existsSync(manifestPath)) continue;
      const manifest = readManifest(manifestPath);
      found.set(manifest.name, {
        folder: `${parent}/${name}`,
        name: manifest.name,
        exports: exportTargets(manifest.exports),
        dependencies: new Set(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })),
        devDependencies: new Set(Object.keys(manifest.devDependencies)),
      });
    }
  }
  return found;
}

type Manifest = {
  readonly name: string;
  readonly exports: unknown;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
};

function readManifest(path: string): Manifest {
  const raw = JSON.parse(readFileSync(path, "utf8"));
  return {
    name: raw.name ?? dirname(path),
    exports: raw.exports,
    dependencies: { ...raw.dependencies, ...raw.optionalDependencies },
    devDependencies: raw.devDependencies ?? {},
    peerDependencies: raw.peerDependencies ?? {},
  };
}

function exportTargets(declared: unknown): Map<string, string> {
  const targets = new Map<string, string>();
  if (typeof declared === "string") return targets.set(".", declared);
  if (typeof declared !== "object" || declared === null) return targets;
  const isConditions = Object.keys(declared).every((key) => !key.startsWith("."));
  if (isConditions) return exportTargets({ ".": declared });
  for (const [exportPath, target] of Object.entries(declared)) {
    const file = firstFile(target);
    if (file !== null) targets.set(exportPath, file);
  }
  return targets;
}

/** With conditions (`source`, `import`, `default`) the source file is the one that matters here. */
function firstFile(target: unknown): string | null {
  if (typeof target === "string") return target;
  if (typeof target !== "object" || target === null) return null;
  const candidates = Object.values(target).map(firstFile);
  return (
    candidates.find((file) => file?.endsWith(".ts") || file?.endsWith(".tsx")) ??
    candidates.find((file) => file !== null) ??
    null
  );
}

const toPosix = (path: string) => path.replaceAll("\\", "/");
