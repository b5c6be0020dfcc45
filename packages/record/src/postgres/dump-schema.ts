// Writes schema.sql beside this file, or with --check compares and fails where it differs. Needs nothing that runs already.
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbedded, startEmbedded } from "../embedded/index.ts";
import { createPool } from "./connect.ts";
import { dumpSchema } from "./describe-schema.ts";
import { migrate } from "./migrate.ts";

const target = new URL("./schema.sql", import.meta.url);
const folder = await mkdtemp(join(tmpdir(), "temwen-schema-"));
try {
  await using embedded = await startEmbedded({ folder });
  const pool = createPool({ config: embedded.connection }, 1, () => undefined);
  try {
    await migrate(pool);
    await compareOrWrite(await dumpSchema(pool));
  } finally {
    await pool.end();
  }
} finally {
  await removeEmbedded({ folder });
}

async function compareOrWrite(schema: string): Promise<void> {
  if (!process.argv.includes("--check")) return writeFile(target, schema);
  if ((await readFile(target, "utf8").catch(() => "")) === schema) return;
  process.stderr.write("schema.sql is not what the migrations make; run dump-schema.ts and commit the result\n");
  process.exitCode = 1;
}
