// `temwen mirror` and `temwen included`: a copy that only takes what continues it, and answers for a number.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { parseEntryBundle } from "@temwen/public-log/tiles";
import { proofNumberOf } from "@temwen/sealing/leaf";
import { serveFolder } from "./support/log-server.ts";
import { cosignFolder, sayVerb, writePolicy } from "./support/log-verbs.ts";
import { mainFile } from "./support/office.ts";
import { writeLogFolder } from "./support/written-log.ts";

const base = await mkdtemp(join(tmpdir(), "temwen-mirror-"));
after(() => rm(base, { recursive: true, force: true }));
const policy = await writePolicy(join(base, "policy"));
let made = 0;
const newFolder = (name: string) => join(base, `${name}-${made++}`);

/** Writes, or grows, a log that both witnesses cosigned. */
async function writeLog(folder: string, size: number, word = "entry"): Promise<string> {
  await writeLogFolder(folder, size, 1000, word);
  await cosignFolder(folder, [1_800_000_000n + BigInt(size), 1_800_000_001n + BigInt(size)]);
  return folder;
}

const mirrorOnce = (log: string, out: string) =>
  sayVerb("mirror", ["--log", log, "--out", out, "--policy", policy, "--once"]);

const verifyCopy = (out: string) => sayVerb("verify", ["--log", out, "--policy", policy]);
const isThere = (place: string) =>
  stat(place).then(
    () => true,
    () => false,
  );

test("a copy is whole, grows with its log, and asks only for what is new", async () => {
  const [log, out] = [newFolder("log"), newFolder("copy")];
  await using server = await serveFolder(log);
  for (const size of [0, 1, 300, 700, 700, 66_000]) {
    await writeLog(log, size);
    const before = server.asked.length;
    const { exit, result } = await mirrorOnce(server.url, out);
    assert.deepEqual([exit, result.size], [0, size]);
    const checked = await verifyCopy(out);
    assert.deepEqual([checked.exit, checked.result.entries], [0, size]);
    if (size === 66_000) assert.ok(!server.asked.slice(before).includes("tile/entries/000"));
  }
  assert.ok(!(await isThere(join(out, "tile/entries/001.p"))), "a partial tile goes when the full one is there");
  assert.deepEqual(await readFile(join(out, "checkpoint")), await readFile(join(log, "checkpoint")));
});

test("a mirror says who cosigned a head that did not change as well as one that did", async () => {
  const [log, out] = [await writeLog(newFolder("log"), 300), newFolder("copy")];
  const first = await mirrorOnce(log, out);
  const again = await mirrorOnce(log, out);
  assert.equal(again.result.signatures, "quorum");
  assert.deepEqual(again.result.cosigned, first.result.cosigned);
  await using running = await startMirror(log, out);
  for (const round of ["the first", "a later"]) {
    const answer = await fetch(`${running.url}/number/${await numberOf(log, 11)}`);
    const { signatures, cosigned } = (await answer.json()) as { signatures: unknown; cosigned: unknown };
    assert.deepEqual([signatures, cosigned], ["quorum", first.result.cosigned], `${round} round`);
    await running.waitRound();
  }
});

test("a copy that broke off goes on where it stopped, and fetches no entries twice", async () => {
  const [log, out] = [await writeLog(newFolder("log"), 3000), newFolder("copy")];
  await using server = await serveFolder(log);
  server.answer = (request, response) => {
    const isLate = request.url?.includes("entries/006") ?? false;
    if (isLate) response.destroy();
    return isLate;
  };
  const broken = await mirrorOnce(server.url, out);
  assert.deepEqual([broken.exit, broken.result.refused], [5, "unreachable"]);
  assert.ok(!(await isThere(join(out, "checkpoint"))), "a head is named when all its files are there");
  server.answer = () => false;
  const before = server.asked.length;
  assert.equal((await mirrorOnce(server.url, out)).exit, 0);
  assert.ok(!server.asked.slice(before).some((path) => path === "tile/entries/002"));
  assert.equal((await verifyCopy(out)).exit, 0);
});

for (const [size, name] of [
  [700, "of the same size"],
  [900, "that is larger"],
  [600, "that is smaller"],
] as const) {
  test(`another log ${name} is named a fork, kept aside, and changes nothing`, async () => {
    const out = newFolder("copy");
    const log = await writeLog(newFolder("log"), 700);
    await mirrorOnce(log, out);
    const fork = await writeLog(newFolder("fork"), size, "another");
    const { exit, result } = await mirrorOnce(fork, out);
    assert.deepEqual([exit, result.refused, result.keptSize, result.shownSize], [1, "fork", 700, size]);
    const evidence = String(result.evidence);
    assert.deepEqual(await readFile(join(evidence, "checkpoint")), await readFile(join(fork, "checkpoint")));
    assert.deepEqual(await readFile(join(evidence, "kept-checkpoint")), await readFile(join(log, "checkpoint")));
    const checked = await verifyCopy(out);
    assert.deepEqual([checked.exit, checked.result.size], [0, 700]);
    assert.equal((await mirrorOnce(log, out)).exit, 0);
  });
}

