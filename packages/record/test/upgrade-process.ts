import { createPool } from "../src/postgres/connect.ts";
import { migrate } from "../src/postgres/migrate.ts";

// Brings a database up, and is killed like by a power cut right before or after its so manyth commit.
const [url = "", moment, count] = process.argv.slice(2);
const pool = createPool({ url }, 1, () => undefined);
const die = (): Promise<never> => {
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => undefined);
};
let commits = 0;
pool.on("connect", (client) => {
  const query = client.query.bind(client) as (text: string, values?: unknown[]) => Promise<unknown>;
  const watched = async (text: string, values?: unknown[]): Promise<unknown> => {
    if (text === "commit") commits += 1;
    const isNow = text === "commit" && commits === Number(count);
    if (isNow && moment === "before") return die();
    const answer = await query(text, values);
    return isNow ? die() : answer;
  };
  Object.assign(client, { query: watched });
});
await migrate(pool);
await pool.end();
