// `temwen watch-page`: a page that is served to somebody and is not the one in the log is found from anywhere.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { hash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { canonicalBytes } from "@temwen/vocabulary";
import { readRelease } from "../apps/temwen/src/running/release.ts";
import { cosignFolder, sayVerb, writePolicy } from "./support/log-verbs.ts";
import { writeEntries } from "./support/written-log.ts";

const base = await mkdtemp(join(tmpdir(), "temwen-watch-"));
after(() => rm(base, { recursive: true, force: true }));
const policy = await writePolicy(join(base, "policy"));

const annex = `/annexes/qr.${"0123456789abcdef".repeat(2)}.js`;
const release: Readonly<Record<string, string>> = {
  "/complain": `<script>load("${annex}")</script>`,
  "/complain/fr": "<p>plainte</p>",
  "/reply": "<p>repons</p>",
  [annex]: "draw()",
};

const leafOf = (path: string, body: string) =>
  canonicalBytes({
    type: "temwen.page/1",
    path,
    sha256: hash("sha256", body, "hex"),
    at: "2026-11-22T05:00:00.000Z",
  });

/** A site that serves these pages, some of them compressed, until it is disposed. */
async function serveSite(pages: Readonly<Record<string, string>>) {
  const server = createServer((request, response) => {
    const body = pages[request.url ?? ""];
    if (body === undefined) response.writeHead(404).end();
    else if (request.url === "/reply") response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(body));
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const dispose = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, [Symbol.asyncDispose]: dispose };
}

let made = 0;
async function writeLog(entries: readonly Uint8Array[]): Promise<string> {
  const folder = join(base, `log-${made++}`);
  await mkdir(folder);
  // Leaves of cases stand between those of pages.
  await writeEntries(
    folder,
    entries.flatMap((entry) => [new Uint8Array(192).fill(1), entry]),
  );
  await cosignFolder(folder, [1_800_000_000n, 1_800_000_000n]);
  return folder;
}

const leavesOf = (pages: Readonly<Record<string, string>>) =>
  Object.entries(pages).map(([path, body]) => leafOf(path, body));

async function watch(pages: Readonly<Record<string, string>>, log: string) {
  await using site = await serveSite(pages);
  return await sayVerb("watch-page", ["--site", site.url, "--log", log, "--policy", policy]);
}

test("a site that serves what its log says is good, annexes too", async () => {
  const { exit, result } = await watch(release, await writeLog(leavesOf(release)));
  assert.equal(exit, 0);
  assert.deepEqual((result.pages as { path: string }[]).map(({ path }) => path).sort(), Object.keys(release).sort());
});

test("which program the office says it runs is told, and whether it is the one that asks; the last word counts", async () => {
  const own = await readRelease();
  const said = (sources: string) => {
    const at = "2026-11-22T05:00:00.000Z";
    return canonicalBytes({ type: "temwen.release/1", version: own.version, sources, at });
  };
  const other = "ab".repeat(32);
  for (const [order, isThisProgram] of [
    [[other, own.sources], true],
    [[own.sources, other], false],
  ] as const) {
    const { exit, result } = await watch(release, await writeLog([...leavesOf(release), ...order.map(said)]));
    assert.equal(exit, 0);
    assert.deepEqual(result.release, {
      version: own.version,
      sources: order[1],
      at: "2026-11-22T05:00:00.000Z",
      isThisProgram,
    });
  }
});

test("the digest of the sources is what git and sha256sum give", async (context) => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const say = (...args: readonly string[]) => spawnSync("sh", ["-c", ...args], { cwd: root, encoding: "utf8" });
  const parts = "apps packages packs tools package.json package-lock.json";
  if (say(`git status --porcelain -- ${parts}`).stdout !== "") return context.skip("this clone has changes");
  const summed = say(`git ls-files ${parts} | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum`);
  assert.equal(summed.status, 0, summed.stderr);
  assert.equal((await readRelease()).sources, summed.stdout.slice(0, 64));
});

test("a page that was changed for one visitor is named, with what the log says", async () => {
  const changed = { ...release, "/complain": `${release["/complain"]}<script>steal()</script>` };
  const { exit, result } = await watch(changed, await writeLog(leavesOf(release)));
  assert.deepEqual([exit, result.refused, result.path], [1, "page-differs", "/complain"]);
});

