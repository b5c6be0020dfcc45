import { existsSync } from "node:fs";
import { after } from "node:test";
import { recordContract } from "../src/contract/index.ts";
import { openPostgresRecord } from "../src/postgres/index.ts";
import { startTestServer } from "./database.ts";

// The oldest PostgreSQL this SQL is meant for, where the system has one (Debian's place for it).
const oldest = "/usr/lib/postgresql/15/bin";

await promise("PostgreSQL 18");
if (existsSync(oldest)) await promise("PostgreSQL 15", oldest);

async function promise(name: string, programs?: string): Promise<void> {
  const server = await startTestServer(programs);
  after(() => server[Symbol.asyncDispose]());
  const config = await server.freshDatabase();
  recordContract(name, async () => {
    await server.empty(config);
    return { record: await openPostgresRecord({ config }), openAgain: () => openPostgresRecord({ config }) };
  });
}
