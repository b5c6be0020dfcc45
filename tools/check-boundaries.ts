// `npm run check:boundaries`: nothing imports what the table in boundary-rules.ts does not give it, and nothing imports in a circle.
import { builtinModules } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import {
  downhill,
  isTestFile,
  readsEnvironment,
  signsOfEnvironment,
  signsOfImpurity,
  signsOfPower,
  signsOfSql,
  testNpm,
  type Zone,
  zones,
} from "./boundary-rules.ts";
import { findCycles } from "./find-cycles.ts";
import {
  type Edge,
  type ModuleFile,
  type ModuleGraph,
  readModuleGraph,
  splitSpecifier,
  type Workspace,
  workspaceOf,
} from "./module-graph.ts";

/** One line for each thing that is wrong; none when the house is in order. */
export async function checkBoundaries(root: string): Promise<string[]> {
  const graph = await readModuleGraph(root);
  const violations = [...graph.unreadable];
  for (const file of graph.files.values()) {
    const zone = zoneOf(file.path);
    if (zone === null) {
      violations.push(`${file.path}: no zone in tools/boundary-rules.ts fits it; say there what it may know`);
      continue;
    }
    for (const edge of file.edges) violations.push(...judgeEdge(graph, file, zone, edge));
    violations.push(...judgeDeeds(file, zone));
    if (!isTestFile(file.path)) violations.push(...judgeReach(graph, file, zone), ...judgeSlope(file));
  }
  for (const cycle of findCycles(fileArrows(graph))) violations.push(`cycle: ${cycle.join(" → ")}`);
  for (const cycle of findCycles(workspaceArrows(graph))) violations.push(`cycle of workspaces: ${cycle.join(" → ")}`);
  return [...new Set(violations)];
}

// ---- one import

function judgeEdge(graph: ModuleGraph, file: ModuleFile, zone: Zone, edge: Edge): string[] {
  const wrong = (why: string) => [`${file.path}: imports ${edge.specifier}: ${why}`];
  const { specifier } = edge;
  const own = workspaceOf(graph, file.path);
  if (specifier.startsWith(".")) return judgeRelative(graph, file, edge, own).flatMap(wrong);
  if (isBuiltin(specifier)) return mayUseNode(file.path, zone) ? [] : wrong("this zone has no node:* modules");
  const { packageName, exportPath } = splitSpecifier(specifier);
  if (packageName.startsWith("@temwen/")) {
    const imported = graph.workspaces.get(packageName);
    if (imported === undefined) return wrong("there is no such workspace");
    if (!imported.exports.has(exportPath)) return wrong(`${packageName} does not export ${exportPath}`);
    if (!isDeclared(file, own, packageName)) return wrong(`not declared in ${own?.folder}/package.json`);
    return judgeWorkspace(file, zone, edge, imported).flatMap(wrong);
  }
  if (own !== null && !own.dependencies.has(packageName) && !own.devDependencies.has(packageName)) {
    if (!graph.rootDependencies.has(packageName)) return wrong("not declared in any package.json");
  }
  const allowed = zone.npm ?? [];
  const isAllowed = allowed === "any" || allowed.includes(packageName) || allowed.includes(`@types/${packageName}`);
  if (isAllowed || (isTestFile(file.path) && testNpm.includes(packageName))) return [];
  return wrong(`not among the packages of ${zone.at}`);
}

