// Sends batches of drawn entries to a log, so many clients one after the other, and says how long each batch waited.
import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";

export type LogOrder = {
  readonly url: string;
  readonly clients: number;
  readonly batch: number;
  readonly entrySize: number;
  readonly seconds: number;
};
export type LogLoad = { readonly entries: number; readonly seconds: number; readonly millis: readonly number[] };

process.on("SIGINT", () => undefined);
process.on("message", async (order: LogOrder) => process.send?.(await load(order)));

async function load({ url, clients, batch, entrySize, seconds }: LogOrder): Promise<LogLoad> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const millis: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const body = makeBody(batch, entrySize);
      const sent = performance.now();
      await post(url, body, agent);
      millis.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { entries: millis.length * batch, seconds: (performance.now() - begun) / 1000, millis };
}

function makeBody(batch: number, size: number): Buffer {
  const body = randomBytes(batch * (size + 2));
  for (let n = 0; n < batch; n++) body.writeUInt16BE(size, n * (size + 2));
  return body;
}

function post(url: string, body: Buffer, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: "POST", agent, headers: { "content-length": body.length } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`the log answered ${answer.statusCode}`));
      answer.resume();
      answer.once("end", resolve);
    });
    asked.once("error", reject);
    asked.end(body);
  });
}
