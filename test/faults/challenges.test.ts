// Whoever asks to sign in has shown nothing yet, and leaves nothing behind; who signs in does so once, at any server.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createDeskCourier } from "@temwen/courier/desk";
import { sessionMessage } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { openPostgresRecord } from "@temwen/record/postgres";
import { createLog, startServer } from "@temwen/server";
import pg from "pg";
import { type Answer, postJson } from "../support/parcels.ts";
import { startPostgresRecord } from "../support/postgres-record.ts";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

const postgres = await startPostgresRecord();
const { database } = postgres;
const office = await startSmallOffice({ record: postgres.record });
after(async () => {
  await office[Symbol.asyncDispose]();
  await postgres[Symbol.asyncDispose]();
});
const asha = office.person("asha");

type At = Pick<SmallOffice, "url">;
const ask = async (at: At, staff = asha.id): Promise<string> =>
  String((await postJson(at, "/api/desk/challenge", { staff })).body.nonce);
const answer = (at: At, nonce: string): Promise<Answer> => {
  const signature = asha.signer.sign(sessionMessage(office.trust.office, asha.id, nonce));
  return postJson(at, "/api/desk/session", { staff: asha.id, nonce, signature });
};

/** Another server of the office, as another process would be: with connections and a memory of its own. */
async function openAnotherServer(): Promise<At & AsyncDisposable> {
  const own = await openPostgresRecord({ url: database.url });
  const server = await startServer({
    record: own,
    trust: office.trust,
    pack: office.pack,
    clockKey: createNodeSigner(drawSeed()),
    blobFolder: office.blobFolder,
    isDemo: false,
    pageFolder: fileURLToPath(new URL("../../apps/complain/dist", import.meta.url)),
    host: "127.0.0.1",
    port: 0,
    log: createLog({ write: () => undefined }),
  });
  return {
    url: server.url,
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await own[Symbol.asyncDispose]();
    },
  };
}

/** How many rows each table has. */
async function countRows(): Promise<{ readonly [table: string]: number }> {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    );
    const counts: { [table: string]: number } = {};
    for (const { name } of rows) {
      const counted = await client.query<{ n: string }>(`select count(*) as n from ${name}`);
      counts[name] = Number(counted.rows[0]?.n);
    }
    return counts;
  } finally {
    await client.end();
  }
}

test("a thousand challenges asked by a stranger leave no rows, nor do a hundred wrong answers", async () => {
  await ask(office);
  const before = await countRows();
  for (let asked = 0; asked < 1000; asked += 50) {
    const nonces = await Promise.all(Array.from({ length: 50 }, () => ask(office)));
    const signature = createNodeSigner(drawSeed()).sign(new Uint8Array());
    for (const nonce of nonces.slice(0, 5)) {
      const tried = await postJson(office, "/api/desk/session", { staff: asha.id, nonce, signature });
      assert.equal(tried.body.code, "signature-invalid");
    }
  }
  assert.deepEqual(await countRows(), before);
});

test("a challenge of one server is answered at another, once, and by who it was given to", async () => {
  await using other = await openAnotherServer();
  const nonce = await ask(office);
  assert.equal((await answer(other, nonce)).status, 200);
  for (const at of [office, other]) assert.equal((await answer(at, nonce)).body.code, "challenge-spent");
  const gerdas = await ask(other, office.person("gerda").id);
  for (const at of [office, other]) assert.equal((await answer(at, gerdas)).body.code, "challenge-spent");
  const shared = await ask(other);
  const answers = await Promise.all([office, other, office, other].map((at) => answer(at, shared)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
});

test("a challenge outlives the server that gave it", async () => {
  let nonce = "";
  {
    await using first = await openAnotherServer();
    nonce = await ask(first);
  }
  await using again = await openAnotherServer();
  assert.equal((await answer(again, nonce)).status, 200);
  assert.equal((await answer(again, nonce)).body.code, "challenge-spent");
});

test("a person whose sign-in was answered on a line that broke is signed in all the same", async () => {
  let isLost = false;
  const fetchLosing: typeof fetch = async (input, init) => {
    const answered = await fetch(input, init);
    if (isLost || !String(input).endsWith("/api/desk/session")) return answered;
    isLost = true;
    throw new TypeError("the line broke");
  };
  const line = { base: office.url, fetch: fetchLosing, waits: [1] };
  const desk = createDeskCourier(line, { office: office.trust.office, staff: asha.id, signer: asha.signer });
  const answered = await desk.readQueue({});
  assert.ok(answered.ok && isLost);
});
