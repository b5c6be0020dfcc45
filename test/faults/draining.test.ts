// A server that is told to stop finishes what is under way, and takes nothing new.
import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { parcelToForm } from "@temwen/sealing/parcel";
import { sealParcel } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { casesOf } from "../support/stored.ts";

test("a filing that is half sent when the server stops is answered, and is in the record", async () => {
  await using office = await startSmallOffice();
  const { parcel, keys } = await sealParcel(office.directory());
  const form = new Response(parcelToForm(parcel));
  const body = Buffer.from(await form.arrayBuffer());
  const { hostname, port } = new URL(office.url);
  const socket = connect(Number(port), hostname);
  const answered = new Promise<string>((resolve, reject) => {
    let heard = "";
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.once("end", () => resolve(heard));
    socket.once("error", reject);
  });
  const head = ["POST /api/complaints HTTP/1.1", "host: x", `content-length: ${body.length}`];
  socket.write(`${[...head, `content-type: ${form.headers.get("content-type")}`].join("\r\n")}\r\n\r\n`);
  socket.write(body.subarray(0, 20_000));
  await pause(50); // the half must be there before the stop
  const stopped = office.server.stop();
  await assert.rejects(fetch(`${office.url}/healthz`));
  socket.write(body.subarray(20_000));
  assert.match(await answered, /^HTTP\/1.1 200 .*"proofNumber"/s);
  await stopped;
  assert.deepEqual(await casesOf(office), [keys.caseId]);
});

test("a client that keeps asking over one connection does not keep the server from stopping", async () => {
  await using office = await startSmallOffice();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (): Promise<number | undefined> =>
    new Promise((resolve) => {
      request(`${office.url}/healthz`, { agent }, (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer.statusCode));
      })
        .once("error", () => resolve(undefined))
        .end();
    });
  let asked = 0;
  const asking = (async () => {
    while ((await ask()) === 200) asked += 1;
  })();
  while (asked < 20) await pause(1);
  const begun = performance.now();
  await office.server.stop();
  await asking;
  agent.destroy();
  const lasted = performance.now() - begun;
  assert.ok(lasted < 5000, `stopping lasted ${Math.round(lasted)} ms`);
});