test("a log that goes back to an older head is named, and the copy stays", async () => {
  const out = newFolder("copy");
  await mirrorOnce(await writeLog(newFolder("log"), 700), out);
  const { exit, result } = await mirrorOnce(await writeLog(newFolder("log"), 500), out);
  assert.deepEqual([exit, result.refused], [1, "log-went-back"]);
  assert.equal((await verifyCopy(out)).result.size, 700);
});

test("a log with a wrong file, or without its witnesses, is not taken", async () => {
  const out = newFolder("copy");
  const log = await writeLog(newFolder("log"), 700);
  await mirrorOnce(log, out);
  await writeLog(log, 1500);
  const place = join(log, "tile/entries/004");
  const bytes = await readFile(place);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(place, bytes);
  const wrong = await mirrorOnce(log, out);
  assert.deepEqual([wrong.exit, wrong.result.refused, wrong.result.path], [1, "tile-wrong", "tile/entries/004"]);
  await writeLog(log, 1500);
  await cosignFolder(log, [1_900_000_000n, null]);
  assert.equal((await mirrorOnce(log, out)).result.refused, "quorum-missing");
  assert.equal((await verifyCopy(out)).result.size, 700);
});

test("a copy in which a file was changed is named as that", async () => {
  const [log, out] = [await writeLog(newFolder("log"), 700), newFolder("copy")];
  await mirrorOnce(log, out);
  await writeFile(join(out, "tile/0/002.p/188"), new Uint8Array(32 * 188));
  await writeLog(log, 900);
  const { exit, result } = await mirrorOnce(log, out);
  assert.deepEqual([exit, result.refused], [1, "copy-damaged"]);
});

