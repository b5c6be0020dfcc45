// A slow line is no reason to lose evidence; a line that is slow on purpose holds nothing for long.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileCase } from "../support/casework.ts";
import { startSmallOffice } from "../support/small-office.ts";

// Everything a hundred times shorter than in the house, but for the pace, which a busy machine must not miss.
const requestMillis = 600;
const office = await startSmallOffice({
  patience: { headersMillis: 600, requestMillis, pace: { bytes: 32 * 1024, millis: 2000 } },
});
after(() => office[Symbol.asyncDispose]());
const evidence = [1, 2].map((n) => ({ name: `${n}.jpg`, mediaType: "image/jpeg", bytes: new Uint8Array([n]) }));
const filed = await fileCase(office, { evidence });

const sealedOf = (n: number): Uint8Array => filed.parcel.evidence.get(`evidence-${n}`) ?? new Uint8Array();
const pathOf = (n: number): string =>
  `/api/evidence/${filed.caseId}/${filed.parcel.manifest.event.parts[`evidence-${n}`]?.digest}`;
const headOf = (path: string, length: number): string =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** A connection, and what came back over it until it ended. */
async function openLine(): Promise<{ readonly socket: Socket; readonly ended: Promise<string> }> {
  const { hostname, port } = new URL(office.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  let said = "";
  socket.on("data", (bytes) => {
    said += bytes.toString();
  });
  await once(socket, "connect");
  return { socket, ended: once(socket, "close").then(() => said) };
}

/** Sends bytes in so many steps over so many milliseconds, or until the other side has had enough. */
async function trickle(socket: Socket, bytes: Uint8Array, steps: number, millis: number): Promise<void> {
  const size = Math.ceil(bytes.length / steps);
  for (let at = 0; at < bytes.length && socket.writable; at += size) {
    socket.write(bytes.subarray(at, at + size));
    await pause(millis / steps);
  }
}

test("evidence that comes slowly and steadily arrives, long after any other request would have been cut off", async () => {
  const { socket, ended } = await openLine();
  const sealed = sealedOf(1);
  socket.write(headOf(pathOf(1), sealed.length));
  await trickle(socket, sealed, 20, 3 * requestMillis);
  socket.end();
  assert.match(await ended, /^HTTP\/1\.1 200 .*\{"stored":true\}$/s);
});

test("evidence that stops coming is refused in time, leaves nothing, and makes room for whoever sends it again", async () => {
  const { socket, ended } = await openLine();
  const sealed = sealedOf(2);
  socket.write(headOf(pathOf(2), sealed.length));
  socket.write(sealed.subarray(0, 100_000));
  while ((await parts()).length === 0) await pause(5);
  // The same person again, on a fresh line, while the server still waits for the old one.
  const again = fetch(office.url + pathOf(2), { method: "POST", body: new Uint8Array(sealed) });
  assert.match(await ended, /^HTTP\/1\.1 408 .*"code":"too-slow".*"outcome":"none"/s);
  assert.equal((await again).status, 200);
  assert.deepEqual(await parts(), []);
  assert.equal(office.logged(), "");
});

test("a byte now and then holds no other address, and no evidence that nobody announced", async () => {
  const paths = [
    "/api/complaints",
    "/api/mailbox",
    "/api/desk/session",
    "/api/office/directory",
    `${pathOf(2).slice(0, -64)}${"0".repeat(64)}`,
    "/complain",
  ];
  await Promise.all(
    paths.map(async (path) => {
      const { socket, ended } = await openLine();
      socket.write(headOf(path, 10_000));
      await trickle(socket, new Uint8Array(10_000).fill(0x20), 1000, 60_000);
      assert.match(await ended, /^HTTP\/1\.1 4/, path);
    }),
  );
  assert.equal(office.logged(), "");
});

test("headers that do not end are not waited for", async () => {
  const { socket, ended } = await openLine();
  await trickle(socket, Buffer.from(`POST ${pathOf(1)} HTTP/1.1\r\nhost: ${"x".repeat(1000)}`), 1000, 60_000);
  assert.match(await ended, /^HTTP\/1\.1 408/);
});

/** Pieces of evidence that are on their way. */
async function parts(): Promise<readonly string[]> {
  return (await readdir(office.blobFolder, { recursive: true })).filter((name) => name.endsWith(".part"));
}
