// Who checks the log has nothing of the system it checks: one tarball, an empty folder, no network.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));
let folder: string;

/** In JavaScript, by the names of the exports only. */
const program = `
import { readFile } from "node:fs/promises";
import { checkLog } from "@temwen/public-log/fsck";
import { verifyMlDsa44 } from "@temwen/public-log/ml-dsa";
import { judgeCheckpoint, parseLogPolicy } from "@temwen/public-log/policy";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { parseLogProof, verifyLogProof } from "@temwen/public-log/proof";

const primitives = { ...primitivesOnNode, verifyMlDsa44 };
const { hasher } = primitives;
const [log, policyFile, proofFile, leaf] = process.argv.slice(2);
const readTile = (path) => readFile(log + "/" + path).catch(() => null);
const policy = parseLogPolicy(await readFile(policyFile), hasher.sha256);
const trusted = judgeCheckpoint(await readFile(log + "/checkpoint"), policy.value, primitives);
if (!trusted.ok) { console.log(trusted.refusal.code); process.exit(1); }
const { size, root } = trusted.value.checkpoint;
const walk = checkLog({ hasher, readTile, size, root });
let step = await walk.next();
while (!step.done) step = await walk.next();
if (!step.value.ok) { console.log(step.value.refusal.code, step.value.refusal.path); process.exit(1); }
const proof = parseLogProof(await readFile(proofFile));
const proved = verifyLogProof({ proof: proof.value, leafHash: hasher.leaf(Buffer.from(leaf, "hex")) }, policy.value, primitives);
console.log(String(size), trusted.value.cosigned.map(({ name }) => name).join(" "), proved.ok);
`;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "temwen-alone-"));
  await run(process.execPath, [join(root, "packages/public-log/build/pack.ts")]);
  const packed = join(root, "packages/public-log/dist");
  const { stdout } = await run("npm", ["pack", "--silent", "--offline", "--pack-destination", folder], { cwd: packed });
  await mkdir(join(folder, "alone"));
  await writeFile(join(folder, "alone/package.json"), '{"private":true,"type":"module"}');
  const install = ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", join(folder, stdout.trim())];
  await run("npm", install, {
    cwd: join(folder, "alone"),
    env: { ...process.env, npm_config_cache: join(folder, "cache") },
  });
  await writeFile(join(folder, "alone/check.js"), program);
  await cp(join(root, "vectors/log"), join(folder, "log"), { recursive: true });
});
after(() => rm(folder, { recursive: true, force: true }));

async function check(): Promise<string> {
  const proofs = JSON.parse(await readFile(join(folder, "log/proofs.json"), "utf8")) as readonly {
    [name: string]: string;
  }[];
  const leaf = proofs.find(({ File }) => File === "ok-256-of-257.tlog-proof")?.Leaf ?? "";
  const log = join(folder, "log");
  const files = [join(log, "log-257"), join(log, "policy.txt"), join(log, "proofs/ok-256-of-257.tlog-proof"), leaf];
  const ran = await run(process.execPath, ["check.js", ...files], { cwd: join(folder, "alone") }).catch(
    (error) => error,
  );
  return String(ran.stdout).trim();
}

test("one tarball, installed without network in an empty folder, checks a log, its witnesses and a proof", async () => {
  const { dependencies } = JSON.parse(await readFile(join(folder, "alone/package-lock.json"), "utf8")).packages[""];
  assert.deepEqual(Object.keys(dependencies), ["@temwen/public-log"]);
  assert.equal(await check(), "257 w1 w2 true");
});

test("what was installed alone names the tile that somebody changed", async () => {
  const path = join(folder, "log/log-257/tile/0/000");
  const bytes = await readFile(path);
  await writeFile(
    path,
    bytes.map((byte, i) => (i === 77 ? byte ^ 1 : byte)),
  );
  assert.equal(await check(), "tile-wrong tile/0/000");
  await writeFile(path, bytes);
});
