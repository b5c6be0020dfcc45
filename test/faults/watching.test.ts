// What whoever looks after the machine can see of an office: whether it is well, how much it does. Never who, or what.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, test } from "node:test";
import { createLog, openS3Shelf } from "@temwen/server";
import { fileCase } from "../support/casework.ts";
import { startS3Server } from "../support/s3-server.ts";
import { startSmallOffice } from "../support/small-office.ts";

const bucket = await startS3Server();
const office = await startSmallOffice({ shelf: openS3Shelf({ ...bucket, prefix: "" }, 200), metricsPort: 0 });
after(async () => {
  await office[Symbol.asyncDispose]();
  await bucket[Symbol.asyncDispose]();
});
const metricsUrl = office.server.metricsUrl ?? "";
const tell = async (): Promise<string> => (await fetch(metricsUrl)).text();

test("no line of the metrics holds an id, an address, a code or a word of anybody, whatever was asked for", async () => {
  const { caseId } = await fileCase(office);
  const hostile = [
    "/api/mailbox/12345678",
    `/api/desk/cases/${caseId}`,
    "/api/x%0a{part=%22y%22}",
    "/?receipt=1234",
    "/%00",
  ];
  for (const path of hostile) await (await fetch(office.url + path)).arrayBuffer();
  const told = await tell();
  assert.match(told, /^temwen_requests_total\{part="filing",outcome="2xx"\} 1$/m);
  for (const line of told.trimEnd().split("\n")) {
    if (line.startsWith("#")) continue;
    assert.match(
      line,
      /^temwen_[a-z_]+(\{part="[a-z]+"(,(outcome="(\dxx|cut-off)"|le="([\d.]+|\+Inf)"))?\})? [\d.e-]+$/,
    );
  }
  assert.match(told, /\n# EOF\n$/);
});

test("metrics are for this machine by its own name, on a port of their own; without being asked for there are none", async () => {
  assert.equal((await fetch(metricsUrl)).headers.get("content-type")?.split(";")[0], "application/openmetrics-text");
  assert.equal((await fetch(`${office.url}/metrics`)).status, 404);
  const status = await new Promise((resolve, reject) => {
    const asked = request(metricsUrl, { headers: { host: "evil.example" } }, (answer) => resolve(answer.statusCode));
    asked.once("error", reject).end();
  });
  assert.equal(status, 403);
  await using other = await startSmallOffice();
  assert.equal(other.server.metricsUrl, undefined);
});

test("health says whether record and evidence can be reached, and how old the directory is", async () => {
  const ask = async (url = office.url) => {
    const answer = await fetch(`${url}/healthz`);
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  assert.deepEqual(await ask(), { status: 200, state: "ok", directory: { epoch: 1, ageDays: 0 } });
  // Words are taken all the same.
  await using away = await startSmallOffice({ shelf: openS3Shelf({ ...bucket, bucket: "another", prefix: "" }, 200) });
  const { status, state } = (await ask(away.url)) as { status: number; state?: string };
  assert.deepEqual([status, state], [200, "evidence-unreachable"]);
});

test("what a stranger or a fault brings stands in no line of the log", () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) });
  const secret = "4711 0815 kisa yo te di";
  const hostile = {
    remoteAddress: secret,
    headers: { cookie: secret },
    body: secret,
    req: { url: secret },
    res: secret,
  };
  log.error({ ...hostile, err: Object.assign(new Error(secret), { detail: secret }) }, "fault");
  log.warn({ fault: "Error", err: new Error(secret, { cause: new Error(secret) }) }, "fault");
  log.error(new Error(secret));
  log.error({ fault: { nested: secret } }, "fault");
  assert.equal(lines.length, 4);
  for (const line of lines) assert.doesNotMatch(line, /4711|kisa/);
});
