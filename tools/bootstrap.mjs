// The way in: `node tools/bootstrap.mjs <verb> [arguments]`, on any Node from 20 upwards and nothing but npm.
// It makes sure of Node 24, of the dependencies and of the built pages, and then runs the verb. When all is there it says nothing.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir, constants as osConstants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withInstallLock } from "./install-lock.mjs";
import { isBuildStale } from "./stale-build.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const runtimeFolder = join(root, ".tools/node");

/** What each verb runs under Node 24, and whether it needs the built pages. */
const verbs = {
  start: { run: ["apps/temwen/src/main.ts", "up"], needsBuild: true },
  temwen: { run: ["apps/temwen/src/main.ts"], needsBuild: true },
  test: { run: ["tools/test.ts"], needsBuild: false },
  quick: { run: ["tools/test.ts", "--quick"], needsBuild: false },
  acceptance: { run: ["tools/test.ts", "--only", "acceptance"], needsBuild: true },
  bench: { run: ["bench/main.ts"], needsBuild: true },
  size: { run: ["tools/size.ts"], needsBuild: true },
  build: { run: ["tools/stale-build.mjs", "--force"], needsBuild: false },
  boundaries: { run: ["tools/check-boundaries.ts"], needsBuild: false },
  format: { run: ["node_modules/@biomejs/biome/bin/biome", "check", "--write"], needsBuild: false },
  node: { run: [], needsBuild: false },
};

/**
 * How a server's Node is started, here and in the benchmark: parcels die young, so a small nursery that is swept often
 * holds less than a large one, and so does a single malloc arena. Under 64 clients: under 160 MiB, and 300 without.
 */
const serverNode = JSON.parse(readFileSync(join(root, "tools/server-node.json"), "utf8"));

/** A cause the person at the keyboard can remove: one line, no stack. */
class PlainFailure extends Error {}

let child = null;
let stoppedBy = null;

async function main() {
  const [verb, ...args] = process.argv.slice(2);
  if (!Object.hasOwn(verbs, verb ?? "")) {
    say(`usage: node tools/bootstrap.mjs ${Object.keys(verbs).join("|")} [arguments]`);
    return 2;
  }
  const node = await ensureNode();
  await ensureDependencies();
  const { run, needsBuild } = verbs[verb];
  const script = run[0];
  if (script !== undefined && !existsSync(join(root, script))) throw new PlainFailure(`${script} is not here yet`);
  const env = environmentFor(node);
  if (needsBuild && isBuildStale(root)) {
    say("building the pages …");
    const built = await runChild(node, [join(root, "tools/stale-build.mjs")], { env, stdio: ["ignore", 2, "inherit"] });
    if (built !== 0) throw new PlainFailure("the pages could not be built; the reason stands above");
  }
  const words = [...run.slice(1), ...args];
  const isServer = script === "apps/temwen/src/main.ts" && ["up", "serve"].includes(words[0]);
  const flags = isServer ? serverNode.flags : [];
  const command = script === undefined ? args : [...flags, join(root, script), ...words];
  // What a person runs sees its own working folder (`--text story.txt`); everything else runs from the root.
  const cwd = verb === "temwen" || verb === "node" ? process.cwd() : root;
  return runChild(node, command, {
    env: isServer ? { ...env, ...serverNode.environment } : env,
    cwd,
    stdio: "inherit",
  });
}

// ---- Node 24

async function ensureNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const node = join(runtimeFolder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (!(process.platform === "linux" && ["x64", "arm64"].includes(process.arch))) {
    throw new PlainFailure(
      `Temwen runs on Node 24 and can fetch it on Linux (x64, arm64) only; this is Node ${process.versions.node} on ${process.platform} ${process.arch}. Please install Node ${readRuntime().version} or newer.`,
    );
  }
  const wanted = digestOfFiles(["tools/node/package.json", "tools/node/package-lock.json"]);
  const stamp = join(runtimeFolder, ".stamp");
  const isThere = () => readIfThere(stamp) === wanted && existsSync(node);
  if (isThere()) return node;
  await withInstallLock(root, say, async (holdFor) => {
    if (isThere()) return;
    mkdirSync(runtimeFolder, { recursive: true });
    if (!answersWithWantedVersion(node)) {
      say(
        `Node ${process.versions.node} is older than ${readRuntime().version}: fetching that into .tools/ (about 15 seconds, once) …`,
      );
      rmSync(stamp, { force: true });
      for (const name of ["package.json", "package-lock.json"])
        copyFileSync(join(root, "tools/node", name), join(runtimeFolder, name));
      await runNpm(["ci"], runtimeFolder, holdFor);
      if (!answersWithWantedVersion(node))
        throw new PlainFailure(
          `Node 24 was fetched but does not run on this machine; please install Node ${readRuntime().version} or newer.`,
        );
    }
    writeFileSync(stamp, wanted);
  });
  return node;
}

/** Not only the same major: keys are read, and the collector is told, in ways that its first releases do not know. */
function isNewEnough(version) {
  const parts = (text) => text.split(".").map(Number);
  const [has, needs] = [parts(version), parts(readRuntime().version)];
  const at = needs.findIndex((part, n) => has[n] !== part);
  return at < 0 || has[at] > needs[at];
}

const readRuntime = () => JSON.parse(readFileSync(join(root, "tools/node/package.json"), "utf8"));

function answersWithWantedVersion(node) {
  if (!existsSync(node)) return false;
  const { version } = readRuntime();
  const answer = spawnSync(node, ["--version"], { encoding: "utf8" });
  return answer.status === 0 && answer.stdout.trim() === `v${version}`;
}