test("a copy that rots is found by the next look, also where the log did not change, with file and first leaf", async () => {
  const [log, out] = [await writeLog(newFolder("log"), 700), newFolder("copy")];
  await mirrorOnce(log, out);
  const spoil = async (path: string, change: (bytes: Buffer) => Uint8Array | null) => {
    const right = await readFile(join(out, path));
    const wrong = change(Buffer.from(right));
    await (wrong ? writeFile(join(out, path), wrong) : rm(join(out, path)));
    const { exit, result } = await mirrorOnce(log, out);
    await writeFile(join(out, path), right);
    return [exit, result.refused, result.why, result.path, result.firstIndex];
  };
  const bend = (at: number) => (bytes: Buffer) => {
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  const [entries, tile] = ["tile/entries/001", "tile/0/000"];
  assert.deepEqual(await spoil(tile, bend(32 * 40)), [1, "copy-damaged", "tile-wrong", tile, 40]);
  assert.deepEqual(await spoil(entries, bend(2)), [1, "copy-damaged", "tile-wrong", entries, 256]);
  assert.deepEqual(await spoil(tile, () => null), [1, "copy-damaged", "tile-missing", tile, 0]);
  assert.equal((await mirrorOnce(log, out)).exit, 0);
});

/** The proof number of a leaf, as whoever filed it was told. */
async function numberOf(log: string, index: number): Promise<string> {
  const bundle = await readFile(join(log, `tile/entries/${String(Math.floor(index / 256)).padStart(3, "0")}`));
  const entries = parseEntryBundle(new Uint8Array(bundle), 256);
  assert.ok(entries.ok);
  return proofNumberOf(entries.value[index % 256] ?? new Uint8Array(0));
}

test("who holds a proof number learns where the leaf stands and who cosigned; an unknown number is not found", async () => {
  const log = await writeLog(newFolder("log"), 700);
  const number = await numberOf(log, 301);
  const ask = (digits: string) => sayVerb("included", ["--log", log, "--number", digits, "--policy", policy]);
  const found = await ask(number);
  assert.equal(found.exit, 0);
  assert.deepEqual([found.result.included, found.result.indexes], [true, [301]]);
  assert.deepEqual(found.result.cosigned, [
    { name: "one", at: new Date((1_800_000_000 + 700) * 1000).toISOString() },
    { name: "two", at: new Date((1_800_000_001 + 700) * 1000).toISOString() },
  ]);
  const unknown = await ask(String((Number(number) + 1) % 1e12).padStart(12, "0"));
  assert.deepEqual([unknown.exit, unknown.result.refused], [1, "not-included"]);
  assert.equal((await ask("12")).exit, 2);
});

test("whoever asks for a number is told of a wrong or missing file, and never that the leaf is not there", async () => {
  const log = await writeLog(newFolder("log"), 700);
  const other = await writeLog(newFolder("other"), 700, "another");
  const place = join(log, "tile/0/001");
  const [right, wrong] = [await readFile(place), await readFile(join(other, "tile/0/001"))];
  const ask = async (number: string) => {
    const { exit, result } = await sayVerb("included", ["--log", log, "--number", number]);
    return [exit, result.refused, result.path];
  };
  const numbers = [await numberOf(log, 301), await numberOf(other, 301), await numberOf(log, 11)];
  await writeFile(place, wrong);
  for (const number of numbers) assert.deepEqual(await ask(number), [1, "tile-wrong", "tile/0/001"]);
  await writeFile(place, right.subarray(0, 32 * 100));
  for (const number of numbers) assert.deepEqual(await ask(number), [1, "tile-malformed", "tile/0/001"]);
  await rm(place);
  for (const number of numbers) assert.deepEqual(await ask(number), [1, "tile-missing", "tile/0/001"]);
  await writeFile(place, right);
  await rm(join(log, "tile/entries/001"));
  assert.deepEqual(await ask(numbers[0] ?? ""), [1, "tile-missing", "tile/entries/001"]);
});

test("a mirror answers no number out of a copy that was changed: it says which file and does not start", async () => {
  const [log, out] = [await writeLog(newFolder("log"), 700), newFolder("copy")];
  assert.equal((await mirrorOnce(log, out)).exit, 0);
  await writeFile(join(out, "tile/0/000"), await readFile(join(out, "tile/0/001")));
  const { exit, result } = await sayVerb("mirror", ["--log", log, "--out", out, "--policy", policy]);
  assert.deepEqual([exit, result.refused, result.path], [1, "copy-damaged", "tile/0/000"]);
});

type Running = AsyncDisposable & {
  readonly url: string;
  /** Until the log was asked once more. */
  readonly waitRound: () => Promise<void>;
  readonly end: () => Promise<unknown>;
};

/** Starts the command as somebody does who runs a public mirror; it asks every second. */
async function startMirror(log: string, out: string): Promise<Running> {
  const server = await serveFolder(log);
  const args = ["--log", server.url, "--out", out, "--policy", policy, "--every", "1s", "--serve", "127.0.0.1:0"];
  const child = spawn(process.execPath, [mainFile, "mirror", ...args, "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const { url } = await new Promise<{ url: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => resolve(JSON.parse(line)));
    child.once("exit", (code) => reject(new Error(`the mirror ended with ${code}`)));
  });
  const end = async () => {
    child.kill("SIGTERM");
    const code = await ended;
    await server[Symbol.asyncDispose]();
    return code;
  };
  return {
    url,
    end,
    waitRound: async () => {
      // The second question says that the round of the first has ended.
      const wanted = server.asked.length + 2;
      while (server.asked.length < wanted) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  };
}

test("a mirror keeps every checkpoint that it took, and serves the newest one that is not larger than asked", async () => {
  const [log, out] = [newFolder("log"), newFolder("copy")];
  const shown = new Map<number, Uint8Array>();
  for (const size of [10, 300, 700]) {
    await writeLog(log, size);
    shown.set(size, new Uint8Array(await readFile(join(log, "checkpoint"))));
    assert.equal((await mirrorOnce(log, out)).exit, 0);
  }
  // The same tree, which the witnesses saw once more: what was shown last is kept.
  await cosignFolder(log, [1_900_000_000n, 1_900_000_000n]);
  shown.set(700, new Uint8Array(await readFile(join(log, "checkpoint"))));
  await using running = await startMirror(log, out);
  const ask = async (size: number) => {
    const answer = await fetch(`${running.url}/heads/${size}`);
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : answer.status;
  };
  assert.equal(await ask(9), 404);
  for (const [asked, size] of [
    [10, 10],
    [299, 10],
    [300, 300],
    [699, 300],
    [700, 700],
    [1e6, 700],
  ] as const) {
    assert.deepEqual(await ask(asked), shown.get(size), `at most ${asked}`);
  }
  for (const path of ["heads/", "heads/x", "heads/0/10"])
    assert.equal((await fetch(`${running.url}/${path}`)).status, 404);
});

/** The status of an answer to a path that no browser would send. */
const askRaw = (url: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    get({ hostname, port, path, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).once("error", reject);
  });

test("a mirror serves its copy and answers for numbers, also of what came since, whatever else it is asked", async () => {
  const [log, out] = [await writeLog(newFolder("log"), 300), newFolder("copy")];
  await using running = await startMirror(log, out);
  const { url } = running;
  const ask = async (digits: string) => {
    const answer = await fetch(`${url}/number/${digits}`);
    return { status: answer.status, body: answer.status < 405 ? await answer.text() : "" };
  };
  const early = await ask(await numberOf(log, 11));
  assert.equal(early.status, 200);
  assert.deepEqual(JSON.parse(early.body).indexes, [11]);
  assert.equal((await ask("000000000000")).status, 404);
  assert.equal((await ask("12345")).status, 400);
  assert.equal((await fetch(`${url}/running`)).status, 404, "only files of the log are served");
  for (const strange of ["//", "///", "http://[", "/%", "*"]) assert.ok((await askRaw(url, strange)) >= 400, strange);
  await writeLog(log, 600);
  const late = await numberOf(log, 500);
  while ((await ask(late)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal((await sayVerb("verify", ["--log", url, "--policy", policy])).exit, 0);
  assert.equal(await running.end(), 0);
});
