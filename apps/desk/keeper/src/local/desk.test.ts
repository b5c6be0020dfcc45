import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { type Pack, parsePack } from "@temwen/mission-pack";
import type { Trust } from "@temwen/office";
import { createId } from "@temwen/vocabulary";
import { type LocalDesk, type LocalLine, startLocalDesk } from "./desk.ts";

const token = "a-launch-token-only-this-test-knows";
const officer = createId("staff", new Uint8Array(16).fill(7));
const logged: LocalLine[] = [];
let desk: LocalDesk;
let port: number;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "temwen-local-desk-"));
  for (const name of ["index.html", "main.js", "desk.css"]) await writeFile(join(folder, name), `the ${name}`);
  await writeFile(join(folder, "viewer.html"), "<style>img{width:100%}</style><script>draw()</script>");
  await writeFile(join(folder, "viewer-document.html"), "<style>canvas{width:100%}</style><script>read()</script>");
  await writeFile(join(folder, "asha.age"), "this is no key file");
  const people = [
    { id: officer, label: "Demo Asha", role: "intake", ties: ["ken"], keyFile: "asha.age", passphrase: "secret words" },
  ];
  await writeFile(join(folder, "people.json"), JSON.stringify(people));
  desk = await startLocalDesk({
    server: "http://127.0.0.1:1",
    trust: noTrust(),
    pack: await haiti(),
    port: 0,
    launchToken: token,
    keyFolder: folder,
    pageFolder: pathToFileURL(`${folder}/`),
    log: (line) => logged.push(line),
  });
  port = Number(new URL(desk.url).port);
});

after(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

test("the address carries the launch token where no server and no log sees it", () => {
  assert.equal(desk.url, `http://127.0.0.1:${port}/#${token}`);
});

test("the page is served with a policy that runs nothing but its own files", async () => {
  const page = await ask({ path: "/" });
  assert.equal(page.status, 200);
  assert.equal(page.body, "the index.html");
  const policy = page.headers["content-security-policy"] ?? "";
  assert.match(String(policy), /default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/);
  assert.match(String(policy), /frame-ancestors 'none'/);
  assert.match(String(policy), /require-trusted-types-for 'script'/);
  assert.equal(page.headers["cache-control"], "no-store");
  assert.equal(page.headers["referrer-policy"], "no-referrer");
  assert.equal(page.headers["access-control-allow-origin"], undefined);
});

test("the frame for what strangers sent is of no origin, runs its one script, and reaches nothing", async () => {
  const viewer = await ask({ path: "/viewer.html" });
  const digest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  assert.deepEqual(String(viewer.headers["content-security-policy"]).split("; "), [
    "sandbox allow-scripts",
    "default-src 'none'",
    `script-src ${digest("draw()")}`,
    `style-src ${digest("img{width:100%}")}`,
    "img-src blob:",
    "media-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ]);
  assert.equal(viewer.headers["x-frame-options"], "SAMEORIGIN");

  const forDocuments = await ask({ path: "/viewer-document.html" });
  assert.deepEqual(String(forDocuments.headers["content-security-policy"]).split("; "), [
    "sandbox allow-scripts",
    "default-src 'none'",
    `script-src ${digest("read()")}`,
    `style-src ${digest("canvas{width:100%}")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ]);
});

test("without the launch token nobody learns who works here", async () => {
  for (const headers of [{}, { "x-temwen-desk": `${token}x` }, { "x-temwen-desk": "" }]) {
    const answer = await ask({ path: "/api/desk", headers });
    assert.equal(answer.status, 401);
    assert.deepEqual(JSON.parse(answer.body), { code: "not-launched" });
  }
});

test("a name that somebody else points at this machine is refused", async () => {
  for (const host of ["evil.example", `evil.example:${port}`, `127.0.0.1:${port + 1}`, "127.0.0.1"]) {
    const answer = await ask({ path: "/api/desk", headers: { ...launched, host } });
    assert.equal(answer.status, 403, host);
    assert.deepEqual(JSON.parse(answer.body), { code: "not-this-desk" });
  }
  assert.equal((await ask({ path: "/api/desk", headers: { ...launched, host: `localhost:${port}` } })).status, 200);
});

test("a page from elsewhere is refused, even with the launch token", async () => {
  for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }]) {
    const answer = await ask({ path: "/api/desk", headers: { ...launched, ...headers } });
    assert.equal(answer.status, 403);
    assert.equal(answer.headers["access-control-allow-origin"], undefined);
  }
});

test("demonstration people are listed without key or passphrase", async () => {
  const answer = await ask({ path: "/api/desk", headers: launched });
  const { people, mission } = JSON.parse(answer.body);
  assert.deepEqual(people, [{ id: officer, label: "Demo Asha", role: "intake", ties: ["ken"] }]);
  assert.equal(mission.zone, "America/Port-au-Prince");
  assert.ok(!answer.body.includes("secret words") && !answer.body.includes("asha.age"));
});

test("whoever is not signed in reads no case and does no act", async () => {
  const caseId = createId("case", new Uint8Array(16));
  for (const [method, path] of [
    ["POST", "/api/queue"],
    ["POST", "/api/find"],
    ["GET", "/api/me"],
    ["GET", `/api/cases/${caseId}`],
    ["POST", `/api/cases/${caseId}/acts`],
    ["POST", `/api/cases/${caseId}/evidence/evidence-1`],
    ["POST", `/api/cases/${caseId}/identity`],
  ] as const) {
    const answer = await ask({ method, path, headers: { ...launched, "x-temwen-session": "guessed" }, body: "{}" });
    assert.equal(answer.status, 401, path);
    assert.deepEqual(JSON.parse(answer.body), { code: "signed-out" });
  }
});

test("a key file that is none is refused, and the log keeps no word of it", async () => {
  const body = JSON.stringify({ person: officer, passphrase: "secret words" });
  const answer = await ask({ method: "POST", path: "/api/sign-in", headers: launched, body });
  assert.equal(answer.status, 422);
  assert.equal(JSON.parse(answer.body).code, "malformed-key-file");
  assert.deepEqual(logged.at(-1), { event: "sign-in-refused", code: "malformed-key-file" });
  assert.ok(!JSON.stringify(logged).includes("secret"));
});

test("what is not understood at the door goes no further", async () => {
  for (const body of [
    "",
    "no json",
    "[]",
    '{"person":"../../etc/passwd","passphrase":"x"}',
    '{"passphrase":"x","more":1}',
  ]) {
    const answer = await ask({ method: "POST", path: "/api/sign-in", headers: launched, body });
    assert.equal(answer.status, 422, body);
    assert.deepEqual(JSON.parse(answer.body), { code: "not-understood" });
  }
  const long = await ask({ method: "POST", path: "/api/sign-in", headers: launched, body: "x".repeat(2_000_000) });
  assert.equal(long.status, 413);
});

const launched = { "x-temwen-desk": token };

type Asked = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

/** node:http instead of fetch, which does not let a test choose its Host. */
function ask({ method = "GET", path, headers = {}, body }: Asked) {
  type Got = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
  return new Promise<Got>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    sent.on("error", reject);
    sent.end(method === "GET" ? undefined : body);
  });
}

const noTrust = (): Trust => ({
  office: createId("office", new Uint8Array(16)),
  roots: [],
  threshold: 3,
  minimumEpoch: 1,
});

async function haiti(): Promise<Pack> {
  const text = await readFile(new URL("../../../../../packs/haiti/pack.json", import.meta.url), "utf8");
  const pack = parsePack(JSON.parse(text));
  assert.ok(pack.ok);
  return pack.value;
}
