// All that an office has put down: each file of its folder and its database, and each table as the database itself tells it.
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { startEmbedded } from "@temwen/record/embedded";
import pg from "pg";
import { findCluster } from "./find-cluster.ts";

export type Stored = { readonly place: string; readonly bytes: Uint8Array };

/** Every file of the data folder, and of the database where it lies elsewhere. */
export async function* filesOf(data: string): AsyncIterable<Stored> {
  const cluster = await findCluster(data);
  yield* filesBelow(data, "data");
  if (!cluster.startsWith(data)) yield* filesBelow(cluster, "database");
}

async function* filesBelow(folder: string, name: string): AsyncIterable<Stored> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    try {
      yield { place: join(name, relative(folder, path)), bytes: await readFile(path) };
    } catch (cause) {
      // A running database removes files of its own while one looks.
      if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) throw cause;
    }
  }
}

/** Uses the office's database beside the office itself, as its owner. */
export async function withDatabase<T>(data: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  await using embedded = await startEmbedded({ folder: join(data, "postgres") });
  const client = new pg.Client(embedded.connection);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Every table as text, the database's own among them (its statistics hold samples of columns), and what it is busy with. */
export async function* tablesOf(client: pg.Client): AsyncIterable<Stored> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'm') order by name`,
  );
  for (const { name } of rows) yield { place: `table ${name}`, bytes: await copyOut(client, name) };
  yield { place: "activity", bytes: await copyOut(client, "(select * from pg_stat_activity)") };
}

/** `copy … to stdout`: pg has no helper for it, but hands on what arrives to whoever submits the question. */
function copyOut(client: pg.Client, what: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const ignore = (): void => undefined;
    const copy = {
      submit: (connection: { query: (text: string) => void }) => connection.query(`copy ${what} to stdout`),
      handleCopyData: ({ chunk }: { chunk: Buffer }) => chunks.push(Buffer.from(chunk)),
      handleCommandComplete: ignore,
      handleError: reject,
      handleReadyForQuery: () => resolve(Buffer.concat(chunks)),
    };
    client.query(copy as unknown as pg.Submittable);
  });
}