function judgeRelative(graph: ModuleGraph, file: ModuleFile, edge: Edge, own: Workspace | null): string[] {
  if (edge.target === null) return ["there is no such file"];
  const isTest = isTestFile(file.path);
  if (!isTest && isTestFile(edge.target)) return ["a test's file, imported by what is not a test"];
  if (own === null || edge.target.startsWith(`${own.folder}/`)) return [];
  if (isTest && /^(tools|vectors)\//.test(edge.target)) return [];
  const other = workspaceOf(graph, edge.target);
  return [`outside its workspace${other === null ? "" : `; say ${other.name}`}`];
}

function judgeWorkspace(file: ModuleFile, zone: Zone, edge: Edge, imported: Workspace): string[] {
  const isApp = imported.folder.startsWith("apps/");
  if (isApp && !zone.may?.includes("import apps")) {
    return workspaceFolder(file.path) === imported.folder ? [] : ["no package and no other app imports an app"];
  }
  if (isTestFile(file.path) || workspaceFolder(file.path) === imported.folder) return [];
  const name = edge.specifier.slice("@temwen/".length);
  if (isNamed(zone.imports, name)) return [];
  if (isNamed(zone.types ?? [], name)) return edge.isTypeOnly ? [] : [`${zone.at} may use its types only`];
  return [`not among the workspaces of ${zone.at}`];
}

// ---- what a file does

function judgeDeeds(file: ModuleFile, zone: Zone): string[] {
  if (isTestFile(file.path)) return [];
  const found: string[] = [];
  const note = (sign: RegExp, text: string, why: string) => {
    const match = sign.exec(text);
    if (match !== null) found.push(`${file.path}: ${match[0].replaceAll(/\s+/g, " ").slice(0, 40).trim()}: ${why}`);
  };
  const code = blankStrings(file.running);
  const isLibrary = file.path.startsWith("packages/");
  for (const power of ["read the clock", "draw lots"] as const) {
    if (isLibrary && !zone.may?.includes(power)) note(signsOfPower[power], code, `${zone.at} may not ${power}`);
  }
  if (zone.isPure) note(signsOfImpurity, code, "rules decide at once and touch nothing");
  if (!zone.may?.includes("write SQL")) note(signsOfSql, file.running, "SQL lies in packages/record/postgres only");
  if (!readsEnvironment.test(file.path))
    note(signsOfEnvironment, file.running, "the environment is read in main.ts only");
  return found;
}

const blankStrings = (code: string) => code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');

// ---- what a file reaches

function judgeReach(graph: ModuleGraph, file: ModuleFile, zone: Zone): string[] {
  const forbidden = zone.neverReaches ?? [];
  if (forbidden.length === 0) return [];
  const found: string[] = [];
  for (const { path, edge, trail } of walk(graph, file.path)) {
    const hit = forbidden.find((name) => isReached(graph, name, edge));
    const isDirect = path === file.path && (isBuiltin(edge.specifier) || edge.specifier.startsWith("@temwen/"));
    if (hit !== undefined && !isDirect)
      found.push(`${file.path}: reaches ${hit} by ${[...trail, edge.specifier].join(" → ")}`);
  }
  return found.slice(0, 1);
}

type Step = { readonly path: string; readonly edge: Edge; readonly trail: readonly string[] };

/** Every import that happens when `start` is loaded, nearest first. */
function* walk(graph: ModuleGraph, start: string): Generator<Step> {
  const seen = new Set([start]);
  const waiting = [{ path: start, trail: [start] as readonly string[] }];
  for (let here = waiting.shift(); here !== undefined; here = waiting.shift()) {
    for (const edge of graph.files.get(here.path)?.edges ?? []) {
      if (edge.isTypeOnly) continue;
      yield { path: here.path, edge, trail: here.trail };
      if (edge.target === null || seen.has(edge.target)) continue;
      seen.add(edge.target);
      waiting.push({ path: edge.target, trail: [...here.trail, edge.target] });
    }
  }
}

function isReached(graph: ModuleGraph, forbidden: string, edge: Edge): boolean {
  if (forbidden === "node:*") return isBuiltin(edge.specifier);
  if (edge.target === null) return false;
  if (forbidden.includes("/") && fits(forbidden, edge.target)) return true;
  const { packageName, exportPath } = splitSpecifier(`@temwen/${forbidden}`);
  const workspace = graph.workspaces.get(packageName);
  if (workspace === undefined) return false;
  if (exportPath === ".") return edge.target.startsWith(`${workspace.folder}/`);
  return edge.target === `${workspace.folder}/${workspace.exports.get(exportPath)?.replace(/^\.\//, "")}`;
}

// ---- downhill inside a package

/** Whether a file imports from its own folder, and those that stand before it in the order of its package. */
function judgeSlope(file: ModuleFile): string[] {
  const slope = downhill.find(({ within }) => file.path.startsWith(`${within}/`));
  if (slope === undefined) return [];
  const folderOf = (path: string) =>
    path
      .slice(slope.within.length + 1)
      .split("/")
      .slice(0, -1)[0];
  const heightOf = (path: string) => {
    const folder = folderOf(path);
    // What lies in no folder is the package's door: it may open on everything, and nothing inside goes through it.
    return folder === undefined ? slope.folders.length : slope.folders.indexOf(folder);
  };
  const own = heightOf(file.path);
  if (own === -1)
    return [`${file.path}: its folder has no place in the order of ${slope.within} (tools/boundary-rules.ts)`];
  return file.edges.flatMap(({ specifier, target }) => {
    if (target === null || !target.startsWith(`${slope.within}/`)) return [];
    return heightOf(target) <= own && heightOf(target) !== -1
      ? []
      : [`${file.path}: imports ${specifier}: uphill in ${slope.within} (tools/boundary-rules.ts)`];
  });
}

// ---- cycles

function fileArrows(graph: ModuleGraph): Map<string, readonly string[]> {
  const targets = (file: ModuleFile) =>
    file.edges.flatMap((edge) => edge.target ?? []).filter((path) => graph.files.has(path));
  return new Map([...graph.files.values()].map((file) => [file.path, targets(file)]));
}

function workspaceArrows(graph: ModuleGraph): Map<string, readonly string[]> {
  const arrows = new Map<string, Set<string>>();
  for (const file of graph.files.values()) {
    const from = workspaceOf(graph, file.path);
    if (from === null || isTestFile(file.path)) continue;
    for (const edge of file.edges) {
      const to = edge.target === null ? null : workspaceOf(graph, edge.target);
      if (to !== null && to !== from) arrows.set(from.folder, (arrows.get(from.folder) ?? new Set()).add(to.folder));
    }
  }
  return new Map([...arrows].map(([from, to]) => [from, [...to]]));
}

// ---- small things

function zoneOf(path: string): Zone | null {
  const fitting = zones.filter((zone) => fits(zone.at, path)).sort((a, b) => b.at.length - a.at.length);
  return fitting[0] ?? null;
}

function fits(at: string, path: string): boolean {
  const plain = path.replace("/src/", "/");
  return plain === at || plain.startsWith(`${at}/`) || plain.startsWith(`${at}.`) || plain.startsWith(`${at}-suite.`);
}

function isNamed(allowed: readonly string[] | "any", name: string): boolean {
  return allowed === "any" || allowed.some((entry) => name === entry || name.startsWith(`${entry}/`));
}

function isDeclared(file: ModuleFile, own: Workspace | null, packageName: string): boolean {
  if (own === null || own.name === packageName || own.dependencies.has(packageName)) return true;
  return isTestFile(file.path) && own.devDependencies.has(packageName);
}

function mayUseNode(path: string, zone: Zone): boolean {
  if (zone.node === "everywhere" || isTestFile(path)) return true;
  return zone.node === "in -node files" && /-node\.ts$|\/node\.ts$/.test(path);
}

const builtins = new Set(builtinModules);
const isBuiltin = (specifier: string) => specifier.startsWith("node:") || builtins.has(specifier);
const workspaceFolder = (path: string) => path.split("/").slice(0, 2).join("/");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const violations = await checkBoundaries(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const violation of violations) process.stdout.write(`${violation}\n`);
  if (violations.length > 0) process.exitCode = 1;
}
