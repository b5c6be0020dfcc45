// The smoke alarm of rule 4, and the names of files and tests. Sizes warn before they fail; names only fail.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const warnAt = 300;
const failAt = 500;
const folders = ["packages", "apps", "tools", "test", "bench"];
const skipped = new Set(["node_modules", "dist", "generated", "tarballs"]);

/** Tests, migrations, catalogues and tables of facts grow with what they describe; their length says nothing. */
const mayBeLong = /\.test\.tsx?$|^test\/|\.sql$|\/(migrations|catalogues?)\/|\.generated\.|\.json$/;
const codeFile = /\.(tsx?|mjs|sql|css)$/;
const kebabCase = /^(\d+_)?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const testTitle = /\b(?:test|it|describe|suite)(?:\.\w+)?\(\s*(["'`])((?:(?!\1).)*)\1/g;
const deferredWork = new RegExp(`\\b(?:${["TO" + "DO", "FIX" + "ME", "X" + "XX"].join("|")})\\b`);

export type ShapeReport = { readonly failures: readonly string[]; readonly warnings: readonly string[] };

export function checkShape(root: string): ShapeReport {
  const failures: string[] = [];
  const warnings: string[] = [];
  for (const path of folders.flatMap((folder) => listFiles(root, folder))) {
    const name = basename(path);
    if (!kebabCase.test(name) && !/^[A-Z]+(\.md)?$/.test(name))
      failures.push(`${path}: a file's name is in kebab-case`);
    if (!codeFile.test(name)) continue;
    const text = readFileSync(join(root, path), "utf8");
    const lines = text.split("\n").length - 1;
    if (!mayBeLong.test(path) && lines > failAt) failures.push(`${path}: ${lines} lines; a file ends before ${failAt}`);
    else if (!mayBeLong.test(path) && lines > warnAt) warnings.push(`${path}: ${lines} lines; is it still one idea?`);
    const deferred = deferredWork.exec(text);
    if (deferred !== null) failures.push(`${path}: ${deferred[0]}; deferred work stands in SOUNDNESS.md`);
    if (!/\.test\.tsx?$/.test(name) || path === "tools/check-shape.test.ts") continue;
    for (const [, , title = ""] of text.matchAll(testTitle)) {
      if (/\bshould\b/i.test(title)) failures.push(`${path}: "${title}": a test's name says what is, without "should"`);
    }
  }
  return { failures, warnings };
}

function listFiles(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => !skipped.has(entry.name) && !entry.name.startsWith("."))
      .flatMap((entry) =>
        entry.isDirectory() ? listFiles(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
      );
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw cause;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failures, warnings } = checkShape(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const line of failures) process.stdout.write(`${line}\n`);
  for (const line of warnings) process.stdout.write(`note: ${line}\n`);
  if (failures.length > 0) process.exitCode = 1;
}