/** Watches a site that answers by its own rule. */
async function watchAnswers(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log = await writeLog(leavesOf(release));
  const said = await sayVerb("watch-page", ["--site", site, "--log", log, "--policy", policy]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return said;
}

const answerAsLogged: RequestListener = ({ url = "" }, response) => {
  const body = release[url];
  if (body === undefined) response.writeHead(404).end();
  else response.end(body);
};

test("a page that is changed only for browsers, or only in one compression, is named", async () => {
  const changed = "<p>repons</p><script>steal()</script>";
  const wrong = [
    { encoding: "identity", kind: "identity", bytes: changed },
    { encoding: "gzip, deflate", kind: "gzip", bytes: gzipSync(changed) },
    { encoding: "gzip, deflate, br, zstd", kind: "br", bytes: brotliCompressSync(changed) },
  ];
  for (const { encoding, kind, bytes } of wrong) {
    const { exit, result } = await watchAnswers((request, response) => {
      const isBrowser = request.headers["user-agent"]?.includes("Chrome");
      const isChosen = request.url === "/reply" && isBrowser && request.headers["accept-encoding"] === encoding;
      if (isChosen) response.writeHead(200, { "content-encoding": kind }).end(bytes);
      else answerAsLogged(request, response);
    });
    assert.deepEqual([exit, result.refused, result.path, result.encoding], [1, "page-differs", "/reply", encoding]);
  }
});

test("it asks as a browser does that opens the page, and not as a program", async () => {
  const asked: IncomingHttpHeaders[] = [];
  await watchAnswers((request, response) => {
    if (request.url === "/complain") asked.push(request.headers);
    answerAsLogged(request, response);
  });
  assert.ok(asked.length > 0);
  for (const headers of asked) {
    assert.match(headers["user-agent"] ?? "", /^Mozilla\/5\.0/);
    assert.equal(headers["sec-fetch-mode"], "navigate");
    assert.equal(headers["sec-fetch-dest"], "document");
    assert.match(headers.accept ?? "", /^text\/html/);
  }
});

test("an answer whose compression is broken is unreachable, and no verdict on the page", async () => {
  const { exit } = await watchAnswers((request, response) => {
    if (request.url === "/reply") response.writeHead(200, { "content-encoding": "br" }).end("no brotli");
    else answerAsLogged(request, response);
  });
  assert.equal(exit, 5);
});

test("an annex that was changed, or that no leaf names, is named", async () => {
  const log = await writeLog(leavesOf(release));
  assert.equal((await watch({ ...release, [annex]: "steal()" }, log)).result.path, annex);
  const another = annex.replace("qr", "spy");
  const spying = { ...release, "/reply": `load("${another}")`, [another]: "spy()" };
  const { [another]: _, ...known } = spying;
  const { exit, result } = await watch(spying, await writeLog(leavesOf(known)));
  assert.deepEqual([exit, result.refused, result.path], [1, "page-not-logged", another]);
});

test("an older page than the newest leaf says is named as that", async () => {
  const log = await writeLog([leafOf("/complain", "old"), ...leavesOf(release)]);
  const { exit, result } = await watch({ ...release, "/complain": "old" }, log);
  assert.deepEqual([exit, result.refused], [1, "page-older"]);
});

test("a sealing page in a language that the log does not know, and one that is gone, are named", async () => {
  const log = await writeLog(leavesOf(release));
  assert.equal((await watch({ ...release, "/reply/sw": "?" }, log)).result.refused, "page-not-logged");
  const { "/reply": _, ...rest } = release;
  assert.equal((await watch(rest, log)).result.refused, "page-missing");
});

test("where the log says nothing of pages, nobody can tell; and leaves that are not canonical say nothing", async () => {
  const loose = new TextEncoder().encode(
    new TextDecoder().decode(leafOf("/complain", release["/complain"] ?? "")).replace(",", ", "),
  );
  const { exit, result } = await watch(release, await writeLog([loose]));
  assert.deepEqual([exit, result.refused], [4, "no-page-leaves"]);
});

test("a log with a changed leaf is refused before any page is judged, and a site that is down is unreachable", async () => {
  const log = await writeLog(leavesOf(release));
  const down = await sayVerb("watch-page", ["--site", "http://127.0.0.1:9", "--log", log, "--policy", policy]);
  assert.deepEqual([down.exit, down.result.refused], [5, "unreachable"]);
  const place = join(log, "tile/entries/000.p/8");
  const bytes = await readFile(place);
  bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
  await writeFile(place, bytes);
  const { exit, result } = await watch(release, log);
  assert.deepEqual([exit, result.refused], [1, "tile-wrong"]);
});
