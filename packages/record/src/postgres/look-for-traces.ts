import { type Digest, digestToBytes, type Instant, type StreamId } from "@temwen/vocabulary";
import pg from "pg";
import { rewrittenTables } from "./clear-traces.ts";
import { type Connection, createClient } from "./connect.ts";
import { insufficientPrivilege } from "./faults.ts";
import { failureToFault } from "./read.ts";
import { readDone } from "./take-out.ts";

/** What a retention run would take away. Dead rows are as many as the database believes. */
export type TraceCounts = {
  readonly sessions: number;
  readonly challenges: number;
  readonly deadRows: number;
  /** Files of the database's log; undefined where they are not ours to see. */
  readonly logFiles: number | undefined;
};

/** A look at what a record leaves behind; it changes nothing. */
export type TracesView = AsyncDisposable & {
  readonly countEvents: (stream: StreamId) => Promise<number>;
  readonly count: (now: Instant) => Promise<TraceCounts>;
  /** Those among some digests that no case announces. */
  readonly findUnannounced: (digests: readonly Digest[]) => Promise<readonly Digest[]>;
};

/** Opens one; holds one connection until it is closed. Throws `RecordFault`, also where no record is. */
export async function lookForTraces(connection: Connection): Promise<TracesView> {
  const client = createClient(connection);
  try {
    await client.connect();
    await readDone(client);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw failureToFault(error);
  }
  return {
    countEvents: async (stream) => {
      const { rows } = await client.query<{ count: number }>("select count(*) as count from event where stream = $1", [
        stream,
      ]);
      return rows[0]?.count ?? 0;
    },
    count: async (now) => {
      const { rows } = await client.query<Omit<TraceCounts, "logFiles">>(
        `select (select count(*) from session where expires <= $1) as sessions,
          (select count(*) from spent_challenge where until <= $1) as challenges,
          (select coalesce(sum(n_dead_tup), 0)::bigint from pg_stat_user_tables
            where schemaname = 'public' and relname = any ($2)) as "deadRows"`,
        [now, rewrittenTables],
      );
      return { ...(rows[0] ?? { sessions: 0, challenges: 0, deadRows: 0 }), logFiles: await countLog(client) };
    },
    findUnannounced: async (digests) => {
      const { rows } = await client.query<{ digest: Digest }>(
        `select encode(asked.digest, 'hex') as digest from unnest($1::bytea[]) as asked (digest)
          where not exists (select from announced where announced.digest = asked.digest)`,
        [digests.map((digest) => Buffer.from(digestToBytes(digest)))],
      );
      return rows.map(({ digest }) => digest);
    },
    [Symbol.asyncDispose]: () => client.end(),
  };
}

async function countLog(client: pg.Client): Promise<number | undefined> {
  try {
    const { rows } = await client.query<{ count: number }>("select count(*) as count from pg_ls_waldir()");
    return rows[0]?.count ?? 0;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === insufficientPrivilege) return undefined;
    throw failureToFault(error);
  }
}
