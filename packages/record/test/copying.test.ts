import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createClient } from "../src/postgres/connect.ts";
import { copyOut } from "../src/postgres/copy.ts";
import { startTestServer } from "./database.ts";

const server = await startTestServer();
after(() => server[Symbol.asyncDispose]());

// A backup stood still for ever: whoever was slow had the line held, and rows that came with the end never let it go.
test("after rows that came all at once with their end, the next question is answered", {
  timeout: 20_000,
}, async () => {
  const client = createClient({ config: server.embedded.connection });
  await client.connect();
  try {
    for (const rows of [63, 64, 65, 500]) {
      let came = 0;
      for await (const line of copyOut(client, `copy (select generate_series(1, ${rows})) to stdout`)) {
        came += line.length > 0 ? 1 : 0;
      }
      assert.equal(came, rows);
      assert.deepEqual((await client.query("select 1 as one")).rows, [{ one: 1 }]);
    }
  } finally {
    await client.end();
  }
});