// ---- dependencies

async function ensureDependencies() {
  const wanted = digestOfFiles(["package-lock.json"]);
  const stamp = join(root, "node_modules/.temwen-stamp");
  const isThere = () => readIfThere(stamp) === wanted;
  if (isThere()) return;
  await withInstallLock(root, say, async (holdFor) => {
    if (isThere()) return;
    if (!installedMatchesLock()) {
      say("installing the dependencies (about a minute, once) …");
      rmSync(stamp, { force: true });
      await runNpm(["ci"], root, holdFor);
    }
    writeFileSync(stamp, wanted);
  });
}

/** npm writes node_modules/.package-lock.json last; where it agrees with ours, somebody's own `npm install` did the work. */
function installedMatchesLock() {
  const installedText = readIfThere(join(root, "node_modules/.package-lock.json"));
  if (installedText === null) return false;
  const installed = JSON.parse(installedText).packages;
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(([path, entry]) => {
    if (!path.includes("node_modules/")) return true;
    const found = installed[path];
    if (found === undefined) return mayBeAbsent(entry);
    return found.version === entry.version && found.integrity === entry.integrity && existsSync(join(root, path));
  });
}

/** An optional package may be absent, except the one that was made for this very machine. */
function mayBeAbsent({ optional, os, cpu, libc }) {
  const isForThisMachine =
    os?.includes(process.platform) &&
    (cpu === undefined || cpu.includes(process.arch)) &&
    (libc === undefined || libc.includes(machineLibc()));
  return optional === true && !isForThisMachine;
}

const machineLibc = () => (process.report.getReport().header.glibcVersionRuntime === undefined ? "musl" : "glibc");

// ---- running things

/** npm runs with the machine's own Node, and shows its lines only when it fails. */
async function runNpm(args, cwd, holdFor) {
  const env = { ...process.env };
  for (const name of ["npm_config_workspace", "npm_config_workspaces", "npm_config_omit", "npm_config_dry_run"])
    delete env[name];
  if (!isCacheWritable(env)) env.npm_config_cache = join(root, ".tools/npm-cache");
  const lines = [];
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--include=dev", "--include=optional"];
  const code = await runChild("npm", [...args, ...flags], {
    env,
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    onLine: (line) => lines.push(line),
    holdFor,
  });
  if (code === 0) return;
  if (stoppedBy !== null)
    throw new PlainFailure("stopped before the installation was complete; the next run completes it");
  for (const line of tellingLines(lines)) say(`  ${line}`);
  throw new PlainFailure(
    "the installation failed; npm's reasons stand above. Nothing is half installed that the next run would not put right.",
  );
}

/** npm's errors without its own manual page; where it names none, its last words. */
function tellingLines(lines) {
  const manual = lines.findIndex((line) => line.includes("Clean install a project"));
  const errors = (manual < 0 ? lines : lines.slice(0, manual)).filter((line) => /^npm error ?\S/.test(line));
  return errors.length > 0 ? errors.slice(-15) : lines.slice(-15);
}

function isCacheWritable(env) {
  let path = env.npm_config_cache ?? join(homedir(), ".npm");
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  try {
    accessSync(path, constants.W_OK);
    if (existsSync(join(path, "_cacache"))) accessSync(join(path, "_cacache"), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function environmentFor(node) {
  return {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
    // Sources are made into JavaScript once and not at every start: a command answers in a third of the time, and a
    // server does not hold the 15 MiB of what reads TypeScript. Where it cannot be written, Node goes on without it.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, ".tools/compiled"),
  };
}

function runChild(command, args, { onLine, holdFor, ...options }) {
  if (stoppedBy !== null) return Promise.resolve(128 + osConstants.signals[stoppedBy]);
  return new Promise((resolve, reject) => {
    const started = spawn(command, args, options);
    child = started;
    if (started.pid !== undefined) holdFor?.(started.pid);
    for (const stream of [started.stdout, started.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        for (const line of text.split("\n")) if (line.trim() !== "") onLine?.(line);
      });
    }
    started.on("error", (cause) => reject(new PlainFailure(`${command} does not start: ${cause.message}`)));
    started.on("close", (code, signal) => {
      child = null;
      resolve(signal === null ? code : 128 + osConstants.signals[signal]);
    });
  });
}

// ---- signals

const lastForwarded = new Map();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stoppedBy = signal;
    const isRepeat = Date.now() - (lastForwarded.get(signal) ?? 0) < 1000;
    lastForwarded.set(signal, Date.now());
    if (child === null || isRepeat || (signal !== "SIGTERM" && isTerminalForeground())) return;
    child.kill(signal);
  });
}

/** In the foreground of a terminal, Ctrl-C and a hang-up reach the child by themselves: forwarding would stop it twice. */
function isTerminalForeground() {
  const stat = readIfThere("/proc/self/stat");
  if (stat === null) return process.stdin.isTTY === true;
  const [, , , group, , , terminalGroup] = stat.slice(stat.lastIndexOf(")") + 1).split(" ");
  return group === terminalGroup;
}

// ---- small things

function say(line) {
  process.stderr.write(`${line}\n`);
}

function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function digestOfFiles(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

try {
  process.exitCode = await main();
} catch (failure) {
  if (!(failure instanceof PlainFailure)) throw failure;
  say(failure.message);
  process.exitCode = stoppedBy === null ? 1 : 128 + osConstants.signals[stoppedBy];
}
