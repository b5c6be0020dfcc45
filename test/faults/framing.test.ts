// Requests that are no parcel at all, and requests that never end.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, test } from "node:test";
import { parcelToForm } from "@temwen/sealing/parcel";
import { post, sealParcel } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertNothingStored, assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const { parcel } = await sealParcel(office.directory());

async function refuses(body: BodyInit, contentType: string, code: RegExp, status = 422): Promise<void> {
  const answer = await post(office, "/api/complaints", body, { "content-type": contentType });
  assert.match(String(answer.body.code), code);
  assertRefused(answer, String(answer.body.code), status);
  await assertNothingStored(office);
}

test("what is no form is refused, whatever it calls itself", async () => {
  const form = "multipart/form-data; boundary=b";
  for (const [body, contentType] of [
    ["", form],
    ["nothing of the kind", form],
    ["--b", form],
    ["--b\r\n\r\n--b--", form],
    ['--b\r\ncontent-disposition: form-data; name="story"\r\n\r\nnever closed', form],
    ["--b\r\ncontent-disposition: form-data\r\n\r\nwithout a name\r\n--b--\r\n", form],
    [`--b\r\n${"x: y\r\n".repeat(20_000)}\r\n\r\n--b--\r\n`, form],
    ["{}", "application/json"],
    ["{}", "multipart/form-data"],
    ["{}", "multipart/form-data; boundary="],
    ["{}", `multipart/form-data; boundary=${"b".repeat(200)}`],
    ["{}", "text/plain"],
  ] as const) {
    await refuses(body, contentType, /^malformed-(parcel|manifest)$/);
  }
});

test("a form with more parts than a parcel can have is refused", async () => {
  const form = parcelToForm(parcel);
  for (let n = 0; n < 30; n++) form.append(`grant-${n + 20}`, "x");
  assertRefused(await post(office, "/api/complaints", form), "malformed-parcel");
  await assertNothingStored(office);
});

test("a manifest that is no manifest is refused", async () => {
  for (const spelled of ["", "null", "[]", "{", '"manifest"', "[".repeat(100_000), "\ufeff{}", '{"event":{}}']) {
    const form = parcelToForm(parcel);
    form.set("manifest", spelled);
    assertRefused(await post(office, "/api/complaints", form), "malformed-manifest");
  }
  const form = parcelToForm(parcel);
  form.set("manifest", new Blob([new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])]));
  assertRefused(await post(office, "/api/complaints", form), "malformed-manifest");
  await assertNothingStored(office);
});

test("a parcel larger than any complaint is refused, whether it says so beforehand or not", async () => {
  const contentType = "multipart/form-data; boundary=b";
  const large = new Uint8Array(262_145).fill(0x61);
  await refuses(large, contentType, /^too-large$/, 413);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      if (sent > 64 * 1024 * 1024) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(0x61));
    },
  });
  await refuses(endless, contentType, /^too-large$/, 413);
  assert.ok(sent < 16 * 1024 * 1024, `the server went on reading: ${sent} bytes`);
});

test("a parcel that announces more than it may be is refused before it is sent", async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const { hostname, port } = new URL(office.url);
    const socket = connect(Number(port), hostname);
    let heard = "";
    socket.once("error", reject);
    socket.on("data", (chunk) => {
      heard += chunk;
      if (heard.includes("too-large")) socket.destroy();
    });
    socket.once("close", () => resolve(heard));
    socket.write(
      "POST /api/complaints HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\n" +
        "content-length: 1000000000\r\n\r\n--b\r\n",
    );
  });
  assert.match(answer, /^HTTP\/1.1 413 /);
});

test("a line that breaks in the middle of a parcel leaves nothing behind, and the server goes on", async () => {
  const { hostname, port } = new URL(office.url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      const start = "POST /api/complaints HTTP/1.1\r\nhost: x\r\ncontent-length: 50000\r\n";
      socket.write(`${start}content-type: multipart/form-data; boundary=b\r\n\r\n--b\r\n`, () => socket.destroy());
    });
    socket.once("close", () => resolve());
  });
  assert.equal((await fetch(`${office.url}/healthz`)).status, 200);
  await assertNothingStored(office);
});

test("a parcel whose request names the whole address, as proxies write it, is taken", async () => {
  const body = new Response(parcelToForm(parcel));
  const bytes = new Uint8Array(await body.arrayBuffer());
  const { hostname, port, host } = new URL(office.url);
  const socket = connect(Number(port), hostname);
  const head = [
    `POST http://${host}/api/complaints HTTP/1.1`,
    `host: ${host}`,
    `content-type: ${body.headers.get("content-type")}`,
    `content-length: ${bytes.length}`,
    "connection: close",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  socket.write(bytes);
  let heard = "";
  for await (const chunk of socket) heard += chunk;
  assert.match(heard, /^HTTP\/1\.1 200 /);
});
