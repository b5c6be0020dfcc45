// What filing is measured against: a server that does nothing but keep the bytes. One row, one commit, one answer.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { startEmbedded } from "@temwen/record/embedded";
import pg from "pg";

/** A commit waits for the disk, and several may wait together; more connections than this gained nothing. */
const connections = 16;

const [folder = ""] = process.argv.slice(2);
const database = await startEmbedded({ folder });
const pool = new pg.Pool({ ...database.connection, max: connections });
pool.on("error", () => undefined);
await pool.query("create table parcel (id bigint generated always as identity primary key, body bytea not null)");
// Sealed bytes do not shrink, so the database is spared from trying; the record spares it too.
await pool.query("alter table parcel alter column body set storage external");

const server = createServer(async (request, response) => {
  const { rows } = await pool.query({
    name: "keep",
    text: "insert into parcel (body) values ($1) returning id",
    values: [await readBody(request)],
  });
  const answer = JSON.stringify({ id: rows[0].id });
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(answer) });
  response.end(answer);
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on("SIGINT", () => undefined);
process.once("disconnect", async () => {
  server.close();
  server.closeAllConnections();
  await pool.end();
  await database.stop();
});

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
  });
}
