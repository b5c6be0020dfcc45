// The pages are built from sources; a build is stale when the content of those sources changed, whatever their dates say.
// Plain JavaScript, because the bootstrap imports it before Node 24 is known to be there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const buildInputs = [
  "apps/complain",
  "apps/desk/page",
  ...["ui", "words", "sealing", "vocabulary", "office", "casework", "courier", "mission-pack", "media", "dossier"].map(
    (name) => `packages/${name}`,
  ),
  "packages/public-log",
  "packs",
  "tools/build.ts",
  "package-lock.json",
];
const notInputs = new Set(["node_modules", "dist", "README.md"]);

/** True when a build script exists and what it builds from is not what the last build was made of. */
export function isBuildStale(root) {
  if (!existsSync(join(root, "tools/build.ts"))) return false;
  if (!existsSync(stampPath(root))) return true;
  if (existsSync(join(root, "apps/complain/src")) && !existsSync(join(root, "apps/complain/dist"))) return true;
  return readFileSync(stampPath(root), "utf8") !== digestOfInputs(root);
}

/** To be called before a build starts: a build killed half way is then stale again. */
export function forgetBuild(root) {
  rmSync(stampPath(root), { force: true });
}

/** To be called with the digest taken before the build, so that an edit made meanwhile is not missed. */
export function rememberBuild(root, digest) {
  mkdirSync(dirname(stampPath(root)), { recursive: true });
  writeFileSync(stampPath(root), digest);
}

export function digestOfInputs(root) {
  const hash = createHash("sha256");
  for (const input of buildInputs) addToDigest(hash, root, input);
  return hash.digest("hex");
}

const stampPath = (root) => join(root, ".tools/build.sha256");

function addToDigest(hash, root, path) {
  const entries = listFolder(join(root, path));
  if (entries === "absent") return;
  if (entries === "file") {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
    return;
  }
  for (const name of entries) addToDigest(hash, root, `${path}/${name}`);
}

function listFolder(path) {
  try {
    return readdirSync(path)
      .filter((name) => !notInputs.has(name) && !/\.test\.tsx?$/.test(name))
      .sort();
  } catch (cause) {
    if (cause.code === "ENOTDIR") return "file";
    if (cause.code === "ENOENT") return "absent";
    throw cause;
  }
}

/** `node tools/stale-build.mjs [--force]`, under Node 24: builds when stale, says nothing otherwise. */
function runAsCommand() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const forced = process.argv.includes("--force");
  if (!existsSync(join(root, "tools/build.ts"))) return 0;
  if (!forced && !isBuildStale(root)) return 0;
  const digest = digestOfInputs(root);
  forgetBuild(root);
  const built = spawnSync(process.execPath, [join(root, "tools/build.ts"), ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
  });
  if (built.status === 0) rememberBuild(root, digest);
  return built.status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = runAsCommand();
