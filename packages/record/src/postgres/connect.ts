import { type Instant, millisToInstant } from "@temwen/vocabulary";
import pg from "pg";

/** How to reach a PostgreSQL server: an address, or its parts. */
export type Connection =
  | { readonly url: string }
  | {
      readonly config: {
        readonly host: string;
        readonly port: number;
        readonly user: string;
        readonly password: string;
        readonly database: string;
      };
    };

const timestamptz = 1184;
const bigint = 20;

/** The door where PostgreSQL's values become ours, once: bigint a number, timestamptz an Instant, bytea bytes. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number): never {
    return textParser(oid) as never;
  },
};

function textParser(oid: number): unknown {
  if (oid === timestamptz) return timestampToInstant;
  if (oid === bigint) return bigintToNumber;
  return pg.types.getTypeParser(oid, "text");
}

function bigintToNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error("a number of the database is too large");
  return number;
}

/** The session's zone is UTC, so the text always ends in +00: `2026-11-21 18:00:00.12+00`, with as many digits as it needs. */
export function timestampToInstant(text: string): Instant {
  const plain = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/.exec(text);
  // Put together, not calculated: a page of the queue has a hundred of them.
  if (plain) return `${plain[1]}T${plain[2]}.${(plain[3] ?? "").padEnd(3, "0")}Z` as Instant;
  return millisToInstant(Date.parse(`${text.replace(" ", "T")}:00`));
}

/**
 * Settings of a session. The planner's are for the writing functions: their statements are planned once, perhaps while
 * the tables are empty, and must look cases up by index all the same when there are many.
 */
const sessionSettings = {
  timezone: "UTC",
  plan_cache_mode: "force_generic_plan",
  enable_seqscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
  jit: "off",
};

/**
 * One connection for carrying the whole record: its statements may take as long as they take. The caller connects and
 * ends it.
 */
export function createClient(connection: Connection): pg.Client {
  const client = new pg.Client({
    ...("url" in connection ? { connectionString: connection.url } : connection.config),
    types,
    options: "-c timezone=UTC",
    application_name: "temwen",
    connectionTimeoutMillis: 10_000,
    lock_timeout: 20_000,
    keepAlive: true,
  });
  // A lost connection fails the statement it carried; an error event that nobody listens to would end the process.
  client.on("error", () => undefined);
  return client;
}

/** A pool whose every statement is bounded in time. `onNotice` hears of connections lost while idle. */
export function createPool(connection: Connection, max: number, onNotice: (line: string) => void): pg.Pool {
  const pool = new pg.Pool({
    ...("url" in connection ? { connectionString: connection.url } : connection.config),
    max,
    types,
    options: Object.entries(sessionSettings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
    application_name: "temwen",
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
    lock_timeout: 20_000,
    statement_timeout: 30_000,
    query_timeout: 40_000, // for a server that does not even say that it timed out
    keepAlive: true,
  });
  // A lost connection also fails the query it carried, or is dropped by the pool when idle; but an error event that
  // nobody listens to would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("error", (error) => onNotice(`a database connection was lost: ${error.message}`));
  return pool;
}
