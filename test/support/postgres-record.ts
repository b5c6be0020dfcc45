import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TheRecord } from "@temwen/record";
import { type Embedded, startEmbedded } from "@temwen/record/embedded";
import { openPostgresRecord } from "@temwen/record/postgres";
import { findCluster } from "./find-cluster.ts";

/** A record in a PostgreSQL of its own, gone with everything in it when closed. */
export async function startPostgresRecord(): Promise<
  { readonly record: TheRecord; readonly database: Embedded } & AsyncDisposable
> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-record-"));
  const database = await startEmbedded({ folder: join(folder, "postgres") });
  const record = await openPostgresRecord({ url: database.url });
  return {
    record,
    database,
    [Symbol.asyncDispose]: async () => {
      await record[Symbol.asyncDispose]();
      await database.stop();
      const cluster = await findCluster(folder);
      if (!cluster.startsWith(folder)) await rm(dirname(cluster), { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
