import { after } from "node:test";
import { recordContract } from "../src/contract/index.ts";
import { openPostgresRecord } from "../src/postgres/index.ts";
import { startTestServer } from "./database.ts";

const server = await startTestServer();
after(() => server[Symbol.asyncDispose]());

recordContract("PostgreSQL", async () => {
  const config = await server.freshDatabase();
  return { record: await openPostgresRecord({ config }), openAgain: () => openPostgresRecord({ config }) };
});
