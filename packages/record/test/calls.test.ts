// Several calls on their way at once, with PostgreSQL's own protocol.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type pg from "pg";
import { createClient } from "../src/postgres/connect.ts";
import { sendCalls } from "../src/postgres/send-calls.ts";
import { startTestServer } from "./database.ts";

const server = await startTestServer();
after(() => server[Symbol.asyncDispose]());

const writing = {
  name: "keep",
  text: "insert into kept values ($1::int, $2, $3) returning n, words, sha256(bytes)::text",
};

async function withTable(use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = createClient({ config: await server.freshDatabase() });
  await client.connect();
  try {
    await client.query("create table kept (n int primary key, words text, bytes bytea)");
    await use(client);
  } finally {
    await client.end();
  }
}

test("every call answers with its own row, in order, whatever it carries", () =>
  withTable(async (client) => {
    const words = ["", "Yo te pran kaye m nan.", "é 😀 \\ ' \" \n", null, "😀".repeat(300_000)];
    const bytes = [
      Buffer.alloc(0),
      Buffer.from([0, 255, 0]),
      [Buffer.from("a"), Buffer.from("b")],
      null,
      Buffer.alloc(3e6, 7),
    ];
    const rows = await sendCalls(client, {
      ...writing,
      calls: words.map((text, n) => [String(n), text, bytes[n] ?? null]),
    });
    assert.deepEqual(
      rows.map(([n, text]) => [n, text]),
      words.map((text, n) => [String(n), text]),
    );
    const { rows: kept } = await client.query("select n, words, bytes from kept order by n");
    assert.deepEqual(
      kept.map((row) => row.words),
      words,
    );
    assert.deepEqual(
      kept.map((row) => row.bytes),
      bytes.map((one) => (Array.isArray(one) ? Buffer.concat(one) : one)),
    );
  }));

test("where one call is refused nothing of the others stays, and the connection goes on", () =>
  withTable(async (client) => {
    const calls = [1, 2, 1, 3].map((n) => [String(n), "x", null]);
    await assert.rejects(sendCalls(client, { ...writing, calls }), { code: "23505" });
    assert.deepEqual((await client.query("select from kept")).rows, []);
    const rows = await sendCalls(client, { ...writing, calls: calls.slice(0, 2) });
    assert.deepEqual(
      rows.map(([n]) => n),
      ["1", "2"],
    );
  }));

test("text that the database has no form for is refused, not cut", () =>
  withTable(async (client) => {
    await assert.rejects(sendCalls(client, { ...writing, calls: [["1", "a\0b", null]] }), { code: "22021" });
  }));
